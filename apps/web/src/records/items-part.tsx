import type { ClassPage, ItemReport } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import frame from './records.module.css'
import { SceneLinks } from './scene-links.tsx'
import { SpreadBar } from './spread-bar.tsx'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.page

/** Each item's mean, spread and n, and the first round against the last: as a picture and in numbers. */
export function ItemsPart({ page }: { page: ClassPage }) {
  const { items } = page.report
  return (
    <section className={frame.part}>
      <h2>{say.items}</h2>
      <p className={frame.soft}>{say.itemsAbout}</p>
      {items.length > 0 && <p className={frame.small}>{say.legend}</p>}
      {items.length === 0 ? (
        <p>{page.class.kind === 'practice' ? say.noItemsShared : say.noItems}</p>
      ) : (
        <TableScroll label={say.items}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{say.item}</th>
                <th scope="col">{say.spread}</th>
                <th scope="col">{say.mean}</th>
                <th scope="col">{say.scores}</th>
                <th scope="col">{say.change}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(item => (
                <ItemRow key={item.item} report={item} page={page} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function ItemRow({ report, page }: { report: ItemReport; page: ClassPage }) {
  const { item, all, first, last, low, where } = report
  const title = page.titles.items[item] ?? item
  if (all.mean === null || all.lowest === null || all.highest === null) return null
  const { mean, n, lowest, highest, deviation } = all
  return (
    <tr>
      <th scope="row">
        <span>{title}</span>
        <SceneLinks classId={page.class.class} where={low} scenes={page.scenes} />
        <SceneLinks
          classId={page.class.class}
          where={where}
          scenes={page.scenes}
          folded={say.scored(where.length)}
        />
      </th>
      <td>
        <SpreadBar
          label={say.chart(title, mean, lowest, highest)}
          mean={mean}
          lowest={lowest}
          highest={highest}
          first={first?.mean ?? null}
          last={last?.mean ?? null}
        />
        <span className={frame.small}>{say.spreadText(lowest, highest, deviation)}</span>
      </td>
      <td className={look.number}>{mean.toFixed(2)}</td>
      <td className={look.number}>{n}</td>
      <td>
        {first?.mean != null && last?.mean != null
          ? say.changeText(first.mean, last.mean, first.round, last.round, Math.min(first.n, last.n))
          : say.noChange}
      </td>
    </tr>
  )
}

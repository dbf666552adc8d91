import type { ItemProgress, PersonPage } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { sceneAddress } from './addresses.ts'
import look from './charts.module.css'
import { dayText } from './dates.ts'
import lists from './lists.module.css'
import { ProgressChart } from './progress-chart.tsx'
import frame from './records.module.css'
import { sceneName } from './scene-links.tsx'
import table from './table.module.css'

const say = recordsWords.person

interface ProgressPartProps {
  page: PersonPage
  title: string
  about: string
  items: readonly ItemProgress<string>[]
  titles: Readonly<Record<string, string>>
  none: string
}

/** Each item as a line over time, and beside it the same in numbers, each with its scene. */
export function ProgressPart({ page, title, about, items, titles, none }: ProgressPartProps) {
  return (
    <section className={frame.part}>
      <h2>{title}</h2>
      {about !== '' && <p className={frame.soft}>{about}</p>}
      {items.length === 0 && <p>{none}</p>}
      <div className={look.progress}>
        {items.map(each => (
          <ItemCharted key={each.item} item={each} title={titles[each.item] ?? each.item} page={page} />
        ))}
      </div>
    </section>
  )
}

function ItemCharted({ item, title, page }: { item: ItemProgress<string>; title: string; page: PersonPage }) {
  const { points, all } = item
  const head = (classId: string, scene: string) =>
    page.scenes.find(each => each.class === classId && each.scene === scene)
  return (
    <article className={look.charted}>
      <h3>{title}</h3>
      {all.mean !== null && <p className={frame.soft}>{say.mean(all.mean, all.n)}</p>}
      <ProgressChart label={say.chart(title, points.length)} scores={points.map(({ score }) => score)} />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say.date}</th>
            <th scope="col">{say.score}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(point => {
            const scene = head(point.classId, point.scene)
            return (
              <tr key={`${point.classId} ${point.scene}`}>
                <th scope="row">
                  <a className={lists.rowLink} href={sceneAddress(point.classId, point)}>
                    {scene === undefined
                      ? dayText(point.openedAt)
                      : `${dayText(point.openedAt)}, ${sceneName(scene)}`}
                  </a>
                </th>
                <td className={table.number}>{`${point.score.toFixed(1)} (n ${point.n})`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </article>
  )
}

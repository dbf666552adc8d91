import type { ClassPage } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import frame from './records.module.css'
import { SceneLinks } from './scene-links.tsx'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.page

export function MomentsPart({ page }: { page: ClassPage }) {
  const { moments, rounds } = page.report
  return (
    <section className={frame.part}>
      <h2>{say.moments}</h2>
      <p className={frame.soft}>{say.momentsAbout}</p>
      {moments.length === 0 ? (
        <p>{say.noMoments}</p>
      ) : (
        <TableScroll label={say.moments}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{say.behaviour}</th>
                {rounds.map(round => (
                  <th key={round} scope="col">
                    {say.round(round)}
                  </th>
                ))}
                <th scope="col">{say.total}</th>
              </tr>
            </thead>
            <tbody>
              {moments.map(each => (
                <tr key={each.behaviour}>
                  <th scope="row">
                    <span>{page.titles.behaviours[each.behaviour] ?? each.behaviour}</span>
                    <SceneLinks classId={page.class.class} where={each.where} scenes={page.scenes} />
                  </th>
                  {each.rounds.map(({ round, marks }) => (
                    <td key={round} className={look.number}>
                      {marks}
                    </td>
                  ))}
                  <td className={look.number}>{each.marks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

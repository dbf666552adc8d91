import type { BesideMoment, ClassPage, Marked, RoomBeside } from '@evenkeel/insight/report'
import { MarkWord } from '../play/mark-word.tsx'
import { offsetText } from '../play/stage.ts'
import { recordsWords } from '../words/en/records.ts'
import { sceneAddress } from './addresses.ts'
import lists from './lists.module.css'
import frame from './records.module.css'
import { SceneLinks, sceneName } from './scene-links.tsx'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.page

/** What one observer and the instructor marked, side by side. */
export function BesideMoments({ page, moments }: { page: ClassPage; moments: readonly BesideMoment[] }) {
  return (
    <details>
      <summary className="way">{say.momentByMoment}</summary>
      <TableScroll label={say.momentByMoment}>
        <table className={look.table}>
          <Head names={[say.when, say.theirs, say.yours]} />
          <tbody>
            {moments.map(({ scene, offset, observer, instructor }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two marks may stand at one time, and the list never changes
              <tr key={index}>
                <When page={page} scene={scene} offset={offset} />
                <td>
                  <Said titles={page.titles} marked={observer} />
                </td>
                <td>
                  <Said titles={page.titles} marked={instructor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  )
}

/** A fishbowl's whole room beside the instructor. */
export function RoomMoments({ page, room }: { page: ClassPage; room: RoomBeside }) {
  const { people, moments, onlyRoom, where } = room
  return (
    <div className={frame.stack}>
      <p className={frame.soft}>{say.fishbowlAbout(people)}</p>
      <TableScroll label={say.fishbowl}>
        <table className={look.table}>
          <Head names={[say.when, say.yours, say.sawSame, say.sawOther]} />
          <tbody>
            {moments.map(({ offset, instructor, same, other }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two marks may stand at one time, and the list never changes
              <tr key={index}>
                <When page={page} scene={where.scene} offset={offset} />
                <td>
                  <Said titles={page.titles} marked={instructor} />
                </td>
                <td className={look.number}>{say.ofPeople(same, people)}</td>
                <td className={look.number}>{say.ofPeople(other, people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {onlyRoom > 0 && <p>{say.onlyRoom(onlyRoom)}</p>}
      <SceneLinks classId={page.class.class} where={[where]} scenes={page.scenes} />
    </div>
  )
}

function Head({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map(name => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function When({ page, scene, offset }: { page: ClassPage; scene: string; offset: number }) {
  const head = page.scenes.find(each => each.scene === scene)
  return (
    <th scope="row">
      {head === undefined ? (
        <span>{offsetText(offset)}</span>
      ) : (
        <a
          className={lists.rowLink}
          href={sceneAddress(page.class.class, { room: head.room, scene, offset })}
        >
          <span>{offsetText(offset)}</span> <span className={frame.small}>{sceneName(head)}</span>
        </a>
      )}
    </th>
  )
}

function Said({ titles, marked }: { titles: ClassPage['titles']; marked: Marked | null }) {
  if (marked === null) return <span className={frame.soft}>{say.unmarked}</span>
  return (
    <>
      <MarkWord mark={marked.mark} />
      {marked.behaviour !== null && <span> {titles.behaviours[marked.behaviour] ?? ''}</span>}
    </>
  )
}

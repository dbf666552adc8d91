import type { PersonPage } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { sceneAddress } from './addresses.ts'
import { dayText } from './dates.ts'
import { Links } from './links.tsx'
import look from './lists.module.css'
import frame from './records.module.css'
import { SceneLinks, sceneName } from './scene-links.tsx'

const say = recordsWords.person
const SEATS = ['customer', 'officer', 'observer'] as const

/** Which seats somebody had, each with its scenes, over all their classes. */
export function SeatsPart({ page }: { page: PersonPage }) {
  const { played } = page.progress
  return (
    <section className={frame.part}>
      <h2>{say.played}</h2>
      <dl className={look.said}>
        {SEATS.map(seat => (
          <div key={seat}>
            <dt>{say.seats[seat]}</dt>
            <dd>
              {played[seat].length === 0 && <span>{say.never}</span>}
              <Links links={linksOf(page, played[seat])} folded={say.scenes(played[seat].length)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** As an observer: their marks beside the instructor's, class by class, so that one can see whether they come closer. */
export function BesideOverClasses({ page }: { page: PersonPage }) {
  const { beside } = page.progress
  if (beside.length === 0) return null
  return (
    <section className={frame.part}>
      <h2>{say.beside}</h2>
      <p className={frame.soft}>{say.besideAbout}</p>
      <dl className={look.said}>
        {beside.map(({ classId, openedAt, met, agree, onlyObserver, onlyInstructor, where }) => (
          <div key={classId}>
            <dt>{dayText(openedAt)}</dt>
            <dd>
              <span>{recordsWords.page.besideText(met, agree, onlyObserver, onlyInstructor)}</span>
              <SceneLinks
                classId={classId}
                where={where}
                scenes={page.scenes.filter(scene => scene.class === classId)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function linksOf(page: PersonPage, played: PersonPage['progress']['played']['customer']) {
  return played.flatMap(at => {
    const head = page.scenes.find(each => each.class === at.classId && each.scene === at.scene)
    const taken = page.classes.find(each => each.class === at.classId)
    if (head === undefined || taken === undefined) return []
    return [{ href: sceneAddress(at.classId, at), name: `${dayText(taken.openedAt)}, ${sceneName(head)}` }]
  })
}

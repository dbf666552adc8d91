import type { ClassPage } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { BesideMoments, RoomMoments } from './beside-moments.tsx'
import look from './lists.module.css'
import frame from './records.module.css'
import { SceneLinks } from './scene-links.tsx'

const say = recordsWords.page

/** What observers marked beside what the instructor marked. */
export function BesidePart({ page }: { page: ClassPage }) {
  return (
    <section className={frame.part}>
      <h2>{say.beside}</h2>
      <p className={frame.soft}>{say.besideAbout}</p>
      {page.beside.length === 0 && <p>{say.noBeside}</p>}
      <dl className={look.said}>
        {page.beside.map(({ person, met, agree, onlyObserver, onlyInstructor, where, moments }) => (
          <div key={person}>
            <dt>
              <bdi>{page.names[person] ?? recordsWords.noName}</bdi>
            </dt>
            <dd>
              <span>{say.besideText(met, agree, onlyObserver, onlyInstructor)}</span>
              <SceneLinks classId={page.class.class} where={where} scenes={page.scenes} />
              <BesideMoments page={page} moments={moments} />
            </dd>
          </div>
        ))}
      </dl>
      {page.fishbowls.length > 0 && <h3>{say.fishbowl}</h3>}
      {page.fishbowls.map(room => (
        <RoomMoments key={room.where.scene} page={page} room={room} />
      ))}
    </section>
  )
}

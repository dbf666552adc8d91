import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { ClassLines } from '../class-lines.tsx'
import { Notices } from '../notices.tsx'
import { PrivateNote, Yes } from '../own-choices.tsx'
import prose from '../prose.module.css'
import { placeOf, type Stage } from '../stage.ts'
import { TakeAlong } from '../take-along.tsx'

const text = playWords

/** Between two cards. */
export function Done({ stage }: { stage: Stage }) {
  const { room, head, act } = stage
  return (
    <Stack gap={5}>
      <Notices stage={stage} />
      <Stack gap={3}>
        <h1>{text.done.title}</h1>
        <p>{head.round?.kind === 'fishbowl' ? text.done.nextFishbowl : text.done.next}</p>
      </Stack>
      {room.revealed && (
        <Panel>
          <Yes
            on={room.consented}
            means={text.debrief.consentMeans}
            onChange={on => act('Consent', { place: placeOf(room), on })}
          >
            {text.debrief.consent}
          </Yes>
        </Panel>
      )}
      <ClassLines me={stage.me} worked={stage.worked} act={act} />
      <PrivateNote stage={stage} />
      <details className={prose.details}>
        <summary>{text.done.takeAlong}</summary>
        <TakeAlong me={stage.me} act={act} outbox={stage.outbox} />
      </details>
    </Stack>
  )
}

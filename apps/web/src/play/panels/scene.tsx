import { playWords } from '../../words/en/play.ts'
import { Notice, Notices } from '../notices.tsx'
import { placeOf, type Stage, seatOfMe } from '../stage.ts'
import { CountIn } from './count-in.tsx'
import { SpokenCustomer } from './spoken-customer.tsx'
import { SpokenObserver } from './spoken-observer.tsx'
import { SpokenOfficer } from './spoken-officer.tsx'
import { TypedScene } from './typed-scene.tsx'

const text = playWords.scene
/** With this much time left, the customer looks for an ending. */
const ENDING = 45_000

/** Scene, wrap-up and retake, for each seat and both media. */
export function Scene({ stage }: { stage: Stage }) {
  const { room, now, head, act } = stage
  const { phase } = room
  const seat = seatOfMe(room)
  if (phase.startsAt !== undefined && now < phase.startsAt) return <CountIn stage={stage} />
  const ending =
    phase.name === 'wrap-up' ||
    (phase.name === 'scene' && phase.endsAt !== undefined && phase.endsAt - now < ENDING)
  return (
    <>
      <Notices stage={stage} />
      {ending && seat === 'customer' && <Notice tone="plain">{text.wrapUp}</Notice>}
      {phase.name === 'wrap-up' && head.medium === 'typed' && seat !== 'customer' && (
        <Notice tone="plain">{text.wrapUpOfficer}</Notice>
      )}
      {phase.name === 'retake' && (
        <Notice
          tone="plain"
          {...(seat !== 'observer' && {
            onAway: () => void act('EndRetake', { place: placeOf(room) }),
            word: text.endRetake,
          })}
        >
          {text.retake}
        </Notice>
      )}
      <OfSeat stage={stage} />
    </>
  )
}

function OfSeat({ stage }: { stage: Stage }) {
  if (stage.head.medium === 'typed') return <TypedScene stage={stage} />
  switch (seatOfMe(stage.room)) {
    case 'customer':
      return <SpokenCustomer stage={stage} />
    case 'officer':
      return <SpokenOfficer stage={stage} />
    case 'observer':
      return <SpokenObserver stage={stage} />
  }
}

import { Button } from '../look/button.tsx'
import { playWords } from '../words/en/play.ts'
import prose from './prose.module.css'
import { nameOf, peopleIn, placeOf, type Stage } from './stage.ts'

/** The one button that says that this person is done here, then whom the room waits for, and what comes next. */
export function ReadyFoot({ stage, label, next }: { stage: Stage; label: string; next: string }) {
  const { room, me, act } = stage
  return (
    <>
      {room.ready.includes(me.person) ? (
        <WaitFor stage={stage} done={room.ready} />
      ) : (
        <Button kind="primary" wide onClick={() => void act('Ready', { place: placeOf(room) })}>
          {label}
        </Button>
      )}
      <p className={prose.soft}>{next}</p>
    </>
  )
}

/** Who is not done yet; people whose device is away are not waited for. */
export function WaitFor({ stage: { room, names }, done }: { stage: Stage; done: readonly string[] }) {
  const open = peopleIn(room).filter(person => !done.includes(person) && !room.away.includes(person))
  if (open.length === 0) return <p>{playWords.briefing.youReady}</p>
  return (
    <p role="status">
      <strong>{`${playWords.rating.waitFor}: `}</strong>
      {open.map((person, index) => (
        <span key={person}>
          <span>{index === 0 ? '' : ', '}</span>
          <bdi>{nameOf(names, person)}</bdi>
        </span>
      ))}
    </p>
  )
}

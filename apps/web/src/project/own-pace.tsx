import { type ProjectorView, STEPS } from '@evenkeel/classroom/view'
import { words } from '../words/en.ts'
import look from './own-pace.module.css'
import { Clock } from './phase-clock.tsx'

const told = words.project

type OwnPaceProps = Pick<ProjectorView, 'steps' | 'endsAt'> & { now: number }

/** Where rooms move by themselves: how many are where, and the last clock that runs. */
export function OwnPace({ steps, endsAt, now }: OwnPaceProps) {
  const counted = STEPS.flatMap(step => {
    const rooms = steps[step] ?? 0
    return rooms > 0 ? [{ step, rooms }] : []
  })
  return (
    <section className={look.pace}>
      <h1 className={look.title}>{told.ownPace}</h1>
      <ul className={look.steps}>
        {counted.map(({ step, rooms }) => (
          <li key={step}>
            <strong className={look.number}>{rooms}</strong>
            <span>{told.steps[step].word}</span>
          </li>
        ))}
      </ul>
      {endsAt !== null && endsAt > now && (
        <div>
          <p className={look.text}>{told.lastClock}</p>
          <Clock endsAt={endsAt} now={now} />
        </div>
      )}
      <p className={look.text}>{told.ownPaceDo}</p>
    </section>
  )
}

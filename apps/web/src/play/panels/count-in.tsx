import { playWords } from '../../words/en/play.ts'
import prose from '../prose.module.css'
import { type Stage, seatOfMe } from '../stage.ts'

const text = playWords.scene

/** The last seconds before the clock runs, with what this seat does first. */
export function CountIn({ stage: { room, now, head } }: { stage: Stage }) {
  const seat = seatOfMe(room)
  const left = Math.max(1, Math.ceil(((room.phase.startsAt ?? now) - now) / 1_000))
  return (
    <div className={prose.middle}>
      <h1>{text.startsIn}</h1>
      <p className={prose.huge} role="timer">
        {left}
      </p>
      {seat === 'customer' && room.customer !== null && (
        <>
          <p>{head.medium === 'spoken' ? text.youBegin : text.empty.customer}</p>
          <p className={prose.opening}>{room.customer.opening}</p>
        </>
      )}
      {seat === 'officer' && <p>{head.medium === 'spoken' ? text.theyBegin : text.empty.officer}</p>}
      {seat === 'observer' && <p>{head.medium === 'spoken' ? text.watch : text.empty.observer}</p>}
    </div>
  )
}

import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { MARKABLE } from '../console/markable.ts'
import { phaseText } from '../console/phase-text.ts'
import { SeatsList } from '../console/seats-list.tsx'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { words } from '../words/en.ts'
import look from './remote.module.css'
import type { RemoteScreenProps } from './remote-screen.tsx'

/** The room where one stands: who sits where, how heated it is, and two marks for the thumb. */
export function SpotPanel(props: RemoteScreenProps & { id: string }) {
  const { id, me, view, wall, names, room, walk, now, act } = props
  const say = words.remote
  const row = view.rooms[id]
  if (row === undefined) return null
  const level = wall[id]?.level
  const place = { room: id, scene: row.scene, seat: 'instructor' } as const
  const own = (room?.id === id ? (room.scenes.at(-1)?.moments ?? []) : []).filter(
    ({ as, by }) => as === 'instructor' && by === me,
  )
  const last = own.at(-1)
  const count = (mark: 'helped' | 'hurt') => own.filter(one => one.mark === mark).length
  return (
    <section className={look.here} aria-label={say.standing(row.spot)}>
      <div className={look.between}>
        <h2 className={look.where}>{words.console.rooms.spot(row.spot)}</h2>
        {level !== undefined && <Heat level={level} large />}
      </div>
      <p className={look.soft}>{phaseText(row.phase, now)}</p>
      <SeatsList seats={row.seats} names={names} />
      {MARKABLE.includes(row.phase.name) ? (
        <div className={look.marks}>
          <button
            type="button"
            className={look.mark}
            data-mark="helped"
            onClick={() => void act('Mark', { place, mark: 'helped' })}
          >
            <ThumbsUp size={28} aria-hidden="true" />
            <span>{words.console.room.helped}</span>
          </button>
          <button
            type="button"
            className={look.mark}
            data-mark="hurt"
            onClick={() => void act('Mark', { place, mark: 'hurt' })}
          >
            <ThumbsDown size={28} aria-hidden="true" />
            <span>{words.console.room.hurt}</span>
          </button>
        </div>
      ) : (
        <p className={look.soft}>{say.notNow}</p>
      )}
      <div className={look.between}>
        <p role="status">{say.mine(count('helped'), count('hurt'))}</p>
        <Button
          disabled={last === undefined || !MARKABLE.includes(row.phase.name)}
          onClick={() => last && void act('UndoMoment', { place, moment: last.id })}
        >
          {say.undo}
        </Button>
      </div>
      <Button kind="plain" onClick={() => walk.go(null)}>
        {say.leave}
      </Button>
    </section>
  )
}

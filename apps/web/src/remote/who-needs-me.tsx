import { attention, byUrgency } from '@evenkeel/classroom/view'
import { CircleAlert, Hourglass } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { timeText } from '../words/en/wall.ts'
import { words } from '../words/en.ts'
import look from './remote.module.css'
import type { RemoteScreenProps } from './remote-screen.tsx'

/** So many rooms that need somebody; the console shows all. */
const MOST = 3

/** Calls for help, the longest waiting first, and then the rooms that need somebody most. */
export function WhoNeedsMe({ view, wall, names, walk, now, act }: RemoteScreenProps) {
  const say = words.remote
  const calls = Object.entries(view.people)
    .flatMap(([id, { help, room }]) => (help === null ? [] : [{ id, help, room }]))
    .sort((a, b) => a.help - b.help)
  const needs = Object.values(wall)
    .flatMap(cell => {
      const need = attention(cell, now, view.class.settings)
      return need === undefined || need.reason === 'help' ? [] : [{ cell, need }]
    })
    .sort((a, b) => byUrgency(a.need, b.need) || a.cell.spot - b.cell.spot)
    .slice(0, MOST)
  return (
    <section aria-label={say.needs}>
      <h2 className={look.small}>{say.needs}</h2>
      {calls.length + needs.length === 0 && <p className={look.soft}>{say.nobody}</p>}
      <ul className={look.list}>
        {calls.map(({ id, help, room }) => {
          const spot = room === null ? undefined : view.rooms[room]?.spot
          return (
            <li key={id} className={look.help}>
              <p className={look.reason}>
                <CircleAlert size={20} aria-hidden="true" />
                <bdi>{names[id] ?? id}</bdi>
              </p>
              <p>
                <span>
                  {spot === undefined ? words.console.people.calls : words.console.rooms.spot(spot)}
                </span>{' '}
                <span>{timeText(now - help)}</span>
              </p>
              <div className={look.two}>
                {spot !== undefined && spot !== walk.spot && (
                  <Button onClick={() => walk.go(spot)}>{say.go}</Button>
                )}
                <Button onClick={() => void act('EndHelp', { person: id })}>{say.helpDone}</Button>
              </div>
            </li>
          )
        })}
        {needs.map(({ cell, need }) => (
          <li key={cell.room} className={look.need}>
            <Hourglass size={20} aria-hidden="true" />
            <strong>{words.console.rooms.spot(cell.spot)}</strong>
            <span>
              {words.wall.reasons[need.reason](need.since === null ? null : timeText(now - need.since))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

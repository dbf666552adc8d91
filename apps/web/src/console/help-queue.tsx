import type { ConsoleView } from '@evenkeel/classroom/view'
import { CircleAlert } from 'lucide-react'
import type { Act } from '../live/class-link.ts'
import { clockText } from '../live/use-now.ts'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './help-queue.module.css'

interface HelpQueueProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
  now: number
  /** Names are private: on a projected screen only the number of calls is shown. */
  hidden: boolean
  act: Act
  onOpen: (room: string) => void
}

/** Who has called for help, the longest waiting first. */
export function HelpQueue({ view, names, now, hidden, act, onOpen }: HelpQueueProps) {
  const say = words.console.people
  const calls = Object.entries(view.people)
    .flatMap(([id, { help, room }]) => (help === null ? [] : [{ id, help, room }]))
    .sort((a, b) => a.help - b.help)
  if (calls.length === 0) return null
  if (hidden) {
    return (
      <p className={own.help} role="status">
        <strong>{say.callsHidden(calls.length)}</strong>
      </p>
    )
  }
  return (
    <ul className={look.list} aria-label={say.queue}>
      {calls.map(({ id, help, room }) => {
        const spot = room === null ? undefined : view.rooms[room]?.spot
        return (
          <li key={id} className={own.help}>
            <span className={look.who}>
              <CircleAlert size={20} aria-hidden="true" />
              <strong>
                <bdi>{names[id] ?? id}</bdi>
              </strong>
              <span>{say.calls}</span>
              <span>{[spot && say.inRoom(spot), clockText(now - help)].filter(Boolean).join(', ')}</span>
            </span>
            <span className={look.spread}>
              {room !== null && spot !== undefined && (
                <Button onClick={() => onOpen(room)}>{words.console.rooms.open}</Button>
              )}
              <Button onClick={() => void act('EndHelp', { person: id })}>{say.helped}</Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

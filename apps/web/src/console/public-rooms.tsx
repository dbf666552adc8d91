import type { ConsoleView } from '@evenkeel/classroom/view'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { phaseText } from './phase-text.ts'
import own from './rooms-panel.module.css'

/** What of the rooms anybody may see on a projected screen: where they are and their clocks. */
export function PublicRooms({ view, now }: { view: ConsoleView; now: number }) {
  const rooms = Object.entries(view.rooms).sort(([, a], [, b]) => a.spot - b.spot)
  if (rooms.length === 0) return null
  return (
    <ul className={own.grid} aria-label={words.console.rooms.title}>
      {rooms.map(([id, { spot, phase }]) => (
        <li key={id} className={own.tile}>
          <div className={look.between}>
            <strong>{words.console.rooms.spot(spot)}</strong>
            <span className={look.phase}>
              {phase.name === 'stopped' ? words.console.phases.done : phaseText(phase, now)}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

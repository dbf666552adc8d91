import type { Fork } from '@evenkeel/classroom/view'
import type { Timeline } from '@evenkeel/insight/scene'
import { words } from '../words/en.ts'
import { MarkIcon } from './mark-shape.tsx'
import type { ShownScene } from './shown-scene.ts'
import look from './timeline.module.css'

const told = words.debrief.timeline.legend

interface LegendProps {
  scene: ShownScene
  reading: Pick<Timeline, 'segments' | 'first'>
  placed: readonly { readonly mark: 'helped' | 'hurt' }[]
  forks: readonly Fork[]
}

/** Only what is in this drawing. The table says all of it again, so it is hidden from readers of the screen. */
export function Legend({ scene, reading, placed, forks }: LegendProps) {
  const { segments, first } = reading
  const says = (seat: 'customer' | 'officer') => scene.lines.some(line => line.seat === seat)
  const marked = (mark: 'helped' | 'hurt') => placed.some(moment => moment.mark === mark)
  const stroke = (className: string | undefined, d: string) => (
    <svg className={look.icon} viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
      <path className={className} d={d} />
    </svg>
  )
  const all = [
    { there: segments.length > 0, text: told.temperature, sign: stroke(look.curve, 'M1 12H12V4H23') },
    { there: first !== null, text: told.corrected, sign: stroke(look.corrected, 'M1 12H12V4H23') },
    { there: first !== null, text: told.first, sign: stroke(look.first, 'M1 12H12V4H23') },
    { there: marked('helped'), text: told.helped, sign: <MarkIcon kind="helped" /> },
    { there: marked('hurt'), text: told.hurt, sign: <MarkIcon kind="hurt" /> },
    { there: scene.twists.length > 0, text: told.twist, sign: <MarkIcon kind="twist" /> },
    { there: scene.calls.length > 0, text: told.call, sign: <MarkIcon kind="call" /> },
    { there: says('customer'), text: told.customer, sign: stroke(look.customerTick, 'M1 15H23M12 15V3') },
    { there: says('officer'), text: told.officer, sign: stroke(look.officerTick, 'M1 1H23M12 1V13') },
    { there: forks.length > 0, text: told.fork, sign: stroke(look.forkSign, 'M12 16V8l5-6M12 8l-5-6') },
  ]
  return (
    <ul className={look.legend} aria-hidden="true">
      {all
        .filter(each => each.there)
        .map(({ text, sign }) => (
          <li key={text}>
            {sign}
            <span>{text}</span>
          </li>
        ))}
    </ul>
  )
}

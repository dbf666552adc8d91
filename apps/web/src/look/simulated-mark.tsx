import { Bot } from 'lucide-react'
import type { ReactNode } from 'react'
import { simulatedWords } from '../words/en/simulated.ts'
import look from './simulated-mark.module.css'

/** Says on every screen of a simulated class that it is one. `children`: what can be done about it. */
export function SimulatedMark({ on, children }: { on: boolean; children?: ReactNode }) {
  if (!on) return null
  return (
    <aside className={look.mark} data-simulated="" aria-label={simulatedWords.mark}>
      <p>
        <Bot aria-hidden="true" size={20} />
        <span>
          <strong>{simulatedWords.mark}</strong> <span className={look.means}>{simulatedWords.means}</span>
        </span>
      </p>
      {children}
    </aside>
  )
}

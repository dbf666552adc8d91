import type { DeckCard, PlanWarning } from '@evenkeel/classroom/view'
import { CircleAlert, Info } from 'lucide-react'
import { words } from '../words/en.ts'
import { stopsTheStart, warningText } from './warning-text.ts'
import look from './warnings-list.module.css'

interface WarningsProps {
  warnings: readonly PlanWarning[]
  deck: readonly DeckCard[]
  nameOf: (person: string) => string
  /** What stands above those that stop nothing. */
  title: string
  /** A plan that waits: some of them keep it from starting. */
  starts?: boolean
}

/** More than these are folded away. */
const MOST_OPEN = 4

/** In words where an arrangement keeps less than the planner promises; what keeps it from starting comes first. */
export function WarningsList({ warnings, deck, nameOf, title, starts = false }: WarningsProps) {
  const say = words.console.warnings
  const titleOf = (hash: string) => deck.find(card => card.hash === hash)?.title ?? ''
  const texts = (chosen: readonly PlanWarning[]) => [
    ...new Set(chosen.map(warning => warningText(warning, nameOf, titleOf))),
  ]
  const first = starts ? texts(warnings.filter(stopsTheStart)) : []
  const others = texts(starts ? warnings.filter(warning => !stopsTheStart(warning)) : warnings)
  return (
    <div role="status" className={look.place}>
      {first.length > 0 && (
        <div className={look.stops}>
          <p className={look.title}>
            <CircleAlert size={18} aria-hidden="true" />
            <span>{say.first}</span>
          </p>
          <List texts={first} />
        </div>
      )}
      {others.length > 0 && (
        <details className={look.others} open={others.length <= MOST_OPEN}>
          <summary className={look.title}>
            <Info size={18} aria-hidden="true" />
            <span>{`${title} (${others.length})`}</span>
          </summary>
          <List texts={others} />
        </details>
      )}
    </div>
  )
}

function List({ texts }: { texts: readonly string[] }) {
  return (
    <ul className={look.list}>
      {texts.map(text => (
        <li key={text} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  )
}

import type { DeckCard } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../language/class-language.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './plan-options.module.css'
import { Select } from './select.tsx'
import type { OfferedCard } from './use-playbook.ts'

const LEVELS = [1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

interface DeckProps {
  cards: readonly OfferedCard[]
  /** The class's own; what is not among them was saved since. */
  deck: readonly DeckCard[]
  chosen: readonly string[]
  level: Level | undefined
  onChange: (chosen: readonly string[]) => void
  onLevel: (level: Level | undefined) => void
}

/** One card for all, several to choose from, or how hard they shall be. */
export function DeckChoice({ cards, deck, chosen, level, onChange, onLevel }: DeckProps) {
  const say = words.console.plan
  const lang = useCardLanguage()
  const inDeck = new Set(deck.map(({ hash }) => hash))
  // What is chosen stays in sight, whatever level is looked at.
  const shown = cards.filter(
    card => level === undefined || card.difficulty === level || chosen.includes(card.hash),
  )
  return (
    <fieldset className={own.option}>
      <legend className={look.small}>{say.cards}</legend>
      <p className={look.soft}>{say.cardsMean}</p>
      <Select
        label={say.difficulty}
        value={level === undefined ? '' : String(level)}
        onChange={value => onLevel(LEVELS.find(known => String(known) === value))}
        options={[
          { value: '', text: say.anyLevel },
          ...LEVELS.map(known => ({ value: String(known), text: say.levels[known] })),
        ]}
      />
      <div className={own.cards}>
        {shown.map(({ hash, title, difficulty }) => (
          <label key={hash} className={look.check}>
            <input
              type="checkbox"
              checked={chosen.includes(hash)}
              onChange={event =>
                onChange(event.target.checked ? [...chosen, hash] : chosen.filter(known => known !== hash))
              }
            />
            <span>
              <bdi lang={lang}>{title}</bdi>
              <span className={own.level}>
                {inDeck.has(hash) ? say.levels[difficulty] : `${say.levels[difficulty]}, ${say.savedSince}`}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

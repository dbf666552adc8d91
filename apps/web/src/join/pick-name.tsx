import { Check } from 'lucide-react'
import { joinWords } from '../words/en/join.ts'
import look from './pick-name.module.css'

interface PickNameProps {
  names: readonly string[]
  /** What stands in the name's field: it narrows the list. */
  typed: string
  onPick: (name: string) => void
}

const text = joinWords
const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The roster's names that are not here yet. One that was picked stands alone, so that nothing hides the button below. */
export function PickName({ names, typed, onPick }: PickNameProps) {
  const picked = names.includes(typed)
  const fitting = picked ? [typed] : [...new Set(names)].filter(name => plain(name).includes(plain(typed)))
  if (fitting.length === 0) return <p role="status">{text.pickNone}</p>
  return (
    <div>
      <ul className={look.names} aria-label={text.pick}>
        {fitting.map(name => (
          <li key={name}>
            <button
              type="button"
              className={look.name}
              aria-pressed={name === typed}
              onClick={() => onPick(name)}
            >
              <bdi>{name}</bdi>
              <span aria-hidden="true">{name === typed && <Check size={20} />}</span>
            </button>
          </li>
        ))}
      </ul>
      {picked && (
        <button type="button" className={look.all} onClick={() => onPick('')}>
          {text.pickAll}
        </button>
      )}
    </div>
  )
}

import type { CardFinding } from '@evenkeel/protocol/constants'
import { cardsWords } from '../../words/en/cards.ts'
import { fieldId, goToField } from './checked.tsx'
import look from './edit.module.css'

const say = cardsWords.edit
const about = ['id', 'title', 'site', 'difficulty', 'minutes', 'language', 'tags', 'contentNote', 'about']

/** The parts of the form, and what of a card belongs to each. */
const parts = [
  { field: 'about', title: say.about, holds: about },
  { field: 'shared', title: say.shared, holds: ['shared'] },
  { field: 'customer', title: say.customer, holds: ['customer'] },
  { field: 'officer', title: say.officer, holds: ['officer'] },
  { field: 'twists', title: say.twists, holds: ['twists'] },
  { field: 'debrief', title: say.after, holds: ['debrief', 'stepOut'] },
  { field: 'glossary', title: say.glossary, holds: ['glossary'] },
] as const

/** From part to part, each with how much is missing there. */
export function PartsNav({
  problems,
  notices,
}: {
  problems: readonly CardFinding[]
  notices: readonly CardFinding[]
}) {
  const inside = (all: readonly CardFinding[], holds: readonly string[]) =>
    all.filter(({ field }) => holds.includes(field.split('.')[0] ?? ''))
  return (
    <nav className={look.nav} aria-label={say.sections}>
      <ul>
        {parts.map(({ field, title, holds }) => {
          const [missing, worth] = [inside(problems, holds).length, inside(notices, holds).length]
          return (
            <li key={field}>
              <a
                href={`#${fieldId(field)}`}
                onClick={event => {
                  event.preventDefault()
                  goToField(field)
                }}
              >
                <span>{title}</span>
                {missing > 0 && (
                  <span className={look.badge} data-kind="missing">
                    {missing}
                    <span className="visually-hidden"> {say.missing(missing)}</span>
                  </span>
                )}
                {missing === 0 && worth > 0 && (
                  <span className={look.badge} data-kind="notice">
                    {worth}
                    <span className="visually-hidden"> {say.alsoLook(worth)}</span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ul>
      {notices.length > 0 && (
        <div className={look.noticesBox}>
          <p>{say.notices}</p>
          <ul>
            {notices.map(({ field, say: sentence }) => (
              <li key={`${field} ${sentence}`}>
                <button type="button" onClick={() => goToField(field)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  )
}

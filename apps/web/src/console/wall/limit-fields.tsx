import type { AttentionLimits } from '@evenkeel/classroom/view'
import { Field } from '../../look/field.tsx'
import { words } from '../../words/en.ts'
import look from '../console.module.css'
import own from './wall.module.css'

const LIMITS = ['awayFor', 'furiousFor', 'silentFor', 'stillFor', 'unmarkedFor', 'overBy'] as const
/** Of a spoken scene nobody knows whether it is silent, and a device stops nothing. */
const TYPED_ONLY: readonly string[] = ['awayFor', 'silentFor']

/** In seconds, as they are typed. */
export type LimitTexts = Readonly<Record<keyof AttentionLimits, string>>

export const limitTexts = (limits: AttentionLimits): LimitTexts =>
  mapped(name => String(limits[name] / 1_000))

/** In ms. What is empty or no number is NaN. */
export const limitsOf = (texts: LimitTexts): AttentionLimits =>
  mapped(name => {
    const text = texts[name].trim().replace(',', '.')
    return text === '' ? Number.NaN : Math.round(Number(text) * 1_000)
  })

function mapped<T>(make: (name: keyof AttentionLimits) => T): Record<keyof AttentionLimits, T> {
  return {
    awayFor: make('awayFor'),
    furiousFor: make('furiousFor'),
    silentFor: make('silentFor'),
    stillFor: make('stillFor'),
    unmarkedFor: make('unmarkedFor'),
    overBy: make('overBy'),
  }
}

interface LimitFieldsProps {
  texts: LimitTexts
  typed: boolean
  onChange: (texts: LimitTexts) => void
}

/** From when on the wall says that a room needs somebody. */
export function LimitFields({ texts, typed, onChange }: LimitFieldsProps) {
  const say = words.wall.limits
  return (
    <details className={look.details}>
      <summary>{say.title}</summary>
      <div className={own.tools}>
        {LIMITS.filter(name => typed || !TYPED_ONLY.includes(name)).map(name => (
          <Field
            key={name}
            label={say[name]}
            hint={say.inSeconds}
            value={texts[name]}
            inputMode="numeric"
            onChange={event => onChange({ ...texts, [name]: event.target.value })}
          />
        ))}
      </div>
    </details>
  )
}

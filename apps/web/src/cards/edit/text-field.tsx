'use client'

import { countWords } from '@evenkeel/playbook/writing'
import type { ReactNode } from 'react'
import { cardsWords } from '../../words/en/cards.ts'
import { fieldId, Said, useCheckedField } from './checked.tsx'
import look from './edit.module.css'

export interface TextFieldProps {
  /** Its place in the card: `customer.triggers.1.say`. */
  field: string
  label: string
  hint?: string
  value: string
  /** Characters. */
  max?: number
  /** With a limit of words, the count stands beside the label. */
  words?: number
  /** The label is for screen readers only, because the list around it says it. */
  quiet?: boolean
  /** What stands beside the box, such as the button that removes it. */
  beside?: ReactNode
  onChange: (value: string) => void
}

const say = cardsWords.edit

/** A text that grows with what is written in it, checked while you type. The language of the text decides its direction. */
export function TextField({
  field,
  label,
  hint,
  value,
  max = 240,
  words,
  quiet,
  beside,
  onChange,
}: TextFieldProps) {
  const { wrong, notice, touch } = useCheckedField(field)
  const id = fieldId(field)
  const count = words === undefined ? 0 : countWords(value)
  return (
    <div className={look.field}>
      <div className={quiet ? 'visually-hidden' : look.labels}>
        <label htmlFor={id}>{label}</label>
        {words !== undefined && (
          <span className={look.count} data-over={count > words || undefined}>
            {count > words
              ? `${say.words(count, words)}: ${say.tooMany(count - words)}`
              : say.words(count, words)}
          </span>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={look.hint}>
          {hint}
        </p>
      )}
      <div className={look.boxRow}>
        <textarea
          id={id}
          className={look.box}
          dir="auto"
          rows={max > 240 ? 3 : 1}
          value={value}
          maxLength={max}
          aria-describedby={hint === undefined ? `${id}-said` : `${id}-hint ${id}-said`}
          aria-invalid={wrong === undefined ? undefined : true}
          onChange={({ target }) => onChange(target.value)}
          onBlur={touch}
        />
        {beside}
      </div>
      <Said id={`${id}-said`} wrong={wrong} notice={notice} />
    </div>
  )
}

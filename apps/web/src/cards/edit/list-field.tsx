'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '../../look/button.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { fieldId, Said, useCheckedField } from './checked.tsx'
import look from './edit.module.css'
import { TextField } from './text-field.tsx'

const say = cardsWords.edit

/** Sentences of one kind. Between `min` and `max` rows; with `min` equal to `max` rows neither come nor go. */
export function ListField({
  field,
  label,
  hint,
  noun,
  all,
  min = 1,
  max,
  onChange,
}: {
  field: string
  label: string
  hint?: string
  /** One of them, as in "Add a fact". */
  noun: string
  all: readonly string[]
  min?: number
  max: number
  onChange: (all: string[]) => void
}) {
  const { wrong, notice } = useCheckedField(field)
  const id = fieldId(field)
  return (
    <fieldset id={id} className={look.list} tabIndex={-1}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={look.hint}>{hint}</p>}
      {all.map((each, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and their text changes with each key
          key={at}
          field={`${field}.${at}`}
          label={say.number(label, at + 1)}
          quiet
          value={each}
          onChange={text => onChange(all.with(at, text))}
          beside={
            all.length > min && (
              <button
                type="button"
                className={look.remove}
                aria-label={say.remove(say.number(label, at + 1))}
                title={say.remove(noun)}
                onClick={() => onChange(all.toSpliced(at, 1))}
              >
                <X aria-hidden="true" size={20} />
              </button>
            )
          }
        />
      ))}
      <Said id={`${id}-said`} wrong={wrong} notice={notice} />
      {all.length < max && (
        <Button kind="plain" icon={<Plus size={18} />} onClick={() => onChange([...all, ''])}>
          {say.add(noun)}
        </Button>
      )}
    </fieldset>
  )
}

import { useId } from 'react'
import look from './choices.module.css'

interface ChoicesProps<T extends string | number> {
  legend: string
  choices: readonly { readonly value: T; readonly label: string }[]
  value: T | undefined
  onChoose: (value: T) => void
}

/** A few choices side by side: plain radio buttons, so that keys and screen readers know them. */
export function Choices<T extends string | number>({ legend, choices, value, onChoose }: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset className={look.group}>
      <legend>{legend}</legend>
      <div className={look.row}>
        {choices.map(choice => (
          <label key={choice.value} className={look.choice}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { useId } from 'react'
import look from './select.module.css'

interface SelectProps {
  label: string
  value: string
  options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[]
  onChange: (value: string) => void
}

/** The browser's own list: works by keyboard, by thumb and with a screen reader. */
export function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <div className={look.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

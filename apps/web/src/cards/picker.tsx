import { useId } from 'react'
import browse from './browse.module.css'

export interface PickerOption<Value extends string> {
  readonly value: Value
  readonly text: string
  /** Options of one group stand together under its name. */
  readonly group?: string
}

/** The browser's own list, whose values keep their type. */
export function Picker<Value extends string>({
  label,
  value,
  options,
  onChange,
  id,
}: {
  label: string
  value: Value
  options: readonly PickerOption<Value>[]
  onChange: (value: Value) => void
  id?: string
}) {
  const own = useId()
  const groups = [...new Set(options.map(({ group }) => group))]
  return (
    <div className={browse.picker}>
      <label htmlFor={id ?? own}>{label}</label>
      <select
        id={id ?? own}
        value={value}
        onChange={({ target }) => {
          const next = options.find(option => option.value === target.value)
          if (next !== undefined) onChange(next.value)
        }}
      >
        {groups.map(group => {
          const inside = options
            .filter(option => option.group === group)
            .map(option => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))
          return group === undefined ? (
            inside
          ) : (
            <optgroup key={group} label={group}>
              {inside}
            </optgroup>
          )
        })}
      </select>
    </div>
  )
}

import { type ComponentProps, useId } from 'react'
import look from './field.module.css'

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string
  hint?: string | undefined
  /** One sentence about what is wrong; read out when it appears. */
  wrong?: string | undefined
}

export function Field({ label, hint, wrong, className, ...input }: FieldProps) {
  const id = useId()
  const said = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={look.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={look.hint}>
          {hint}
        </p>
      )}
      <input
        {...input}
        id={id}
        className={[look.input, className].filter(Boolean).join(' ')}
        aria-describedby={said || undefined}
        aria-invalid={wrong ? true : undefined}
      />
      <p id={`${id}-wrong`} className={look.wrong} role="alert">
        {wrong}
      </p>
    </div>
  )
}

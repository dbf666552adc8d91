import type { ComponentProps, ReactNode } from 'react'
import look from './option.module.css'

interface OptionProps extends Omit<ComponentProps<'input'>, 'type'> {
  type: 'radio' | 'checkbox'
  /** What is chosen, in bold, with whatever explains it below. */
  children: ReactNode
}

/** One of several things to choose from: the whole box can be pressed. */
export function Option({ children, ...input }: OptionProps) {
  return (
    <label className={look.option} data-off={input.disabled || undefined}>
      <input {...input} />
      <span>{children}</span>
    </label>
  )
}

/** Options that belong together, under what they are about. */
export function Options({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={look.options}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

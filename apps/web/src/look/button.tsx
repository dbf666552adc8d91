import type { ComponentProps, ReactNode } from 'react'
import look from './button.module.css'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** `primary`: the one thing to do here. `quiet`: beside it. `plain`: text only. `danger`: ends something. */
  kind?: 'primary' | 'quiet' | 'plain' | 'danger'
  wide?: boolean
  icon?: ReactNode
  /** Something is under way: stays in place and can't be pressed again. */
  busy?: boolean
  children: ReactNode
}

/**
 * A target of at least 48 px. Disabled buttons stay focusable, so that nobody loses their place. The second click of a double
 * click on the one thing to do counts for nothing: the first has done it.
 */
export function Button({
  kind = 'quiet',
  wide,
  icon,
  busy,
  children,
  onClick,
  className,
  ...rest
}: ButtonProps) {
  const off = rest.disabled === true || busy === true
  return (
    <button
      type="button"
      {...rest}
      disabled={false}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      className={[look.button, look[kind], wide && look.wide, className].filter(Boolean).join(' ')}
      onClick={event => {
        const again = kind === 'primary' && event.detail > 1
        if (off || again) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon !== undefined && <span aria-hidden="true">{icon}</span>}
      <span>{children}</span>
    </button>
  )
}

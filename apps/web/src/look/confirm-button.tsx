'use client'

import { useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'

/** Asks once more on the button itself, in the same place; looking elsewhere takes it back. A double click is no answer. */
export function ConfirmButton({
  really,
  onConfirm,
  children,
  ...rest
}: Omit<ButtonProps, 'onClick'> & { really: string; onConfirm: () => void }) {
  const [asked, setAsked] = useState(false)
  return (
    <Button
      {...rest}
      kind={asked ? 'danger' : (rest.kind ?? 'quiet')}
      onBlur={() => setAsked(false)}
      onClick={event => {
        if (asked && event.detail > 1) return
        setAsked(!asked)
        if (asked) onConfirm()
      }}
    >
      {asked ? really : children}
    </Button>
  )
}

import type { ReactNode } from 'react'
import look from './table.module.css'

/** A table that may be wider than a phone: it scrolls by itself, by keys too. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only keys must be able to scroll it
    <section className={look.scroll} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

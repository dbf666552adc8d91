'use client'

import { type ReactNode, Suspense } from 'react'
import { NotYet } from '../look/one-moment.tsx'
import look from './frame.module.css'
import { useDark } from './use-dark.ts'

interface FrameProps {
  /** The bar of the seat: on every screen, in the same place. */
  bar: ReactNode
  /** The one primary action and what comes next. */
  foot?: ReactNode
  /** The content fills the screen and scrolls by itself, as scenes do. */
  fill?: boolean
  /** For whoever shall not look at the screen. */
  dark?: boolean
  children: ReactNode
}

export function Frame({ bar, foot, fill, dark, children }: FrameProps) {
  useDark(dark === true)
  return (
    <div className={look.frame} data-fill={fill || undefined}>
      <header className={look.bar}>{bar}</header>
      <main className={look.main}>
        <Suspense fallback={<NotYet />}>{children}</Suspense>
      </main>
      {foot && (
        <footer className={look.foot}>
          <div className={look.inner}>{foot}</div>
        </footer>
      )}
    </div>
  )
}

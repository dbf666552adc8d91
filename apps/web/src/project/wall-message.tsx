'use client'

import { useEffect } from 'react'
import look from './project.module.css'

interface WallMessageProps {
  title: string
  text?: string
  /** Called a moment after this was shown. */
  after?: () => void
}

/** One sentence in the middle of the wall. */
export function WallMessage({ title, text, after }: WallMessageProps) {
  useEffect(() => {
    if (after === undefined) return
    const timer = setTimeout(after, 3_000)
    return () => clearTimeout(timer)
  }, [after])
  return (
    <main className={look.middle}>
      <h1 className={look.title}>{title}</h1>
      {text && <p className={look.text}>{text}</p>}
    </main>
  )
}

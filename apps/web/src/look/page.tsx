import type { ReactNode } from 'react'
import look from './page.module.css'

interface PageProps {
  /** Stands above the content on every screen, in the same place. */
  top?: ReactNode
  /** The one primary action and what belongs to it; stays at the bottom of a phone. */
  foot?: ReactNode
  wide?: boolean
  /** The whole width of a large screen: for many things side by side. */
  full?: boolean
  children: ReactNode
}

export function Page({ top, foot, wide, full, children }: PageProps) {
  return (
    <div className={look.page}>
      {top && <header className={look.top}>{top}</header>}
      <main className={full ? look.full : wide ? look.wide : look.main}>{children}</main>
      {foot && <footer className={look.foot}>{foot}</footer>}
    </div>
  )
}

/** A group of things that belong together. */
export function Panel({ children, tone }: { children: ReactNode; tone?: 'plain' | 'soft' }) {
  return <section className={tone === 'soft' ? look.soft : look.panel}>{children}</section>
}

export function Stack({ children, gap = 4 }: { children: ReactNode; gap?: 2 | 3 | 4 | 5 | 6 }) {
  return <div className={[look.stack, look[`gap${gap}`]].join(' ')}>{children}</div>
}

export function Row({ children }: { children: ReactNode }) {
  return <div className={look.row}>{children}</div>
}

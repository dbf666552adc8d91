import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Page } from '../look/page.tsx'
import { recordsWords as say } from '../words/en/records.ts'
import { CLASSES, PEOPLE } from './addresses.ts'
import look from './records.module.css'

interface FrameProps {
  /** Which of the two lists this belongs to. */
  at: 'classes' | 'people'
  /** Deeper than a list: the way back goes there. */
  inside?: boolean
  children: ReactNode
}

/** Every screen of the records: the way back, the two lists, and what is shown. In print only the last. */
export function RecordsFrame({ at, inside, children }: FrameProps) {
  const back = inside ? (at === 'people' ? PEOPLE : CLASSES) : '/console/'
  const top = (
    <div className={look.bar}>
      <a href={back} className={look.back}>
        <ArrowLeft aria-hidden="true" size={20} />
        <span>{inside ? say.backToRecords : say.back}</span>
      </a>
      <nav aria-label={say.parts} className={look.tabs}>
        <a href={CLASSES} aria-current={at === 'classes' ? 'page' : undefined}>
          {say.classes}
        </a>
        <a href={PEOPLE} aria-current={at === 'people' ? 'page' : undefined}>
          {say.people}
        </a>
      </nav>
    </div>
  )
  return (
    <Page wide top={top}>
      {children}
    </Page>
  )
}

import { linkWords } from '../words/en/link.ts'
import look from './one-moment.module.css'
import { Page } from './page.tsx'

/** Stands in the exported page until its script runs. */
export function OneMoment() {
  return (
    <Page>
      <NotYet />
    </Page>
  )
}

/** Stands where something is still being fetched, and says so once that takes longer than a blink. */
export const NotYet = () => (
  <p role="status" className={look.notYet}>
    {linkWords.oneMoment}
  </p>
)

import { linkWords } from '../words/en/link.ts'
import { Page } from './page.tsx'

/** Stands in the exported page until its script runs. */
export function OneMoment() {
  return (
    <Page>
      <p>{linkWords.oneMoment}</p>
    </Page>
  )
}

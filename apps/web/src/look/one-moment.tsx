import { words } from '../words/en.ts'
import { Page } from './page.tsx'

/** Stands in the exported page until its script runs. */
export function OneMoment() {
  return (
    <Page>
      <p>{words.link.oneMoment}</p>
    </Page>
  )
}

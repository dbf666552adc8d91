import { Page, Stack } from '../look/page.tsx'
import { linkWords } from '../words/en/link.ts'

const text = linkWords.lost

/** An address that leads nowhere. Our own, because Next's has styles inside that the page's policy forbids. */
export default function NotFound() {
  return (
    <Page>
      <Stack gap={5}>
        <h1>{text.title}</h1>
        <p>{text.means}</p>
        <p>
          <a className="way" href="/">
            {text.join}
          </a>
        </p>
        <p>
          <a className="way" href="/console/">
            {text.console}
          </a>
        </p>
      </Stack>
    </Page>
  )
}

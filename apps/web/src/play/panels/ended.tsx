import { DoorClosed } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../../look/button.tsx'
import { Page, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { forgetTab } from '../forget-tab.ts'

const text = playWords.ended

export type EndedKind =
  | 'signed-out'
  | 'unknown'
  | 'version'
  | 'closed'
  | 'moved-on'
  | 'removed'
  | 'blocked'
  | 'other'

/** The page can't go on: what is the matter, and the one thing that helps. */
export function Ended({ kind, say }: { kind: EndedKind; say: string }) {
  useEffect(() => {
    if (kind === 'moved-on') forgetTab()
  }, [kind])
  return (
    <Page>
      <Stack gap={5}>
        <DoorClosed aria-hidden="true" size={40} />
        <h1>{text[kind]}</h1>
        <p>{say}</p>
        {kind === 'moved-on' && <p>{text.movedMeans}</p>}
        {kind === 'signed-out' && <p>{text.otherTab}</p>}
        {kind === 'version' ? (
          <Button kind="primary" wide onClick={() => location.reload()}>
            {text.reload}
          </Button>
        ) : (
          kind !== 'closed' &&
          kind !== 'blocked' && (
            <Button kind="primary" wide onClick={() => location.assign('/')}>
              {text.join}
            </Button>
          )
        )}
      </Stack>
    </Page>
  )
}

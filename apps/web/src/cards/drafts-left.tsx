import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Panel, Row, Stack } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import browse from './browse.module.css'
import look from './cards.module.css'

/** A draft on this device. `key` says what it began from, `title` may be empty. */
export interface DraftHead {
  readonly key: string
  readonly title: string
  readonly at: number
}

export const whenText = (at: number | string) =>
  new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })

/** What was begun on this device and never saved. */
export function DraftsLeft({
  drafts,
  onContinue,
  onThrowAway,
}: {
  drafts: readonly DraftHead[]
  onContinue: (draft: DraftHead) => void
  onThrowAway: (draft: DraftHead) => void
}) {
  const say = words.browse
  if (drafts.length === 0) return null
  return (
    <Panel tone="soft">
      <Stack gap={3}>
        <div>
          <h2 className={look.smallTitle}>{say.drafts}</h2>
          <p className={look.soft}>{say.draftsMeans}</p>
        </div>
        <ul className={browse.drafts}>
          {drafts.map(draft => (
            <li key={draft.key} className={look.between}>
              <span>
                <strong>
                  <bdi>{draft.title.trim() === '' ? say.untitled : draft.title}</bdi>
                </strong>{' '}
                <span className={look.soft}>{whenText(draft.at)}</span>
              </span>
              <Row>
                <Button onClick={() => onContinue(draft)}>{say.goOn}</Button>
                <ConfirmButton kind="plain" really={say.throwAwayReally} onConfirm={() => onThrowAway(draft)}>
                  {say.throwAway}
                </ConfirmButton>
              </Row>
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  )
}

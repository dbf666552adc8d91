import { Button } from '../../look/button.tsx'
import { Row, Stack } from '../../look/page.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { cardAddress } from '../card-tile.tsx'
import look from './edit.module.css'

export interface ChangedProps {
  /** The hash of what the other person saved; none when they deleted the card. */
  readonly theirs: string | undefined
  /** Who saved it. */
  readonly by: string | undefined
  readonly onMine: () => void
  readonly onCopy: () => void
}

const say = cardsWords.edit

/** Somebody saved this card in the meantime. Nothing is lost, and the choice is the writer's. */
export function ChangedNotice({ theirs, by, onMine, onCopy, busy }: ChangedProps & { busy: boolean }) {
  return (
    <section className={look.changed} role="alert">
      <Stack gap={3}>
        <h2>
          {theirs === undefined ? say.goneTitle : by === undefined ? say.changedTitle : say.changedBy(by)}
        </h2>
        <p>{theirs === undefined ? say.goneMeans : say.changedMeans}</p>
        <Row>
          <Button busy={busy} onClick={onCopy}>
            {say.changedCopy}
          </Button>
          {theirs !== undefined && (
            <>
              <Button busy={busy} onClick={onMine}>
                {say.changedMine}
              </Button>
              <a href={cardAddress(theirs)} target="_blank" rel="noreferrer">
                {say.changedTheirs}
              </a>
            </>
          )}
        </Row>
      </Stack>
    </section>
  )
}

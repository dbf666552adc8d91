import type { CardRow } from '@evenkeel/protocol/constants'
import { cardsWords as words } from '../words/en/cards.ts'
import { cardAddress } from './card-tile.tsx'
import { whenText } from './drafts-left.tsx'
import read from './read.module.css'

const say = words.read

/** Where a card comes from and who saved it last. */
export function Provenance({ row: { origin, version, provenance } }: { row: CardRow }) {
  if (provenance === undefined) {
    return <p className={read.origin}>{origin === 'playbook' ? words.playbook : words.version(version)}</p>
  }
  const { savedBy, savedAt, copiedFrom, importedFrom } = provenance
  return (
    <p className={read.origin}>
      <span>{words.version(version)}</span>
      <span>
        {`${say.savedBy} `}
        <bdi>{savedBy}</bdi>
        {` ${say.on(whenText(savedAt))}`}
      </span>
      {copiedFrom !== undefined && (
        <span>
          {`${say.copiedFrom} `}
          <a href={cardAddress(copiedFrom.hash)}>
            <bdi>{copiedFrom.title}</bdi>
          </a>
        </span>
      )}
      {importedFrom !== undefined && (
        <span>
          {`${say.importedFrom} `}
          <bdi>{importedFrom}</bdi>
        </span>
      )}
    </p>
  )
}

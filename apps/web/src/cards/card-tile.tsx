import type { CardRow } from '@evenkeel/protocol/constants'
import { cardsWords as words } from '../words/en/cards.ts'
import { behaviourWord } from './behaviour-word.ts'
import { CardFacts } from './card-facts.tsx'
import tile from './card-tile.module.css'
import look from './cards.module.css'
import { GoLink } from './go-link.tsx'

/** The address of one card's page. */
export const cardAddress = (hash: string) => `/cards/?card=${encodeURIComponent(hash)}`

/** One card in the list. The whole tile leads to the card, but for its checkbox. */
export function CardTile({
  row,
  chosen,
  onToggle,
  onOpen,
}: {
  row: CardRow
  chosen: boolean
  onToggle: () => void
  onOpen: () => void
}) {
  return (
    <li className={tile.tile} data-chosen={chosen || undefined}>
      <label className={tile.tick}>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span className="visually-hidden">{words.browse.choose(row.title)}</span>
      </label>
      <h2 className={tile.tileTitle}>
        <GoLink href={cardAddress(row.hash)} className={tile.cover} onGo={onOpen}>
          <bdi lang={row.language}>{row.title}</bdi>
        </GoLink>
      </h2>
      <CardFacts row={row} />
      <p className={tile.small}>
        <span className={look.soft}>{`${words.browse.upsets}: `}</span>
        <bdi lang={row.language}>{row.contentNote}</bdi>
      </p>
      <p className={tile.trains}>
        <span className={look.soft}>{`${words.browse.trains}: `}</span>
        <span>{[...new Set(row.behaviours)].map(behaviourWord).join(', ')}</span>
      </p>
    </li>
  )
}

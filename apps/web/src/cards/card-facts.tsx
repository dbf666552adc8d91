import type { CardRow } from '@evenkeel/protocol/constants'
import { Clock, Languages, MapPin, PenLine } from 'lucide-react'
import { cardsWords as words } from '../words/en/cards.ts'
import tile from './card-tile.module.css'

type Facts = Pick<CardRow, 'site' | 'difficulty' | 'minutes' | 'language' | 'origin'>

/** Place, difficulty, length and language in one line, each a word beside its sign. */
export function CardFacts({ row }: { row: Facts }) {
  return (
    <ul className={tile.facts}>
      <li>
        <MapPin aria-hidden="true" size={16} />
        <span>{words.sites[row.site]}</span>
      </li>
      <li>
        <span className={tile.dots} data-level={row.difficulty} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span>{words.difficulty[row.difficulty]}</span>
      </li>
      <li>
        <Clock aria-hidden="true" size={16} />
        <span>{words.minutes(row.minutes)}</span>
      </li>
      <li>
        <Languages aria-hidden="true" size={16} />
        <span>{words.languages[row.language]}</span>
      </li>
      {row.origin === 'own' && (
        <li className={tile.own}>
          <PenLine aria-hidden="true" size={16} />
          <span>{words.own}</span>
        </li>
      )}
    </ul>
  )
}

import type { CardRow } from '@evenkeel/protocol/constants'
import { Button } from '../look/button.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import browse from './browse.module.css'
import { type CardFilter, waysOut, without } from './filter-cards.ts'

const say = words.browse

/** Nothing fits: says so, and which one thing to take away to find how many. */
export function NoneFit({
  rows,
  filter,
  onFilter,
}: {
  rows: readonly CardRow[]
  filter: CardFilter
  onFilter: (filter: CardFilter) => void
}) {
  const ways = waysOut(rows, filter, words.sites)
  return (
    <div className={browse.empty}>
      <h2>{say.noneFit}</h2>
      <p>{ways.length > 0 ? say.noneFitMeans : say.onlyTogether}</p>
      <div className={browse.ways}>
        {ways.map(({ part, count }) => (
          <Button key={part} onClick={() => onFilter(without(filter, part))}>
            {say.without[part](count)}
          </Button>
        ))}
        {ways.length === 0 && <Button onClick={() => onFilter({})}>{say.clear}</Button>}
      </div>
    </div>
  )
}

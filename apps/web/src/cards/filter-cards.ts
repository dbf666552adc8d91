import type { BehaviourId } from '@evenkeel/playbook/words'
import type { Difficulty, Language, Site } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'

/** What the list is narrowed by; an absent part asks for nothing. */
export interface CardFilter {
  readonly text?: string
  readonly site?: Site
  readonly difficulty?: Difficulty
  readonly language?: Language
  /** A technique or a pitfall that the card trains. */
  readonly behaviour?: BehaviourId
  readonly origin?: CardRow['origin']
}

export type FilterPart = keyof CardFilter

/** Case and accents do not matter in a search. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase()

/** Each word that was typed has to stand somewhere in what a row says, `siteWord` being the site as people read it. */
function says(row: CardRow, text: string, siteWord: string): boolean {
  const haystack = plain([row.title, siteWord, row.contentNote, row.id, ...row.tags].join(' '))
  return plain(text)
    .split(/\s+/)
    .every(word => haystack.includes(word))
}

/** The rows that fit all parts, in the order they came. */
export function filterCards(
  rows: readonly CardRow[],
  filter: CardFilter,
  siteWords: Readonly<Record<Site, string>>,
): readonly CardRow[] {
  return rows.filter(
    row =>
      (filter.site === undefined || row.site === filter.site) &&
      (filter.difficulty === undefined || row.difficulty === filter.difficulty) &&
      (filter.language === undefined || row.language === filter.language) &&
      (filter.behaviour === undefined || row.behaviours.includes(filter.behaviour)) &&
      (filter.origin === undefined || row.origin === filter.origin) &&
      (filter.text === undefined || says(row, filter.text, siteWords[row.site])),
  )
}

/** For an empty list: how many cards there would be without each of the parts, the most helpful first. */
export function waysOut(
  rows: readonly CardRow[],
  filter: CardFilter,
  siteWords: Readonly<Record<Site, string>>,
): readonly { readonly part: FilterPart; readonly count: number }[] {
  const parts: readonly FilterPart[] = ['text', 'site', 'difficulty', 'language', 'behaviour', 'origin']
  return parts
    .filter(part => filter[part] !== undefined)
    .map(part => ({ part, count: filterCards(rows, without(filter, part), siteWords).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

export function without(filter: CardFilter, part: FilterPart): CardFilter {
  const { [part]: _, ...rest } = filter
  return rest
}

import type { Card } from '@evenkeel/playbook/writing'
import type {
  CardChecked,
  CardFinding,
  CardImport,
  CardList,
  CardRow,
  CardSaved,
  CardsExist,
  CardsImported,
  CardWhole,
  FileFinding,
} from '@evenkeel/protocol/constants'
import { type Asked, ask } from '../live/ask.ts'

/** The server's playbook over http, as the cards' screens use it. */

export const fetchCards = () => ask<CardList>('GET', '/api/cards')
export const fetchCard = (hash: string) => ask<CardWhole>('GET', `/api/cards/${encodeURIComponent(hash)}`)
export const deleteCard = (id: string) => ask<object>('DELETE', `/api/cards/${encodeURIComponent(id)}`)

export const checkCard = (card: Card, copiedFrom: string | undefined) =>
  ask<CardChecked>('POST', '/api/cards/check', { card, ...(copiedFrom && { copiedFrom }) })

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly row: CardRow }
  /** 422: what has to be put right first. */
  | { readonly kind: 'problems'; readonly problems: CardFinding[]; readonly say: string }
  /** Somebody else saved or deleted the card that this one replaces. */
  | { readonly kind: 'changed' }
  /** Another card has this id. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'failed'; readonly say: string }

export async function saveCard(
  card: Card,
  from: { replaces?: string | undefined; copiedFrom?: string | undefined },
): Promise<SaveAnswer> {
  const { replaces, copiedFrom } = from
  const body = { card, ...(replaces && { replaces }), ...(copiedFrom && { copiedFrom }) }
  const asked = await ask<CardSaved>('POST', '/api/cards', body)
  if (asked.ok) return { kind: 'saved', row: asked.body.row }
  const problems = listIn(asked, 'problems', isFinding)
  if (problems.length > 0) return { kind: 'problems', problems, say: asked.say }
  if (asked.kind === 'moved-on' || asked.kind === 'gone') return { kind: 'changed' }
  if (asked.kind === 'taken') return { kind: 'taken' }
  return { kind: 'failed', say: asked.say }
}

type Existing = CardsExist['existing'][number]

export type ImportAnswer =
  | { readonly kind: 'imported'; readonly answer: CardsImported }
  | { readonly kind: 'problems'; readonly problems: readonly FileFinding[] }
  | { readonly kind: 'existing'; readonly existing: Existing[] }
  | { readonly kind: 'failed'; readonly say: string }

export async function importCards(body: CardImport): Promise<ImportAnswer> {
  const asked = await ask<CardsImported>('POST', '/api/cards/import', body)
  if (asked.ok) return { kind: 'imported', answer: asked.body }
  const problems = listIn(asked, 'problems', isFileFinding)
  if (problems.length > 0) return { kind: 'problems', problems }
  const existing = listIn(asked, 'existing', isExisting)
  if (existing.length > 0) return { kind: 'existing', existing }
  return { kind: 'failed', say: asked.say }
}

/** What a refusal lists, as far as it has the shape that was agreed. */
function listIn<Item>(
  asked: Extract<Asked<unknown>, { ok: false }>,
  name: string,
  is: (value: unknown) => value is Item,
): Item[] {
  const list = part(asked.whole, name)
  return Array.isArray(list) ? list.filter(is) : []
}

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
const isText = (value: unknown, name: string) => typeof part(value, name) === 'string'
const isFinding = (value: unknown): value is CardFinding => isText(value, 'field') && isText(value, 'say')
const isFileFinding = (value: unknown): value is FileFinding => isText(value, 'file') && isText(value, 'say')
const isExisting = (value: unknown): value is Existing =>
  isText(value, 'id') && isText(value, 'title') && isText(value, 'file') && isText(value, 'origin')

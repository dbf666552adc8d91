import type { z } from 'zod'
import { type Card, cardSchema } from './card.ts'

export type CardPath = readonly (string | number)[]

/** What is wrong and where. `field` is the path for people (counted from 1), `say` completes "<field> ...". */
export type CardProblem = { readonly path: CardPath; readonly field: string; readonly say: string }

export type CheckedCard =
  | { readonly ok: true; readonly card: Card }
  | { readonly ok: false; readonly problems: readonly CardProblem[] }

/** Reads any value as a card; what is wrong comes back in words, one problem for each place. */
export function checkCard(value: unknown): CheckedCard {
  const parsed = cardSchema.safeParse(value, { error: inWords })
  if (parsed.success) return { ok: true, card: parsed.data }
  return { ok: false, problems: parsed.error.issues.flatMap(problemsOf) }
}

/** `['customer', 'triggers', 1, 'say']` as "customer > triggers > 2 > say"; the whole card when empty. */
export function fieldName(path: CardPath): string {
  if (path.length === 0) return 'the card'
  return path.map(step => (typeof step === 'number' ? String(step + 1) : step)).join(' > ')
}

function problemsOf(issue: z.core.$ZodIssue): CardProblem[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code !== 'unrecognized_keys') return [{ path, field: fieldName(path), say: issue.message }]
  return issue.keys.map(key => {
    const stranger = [...path, key]
    return { path: stranger, field: fieldName(stranger), say: 'is not a part of a card' }
  })
}

/** For the shapes that have no wording of their own in the schema. */
function inWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type' && issue.expected === 'object') return 'must be a group of named parts'
  return 'is not as a card needs it'
}

import { Trail } from '../trail.ts'

/**
 * How many slots (fields and list entries) of a state were written anew by one event: a measure of the work that does
 * not hang on the machine. Parts that are the same objects as before cost nothing; a trail counts as one slot, because
 * its versions share what they hold.
 */
export function slotsCopied(before: unknown, after: unknown): number {
  if (before === after || typeof after !== 'object' || after === null) return 0
  if (after instanceof Trail) return 1
  const earlier =
    typeof before === 'object' && before !== null ? (before as Readonly<Record<string, unknown>>) : {}
  const entries = Object.entries(after)
  return entries.reduce((slots, [key, part]) => slots + slotsCopied(earlier[key], part), entries.length)
}

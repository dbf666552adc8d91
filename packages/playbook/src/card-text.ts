import { z } from 'zod'

/** Line breaks are kept; other control characters and broken surrogates have no place in text that people read. */
const unprintable = /(?!\n)[\p{Cc}\p{Cs}]/u

/** Trimmed, never empty, at most `max` UTF-16 units. The messages complete the sentence "<field> ...". */
export function text(max: number) {
  return z
    .string({ error: issue => (issue.input === undefined ? 'is missing' : 'must be text') })
    .trim()
    .min(1, 'is empty')
    .max(max, `is too long: at most ${max} characters`)
    .refine(value => !unprintable.test(value), 'has characters that cannot be shown')
}

/** Between `min` and `max` of the same thing; `noun` is a plural for the message. */
export function listOf<Item extends z.ZodType>(item: Item, min: number, max: number, noun: string) {
  const wanted = min === max ? `exactly ${min} ${noun}` : `${min} to ${max} ${noun}`
  return z
    .array(item, {
      error: issue =>
        issue.input === undefined ? `is missing: write ${wanted}` : `must be a list of ${wanted}`,
    })
    .min(min, `needs ${wanted}`)
    .max(max, `needs ${wanted}`)
}

/** One of a closed list; a wrong value is answered with the list. */
export function oneOf<const Ids extends readonly [string, ...string[]]>(ids: Ids) {
  return z.enum(ids, {
    error: issue => (issue.input === undefined ? 'is missing' : `must be one of: ${ids.join(', ')}`),
  })
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  const range = `must be a whole number from ${min} to ${max}`
  return z
    .int({ error: issue => (issue.input === undefined ? 'is missing' : range) })
    .min(min, range)
    .max(max, range)
}

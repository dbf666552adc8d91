import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { cardHash, loadCards } from './cards.ts'
import { contentHash } from './content-hash.ts'

/** The same content with every object's keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

/** Every copy of the value in which one text has one more character. */
function* touched(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}.`
  else if (Array.isArray(value))
    for (const [index, each] of value.entries())
      for (const changed of touched(each)) yield value.with(index, changed)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value))
      for (const changed of touched(each)) yield { ...value, [key]: changed }
}

describe('the hash of a card', () => {
  test('is 32 hex characters, and the known one for a known value', () => {
    for (const { hash } of loadCards()) expect(hash).toMatch(/^[0-9a-f]{32}$/)
    // printf '{"a":[1,"é"],"b":null}' | sha256sum | cut -c1-32
    expect(contentHash({ b: null, a: [1, 'é'], c: undefined })).toBe('1e02bc81a26af2f027329541e97eef36')
  })

  test('does not depend on the order of keys', () => {
    for (const { card, hash } of loadCards()) expect(contentHash(reversed(card))).toBe(hash)
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
      { numRuns: 200 },
    )
  })

  test('changes with any text of the card', () => {
    const [first] = loadCards()
    if (first === undefined) throw new Error('no cards')
    const hashes = [...touched(first.card)].map(contentHash)
    expect(hashes.length).toBeGreaterThan(60)
    expect(new Set([...hashes, cardHash(first.card)]).size).toBe(hashes.length + 1)
  })
})

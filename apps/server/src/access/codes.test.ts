import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededBytes } from '../http/app-under-test.ts'
import { CODE_ALPHABET, foldLookAlikes, makeCode, makeLetters, normaliseCode, showCode } from './codes.ts'

describe('the alphabet', () => {
  test('has no vowel, no Y, and nothing twice', () => {
    expect(CODE_ALPHABET).not.toMatch(/[AEIOUY]/)
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length)
  })

  test('has at most one of each family of look-alikes', () => {
    for (const family of ['0OQ', '1IL', '2Z', '5S', '6G', '8B', 'UV', 'A4', 'E3']) {
      expect([...family].filter(one => CODE_ALPHABET.includes(one))).toHaveLength(1)
    }
  })
})

describe('typed anyhow', () => {
  test.each([
    ['BK74QM', 'BK74QM'],
    ['bk7 4qm', 'BK74QM'],
    [' b-k-7–4.q m\n', 'BK74QM'],
    ['8k74om', 'BK74QM'],
    ['BK7A0M', 'BK74QM'],
    ['ＢＫ７４ＱＭ', 'BK74QM'],
    ['iz5u6e', 'LZSVG3'],
  ])('%j is %s', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code)
  })

  test.each(['', 'BK74Q', 'BK74QMM', 'BK74QY', 'BK749É', '💥💥💥', 'B'.repeat(41)])(
    '%j is no code',
    typed => {
      expect(normaliseCode(typed)).toBeUndefined()
    },
  )

  test('whatever is typed, what comes out is a code or nothing, and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const code = normaliseCode(typed)
        if (code === undefined) return
        expect([...code].every(one => CODE_ALPHABET.includes(one))).toBe(true)
        expect(normaliseCode(code)).toBe(code)
        expect(normaliseCode(showCode(code).toLowerCase())).toBe(code)
      }),
    )
  })

  test('it is shown in two halves', () => {
    expect(showCode('BK74QM')).toBe('BK7 4QM')
  })
})

describe('made', () => {
  test('codes are codes, and every letter comes up about equally often', () => {
    const random = seededBytes('codes')
    const counts = new Map<string, number>()
    for (let count = 0; count < 4_000; count++) {
      const code = makeCode(random)
      expect(normaliseCode(code)).toBe(code)
      for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    const expected = (4_000 * 6) / CODE_ALPHABET.length
    expect(counts.size).toBe(CODE_ALPHABET.length)
    for (const count of counts.values()) expect(Math.abs(count - expected) / expected).toBeLessThan(0.15)
  })

  test('a byte that would favour the first letters is thrown away', () => {
    const bytes = [255, 254, 0, 240, 1, 2]
    const random = (count: number) => Buffer.from(bytes.splice(0, count))
    expect(makeLetters(random, 3)).toBe('BCD')
  })

  test('folding leaves letters alone that belong to no family', () => {
    expect(foldLookAlikes('kmtr-7xqd')).toBe('KMTR7XQD')
  })
})

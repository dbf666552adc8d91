import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from './card.ts'
import { cardFileLimit, cardHash } from './card-file.ts'
import { loadCards } from './cards.ts'
import { readCardsFile } from './cards-file.ts'
import { checkCard } from './check-card.ts'
import { writeCards } from './write-cards.ts'

const cards = loadCards().map(each => each.card)
const [one, two, three] = cards
if (one === undefined || two === undefined || three === undefined) throw new Error('too few cards')
const both = writeCards([one, two])
const lineOf = (text: string, start: string, from = 0) =>
  text.split('\n').findIndex((line, index) => index >= from && line.startsWith(start)) + 1

async function saysOf(source: string | Uint8Array): Promise<string[]> {
  const read = await readCardsFile('my.yaml', source)
  return read.ok ? [] : read.problems.map(each => each.say)
}

describe('several cards in one file', () => {
  test('[K7] all of them are read, with their hashes and the lines of their ids', async () => {
    const read = await readCardsFile('my.yaml', both)
    const second = lineOf(both, 'id:', 3)
    expect(read).toEqual({
      ok: true,
      cards: [
        { card: one, hash: cardHash(one), file: 'my.yaml', idLine: 1 },
        { card: two, hash: cardHash(two), file: 'my.yaml', idLine: second },
      ],
    })
    for (const odd of [
      `---\n${both}`,
      `# mine\n---\n${both}---\n`,
      `\uFEFF${both}`,
      both.replaceAll('\n', '\r\n'),
    ])
      expect((await readCardsFile('my.yaml', odd)).ok, odd.slice(0, 20)).toBe(true)
    expect(await readCardsFile('my.yaml', new TextEncoder().encode(both))).toEqual(read)
  })

  test('[K7] what is wrong in the second is told with the line of the file', async () => {
    const at = lineOf(both, '---')
    const bad = both
      .split('\n')
      .map((line, index) => (index > at && line.startsWith('site:') ? 'site: moon' : line))
    expect(await saysOf(bad.join('\n'))).toEqual([
      expect.stringMatching(
        new RegExp(`^my\\.yaml, line ${lineOf(both, 'site:', at)}: site must be one of: airport`),
      ),
    ])
    const tag = both
      .split('\n')
      .map((line, index) => (index > at && line.startsWith('title:') ? 'title: !x y' : line))
    expect(await saysOf(tag.join('\n'))).toEqual([
      `my.yaml, line ${lineOf(both, 'title:', at)} has a tag (!x), and cards may not use tags.`,
    ])
  })

  test('[K7] every language but ours is refused with the list, and one card too large with its line', async () => {
    expect(await saysOf(both.replace('language: en', 'language: tlh'))).toEqual([
      expect.stringContaining('language must be one of: en, es.'),
    ])
    const large = `${writeCards([one])}---\n# ${'x'.repeat(cardFileLimit)}\n${writeCards([two])}`
    expect(await saysOf(large)).toEqual([expect.stringMatching(/^my\.yaml, line \d+ is too large: /)])
    expect(await saysOf('---\n'.repeat(5))).toEqual([
      expect.stringContaining('must be a group of named parts'),
    ])
    expect(await saysOf(`${writeCards([one])}---\n`.repeat(201))).toEqual([
      'my.yaml holds more than 200 cards.',
    ])
  })

  test('[K7] control is given back after each card', async () => {
    let pauses = 0
    await readCardsFile('my.yaml', both, async () => {
      pauses += 1
    })
    expect(pauses).toBe(2)
  })
})

describe('written cards', () => {
  test('[K7] any text that a card may have comes back as it was: markup, other scripts, look-alikes, emoji', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '&amp; {{x}} $y',
        'раураl — Аmy',
        'מה שלומך?',
        '👩‍👩‍👧‍👦',
        '- a: b # c',
        '---\na: b',
        '"',
        "'",
        '!x',
        '*a',
        '|',
        'yes',
        '1e3',
        '? :',
        'a\n\n b\n',
        '\u2028',
        '\u200d',
      ),
    )
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, opening, happened) => {
        const checked = checkCard({
          ...one,
          title,
          shared: { ...one.shared, happened },
          customer: { ...one.customer, opening },
        })
        if (!checked.ok) return
        const read = await readCardsFile('my.yaml', writeCards([checked.card, two]))
        expect(read.ok && read.cards.map(({ card }) => card)).toEqual([checked.card, two])
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test('[K7] all that ship, in one file', async () => {
    const read = await readCardsFile('all.yaml', writeCards(cards))
    expect(read.ok && read.cards.map(({ hash }) => hash)).toEqual(cards.map(cardHash))
  })
})

describe('1,000 broken files', () => {
  const source = writeCards([one, two, three])
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '---\n',
      '\n---',
      '...\n',
      '&a ',
      '*a',
      '!x ',
      '\n  - ',
      '{',
      '[',
      '"',
      ': ',
      '? ',
      '<<: *a',
      '\t',
      '\u0000',
      '\r',
      '\u202e',
      '|',
      '>-',
      '#',
      '%YAML 1.1\n',
    ),
  )
  const edit = fc.tuple(fc.nat(source.length), fc.oneof(fc.nat(40), fc.nat(source.length)), piece, fc.nat(30))
  const mutated = fc
    .array(edit, { minLength: 1, maxLength: 5 })
    .map(edits =>
      edits.reduce(
        (now, [at, cut, put, times]) => now.slice(0, at) + put.repeat(times) + now.slice(at + cut),
        source,
      ),
    )

  test('[K7] each is accepted or refused in sentences with the name of the file, and none takes long', async () => {
    let accepted = 0
    let slowest = 0
    await fc.assert(
      fc.asyncProperty(mutated, async text => {
        const begun = performance.now()
        const read = await readCardsFile('my.yaml', text)
        slowest = Math.max(slowest, performance.now() - begun)
        if (read.ok) {
          accepted += 1
          for (const { card } of read.cards) expect(isWhole(card)).toBe(true)
        } else {
          expect(read.problems.length).toBeGreaterThan(0)
          for (const { say } of read.problems) expect(say).toMatch(/^my\.yaml[ ,:][\s\S]*\.$/)
        }
      }),
      { numRuns: 1_000, seed: 20_261_123 },
    )
    expect(accepted).toBeGreaterThan(0)
    expect(accepted).toBeLessThan(1_000)
    // A bound on a hang, not a measurement: they take some ten milliseconds each.
    expect(slowest).toBeLessThan(5_000)
  })
})

const isWhole = (card: Card): boolean => checkCard(card).ok

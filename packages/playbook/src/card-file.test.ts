import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { cardFileLimit, readCardFile } from './card-file.ts'
import { loadCards } from './cards.ts'

const [first] = loadCards()
if (first === undefined) throw new Error('no cards')
const good = stringify(first.card, { lineWidth: 0 })

/** The sentences that a file of this text is refused with; none when it is accepted. */
function saysOf(source: string | Uint8Array): string[] {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const file = readCardFile('my.yaml', bytes)
  return file.ok ? [] : file.problems.map(each => each.say)
}

function lineOf(start: string, text = good): number {
  return text.split('\n').findIndex(each => each.trimStart().startsWith(start)) + 1
}

describe('an untrusted card file', () => {
  test('the good one is read', () => {
    const file = readCardFile('my.yaml', new TextEncoder().encode(good))
    expect(file).toMatchObject({ ok: true, file: 'my.yaml', card: first.card, hash: first.hash, idLine: 1 })
  })

  test('a missing field is told with file, line of what is around it, and field', () => {
    const without = good.replace(/\n {2}need: .*/, '')
    const line = lineOf('customer:', without)
    expect(saysOf(without)).toEqual([`my.yaml, line ${line}: customer > need is missing.`])
  })

  test('a wrong value is told with its own line and all that would be right', () => {
    const wrong = good.replace(/^language: en/m, 'language: fr')
    expect(saysOf(wrong)).toEqual([`my.yaml, line ${lineOf('language:')}: language must be one of: en, es.`])
  })

  test('an extra key is told with its own line', () => {
    const extra = good.replace(/^shared:\n/m, 'shared:\n  mood: grey\n')
    expect(saysOf(extra)).toEqual([
      `my.yaml, line ${lineOf('shared:') + 1}: shared > mood is not a part of a card.`,
    ])
  })

  test('every problem is told, not the first one only', () => {
    const two = good.replace(/^language: en/m, 'language: fr').replace(/^version: 1/m, 'version: one')
    expect(saysOf(two)).toHaveLength(2)
  })

  test.each([
    ['an open quote', 'title: "open\n', /^my\.yaml, line \d+ cannot be read as YAML: /],
    [
      'a key twice',
      'title: a\ntitle: b\n',
      /^my\.yaml, line 2 cannot be read as YAML: Map keys must be unique\.$/,
    ],
    ['two cards in one file', `${good}---\n${good}`, /^my\.yaml, line \d+ holds more than one card/],
    ['a script tag', 'title: !!js/function "x"\n', /^my\.yaml, line 1 has a tag \(!!js\/function\)/],
    ['a known tag', 'a: 1\ntitle: !!str x\n', /^my\.yaml, line 2 has a tag \(!!str\)/],
    ['its own tag', '%TAG ! tag:me,2026:\n---\ntitle: !x y\n', /^my\.yaml, line 1 has a YAML directive/],
    ['a binary', 'title: !!binary aGk=\n', /has a tag/],
    [
      'a lone carriage return',
      'a: 1\nb: 2\rc: 3\n',
      /^my\.yaml, line 2 has a carriage return inside a line\.$/,
    ],
    ['nothing', '', /the card must be a group of named parts/],
    ['a list', '- a\n', /the card must be a group of named parts/],
    ['an alias of nothing', 'title: *who\n', /cannot be read as YAML: an alias has no anchor/],
    [
      'a hidden prototype',
      `__proto__: { admin: true }\n${good}`,
      /^my\.yaml, line 1: __proto__ is not a part/,
    ],
    ['a merge key', `<<: { title: x }\n${good}`, /<< is not a part of a card/],
  ])('%s is refused', (_, source, say) => {
    const says = saysOf(source)
    expect(says.length).toBeGreaterThan(0)
    expect(says[0]).toMatch(say)
  })

  test('one repeated line by alias is no harm', () => {
    const repeated = good.replace(/^( +)volunteer:\n( +)- (.*)/m, '$1volunteer:\n$2- &once $3\n$2- *once')
    expect(saysOf(repeated)).toEqual([])
  })

  test('an alias bomb is refused without being laid out', () => {
    const bomb = (names: string, width: number) => {
      const layers = [...names].map((name, i) => {
        const below = `*${String.fromCharCode(97 + i)}`
        return `${name}: &${name} [${Array(width).fill(below).join(', ')}]`
      })
      return ['a: &a [x, x, x]', ...layers].join('\n')
    }
    expect(saysOf(bomb('bcde', 3))).toEqual(['my.yaml repeats or nests its parts too much to be a card.'])
    expect(saysOf(bomb('bcdefghij', 9))).toEqual([
      'my.yaml, line 3 repeats its parts (by * and &) more than a card may.',
    ])
    expect(saysOf('a: &a [*a]')).toContain('my.yaml, line 1: a is not a part of a card.')
  })

  test('many anchors and aliases are refused unparsed: this piece took the parser minutes', () => {
    expect(saysOf('\n  &a \n- *a '.repeat(2_000))).toEqual([
      'my.yaml, line 22 repeats its parts (by * and &) more than a card may.',
    ])
  })

  // All but the first few were found by a search over repeated pieces: the parser nests by what it will call an error.
  const deep = [
    '[',
    '{a: ',
    '- ',
    '? ',
    '- ? ',
    '[- ',
    ': ',
    '&a - ',
    'a: ?\n',
    'a: #\n"a": ',
    'a: ,\n ',
    '["a": ',
  ]
  test.each(deep)('%j all the way is refused in one sentence', piece => {
    const refused =
      /^my\.yaml(, line \d+)? (nests its parts deeper than a card does|has more parts than a card|has a second colon.*)\.$/
    for (const before of ['', `# ${']'.repeat(20_000)}\n`])
      for (const after of ['', '\na: b\n', '\n b\n']) {
        const says = saysOf(before + piece.repeat(20_000 / piece.length) + after)
        expect(says).toEqual([expect.stringMatching(refused)])
      }
  })

  test('open brackets are counted before the parser sees them, so the line is known', () => {
    expect(saysOf('a: 1\nb: [[[[[1]]]]]\n')).toEqual([
      'my.yaml, line 2 nests its parts deeper than a card does.',
    ])
  })

  test('the slip that people make most, a colon in a sentence, is told as what it is', () => {
    const slip = good.replace(/^( +)opening: .*/m, '$1opening: I said: no')
    expect(saysOf(slip)).toEqual([
      `my.yaml, line ${lineOf('opening:')} has a second colon: put quotation marks around the sentence.`,
    ])
  })

  test('a problem in every line is told fifty times and no more', () => {
    expect(saysOf('a: b\n'.repeat(1_000))).toHaveLength(50)
  })

  test('ten times the parts of a card are refused unparsed: 64 KB of keys took the parser half a second', () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => `k${index}: 1\n`).join('')
    expect(saysOf(keys)).toEqual([expect.stringMatching(/^my\.yaml, line \d+ has more parts than a card\.$/)])
  })

  test('size is looked at first: one byte over the limit is refused, the limit itself is read', () => {
    const atLimit = `${good}#${'x'.repeat(cardFileLimit - new TextEncoder().encode(good).byteLength - 1)}`
    expect(saysOf(atLimit)).toEqual([])
    expect(saysOf(`${atLimit}x`)).toEqual([
      `my.yaml is too large: ${cardFileLimit + 1} bytes, and a card may have at most ${cardFileLimit}.`,
    ])
  })

  test('line ends of Windows are as good as any', () => {
    expect(saysOf(good.replaceAll('\n', '\r\n'))).toEqual([])
  })

  test('bytes that are not UTF-8 are refused', () => {
    expect(saysOf(Uint8Array.of(0x74, 0xff, 0xfe))).toEqual(['my.yaml is not UTF-8 text.'])
  })

  test('a file with pieces cut, doubled or overwritten is accepted or refused in sentences, never a throw', () => {
    const bytes = new TextEncoder().encode(good)
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('&a ', '*a', '!x ', '\n  - ', '{', '"', ': ', '<<: *a', '\t', '\u0000'),
    )
    const place = fc.nat(bytes.length)
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(40), piece), { minLength: 1, maxLength: 4 }), edits => {
        const mutated = edits.reduce<Uint8Array>(
          (now, [at, cut, put]) =>
            Uint8Array.of(...now.slice(0, at), ...new TextEncoder().encode(put), ...now.slice(at + cut)),
          bytes,
        )
        for (const say of saysOf(mutated)) expect(say).toMatch(/^my\.yaml[ ,:][\s\S]*\.$/)
      }),
      { numRuns: 150 },
    )
  })
})

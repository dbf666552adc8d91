import { describe, expect, test } from 'vitest'
import { loadCards } from './cards.ts'
import { type CardPath, checkCard, fieldName } from './check-card.ts'

const [first] = loadCards()
if (first === undefined) throw new Error('no cards')
const { card } = first

type Data = string | number | Data[] | { [key: string]: Data } | undefined

/** A copy of the card with the value at the path replaced; `undefined` removes it. */
function altered(path: CardPath, value: Data): unknown {
  const copy: unknown = structuredClone(card)
  let at = copy
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step)
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(Object(at), last)
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function saysOf(value: unknown): string[] {
  const checked = checkCard(value)
  return checked.ok ? [] : checked.problems.map(each => `${each.field} ${each.say}`)
}

/** Every place in the card that holds a value: parts, list entries and leaves. */
function pathsOf(value: unknown, path: CardPath = []): CardPath[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

const optional = new Set(['encounter', 'minutes', 'officer > relate'])
/** Parts with a name; entries of lists are counted elsewhere. */
const named = pathsOf(card).filter(path => typeof path.at(-1) === 'string')

describe('a card', () => {
  test('a whole card is accepted as it is', () => {
    const checked = checkCard(card)
    expect(checked.ok && checked.card).toEqual(card)
  })

  test.each(named.map(path => [fieldName(path), path] as const))('without %s', (name, path) => {
    const says = saysOf(altered(path, undefined))
    if (optional.has(name)) expect(says).toEqual([])
    else {
      expect(says).toHaveLength(1)
      expect(says[0]).toMatch(new RegExp(`^${name} (is missing|must be)`))
    }
  })

  test('minutes are six when nobody says', () => {
    const checked = checkCard(altered(['minutes'], undefined))
    expect(checked.ok && checked.card.minutes).toBe(6)
  })

  test.each<[CardPath]>([
    [[]],
    [['shared']],
    [['customer']],
    [['customer', 'triggers', 1]],
    [['officer', 'calls', 0]],
  ])('a part more at %j is refused by name', path => {
    expect(saysOf(altered([...path, 'secret'], 'x'))).toEqual([
      `${fieldName([...path, 'secret'])} is not a part of a card`,
    ])
    expect(saysOf(altered([...path, '__proto__'], { a: 'x' }))).toEqual([
      `${fieldName([...path, '__proto__'])} is not a part of a card`,
    ])
  })

  test.each<[CardPath, Data, string]>([
    [['title'], '   ', 'title is empty'],
    [['title'], 'x'.repeat(81), 'title is too long: at most 80 characters'],
    [['title'], 'bell \u0007', 'title has characters that cannot be shown'],
    [['title'], 'half \ud83d', 'title has characters that cannot be shown'],
    [['title'], 7, 'title must be text'],
    [['id'], 'Not A Slug', 'id must be small letters, digits and single hyphens'],
    [['version'], 0, 'version must be a whole number from 1 to 100000'],
    [['version'], 1.5, 'version must be a whole number from 1 to 100000'],
    [['encounter'], 31, 'encounter must be a whole number from 1 to 30'],
    [['minutes'], 90, 'minutes must be a whole number from 2 to 20'],
    [['difficulty'], 4, 'difficulty must be 1, 2 or 3'],
    [['language'], 'fr', 'language must be one of: en, es'],
    [
      ['customer', 'startTemperature'],
      8,
      'customer > startTemperature must be a whole number from 1 (calm) to 7 (furious)',
    ],
    [['customer', 'volunteer'], [], 'customer > volunteer needs 1 to 6 facts'],
    [['customer', 'ifAsked'], [], 'customer > ifAsked needs 1 to 6 facts'],
    [['customer', 'endings'], ['One.'], 'customer > endings needs exactly 2 endings'],
    [['customer', 'triggers'], [], 'customer > triggers needs exactly 3 triggers'],
    [['customer', 'calmers', 2, 'soften'], '', 'customer > calmers > 3 > soften is empty'],
    [['officer', 'calls'], [], 'officer > calls needs exactly 2 calls'],
    [['twists'], [], 'twists needs exactly 2 twists'],
    [['debrief', 'questions'], ['One?', 'Two?'], 'debrief > questions needs exactly 3 questions'],
    [['shared'], 'all of it', 'shared must be a group of named parts'],
    [['twists', 0, 'to'], 'observer', 'twists > 1 > to must be one of: customer, officer'],
  ])('%j as %j is told: %s', (path, value, say) => {
    expect(saysOf(altered(path, value))).toEqual([say])
  })

  test('a pitfall cannot calm and a technique cannot heat', () => {
    expect(saysOf(altered(['customer', 'triggers', 0, 'behaviour'], 'validated'))[0]).toContain(
      'must be one of: policy-wall',
    )
    expect(saysOf(altered(['customer', 'calmers', 0, 'behaviour'], 'cut-off'))[0]).toContain(
      'must be one of: turned-to',
    )
  })

  test('a wrong site is answered with the list', () => {
    expect(saysOf(altered(['site'], 'moon'))[0]).toMatch(/^site must be one of: airport, .*museum/)
  })

  test('space around a text goes; markup, emoji and other scripts stay as they were written', () => {
    const title = '<b>Фарид</b> 🙂 مرحبا'
    const checked = checkCard(altered(['title'], `  ${title}\n`))
    expect(checked.ok && checked.card.title).toBe(title)
  })

  test.each([null, undefined, 3, 'card', []])('%j is no card', value => {
    expect(saysOf(value).length).toBeGreaterThan(0)
  })
})

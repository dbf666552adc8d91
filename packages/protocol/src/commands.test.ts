import type { RefusalKind, WireCommandType, WireShapes } from '@evenkeel/classroom'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { commandData, parseCommand } from './commands.ts'
import type { WireRefusalKind } from './refusal.ts'
import { goodData } from './testing/good-commands.ts'

const id = 'command-1'
const types = Object.keys(commandData) as WireCommandType[]
const send = (type: string, data: unknown) => parseCommand({ id, type, data })

type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T
/** What the schemas give, as the class may read it. */
type Parsed = { [T in WireCommandType]: ReadonlyDeep<z.infer<(typeof commandData)[T]>> }
type Wanted = { [T in WireCommandType]: ReadonlyDeep<WireShapes[T]> }

test('each schema gives what the class takes, and takes what the class names', () => {
  expectTypeOf<Parsed>().toExtend<Wanted>()
  expectTypeOf<Wanted>().toExtend<Parsed>()
  expectTypeOf<RefusalKind>().toExtend<WireRefusalKind>()
})

describe.each(types)('%s', type => {
  const data = goodData[type]

  test('is understood as it was sent', () => {
    expect(send(type, data)).toEqual({ ok: true, command: { id, type, data } })
  })

  test('is understood without what may be left out, and not without anything else', () => {
    for (const [field, schema] of Object.entries(commandData[type].shape)) {
      const rest = Object.fromEntries(Object.entries(data).filter(([name]) => name !== field))
      expect([field, send(type, rest).ok]).toEqual([field, schema instanceof z.ZodExactOptional])
    }
  })

  test('is refused with a field more, a field of the wrong kind, or as another shape', () => {
    const wrong: unknown[] = [{ ...data, actor: 'p1' }, [], [data], null, 'text', 7, undefined]
    wrong.push(JSON.parse(JSON.stringify({ ...data, x: 1 }).replace('"x"', '"__proto__"')))
    wrong.push({ ...data, constructor: { prototype: {} } })
    for (const field of Object.keys(data)) {
      for (const value of [undefined, [], ['x'], {}, Number.NaN, 1e308, -1, 'p0', '', '__proto__']) {
        // An empty text is for the class to refuse in words, an empty list is a plan or curve of nothing.
        const open = [
          'text',
          'words',
          'sentence',
          'keep',
          'tryOut',
          'note',
          'points',
          'rooms',
          'scores',
          'by',
        ]
        const bounded = !open.includes(field)
        if (bounded) wrong.push({ ...data, [field]: value })
      }
    }
    for (const one of wrong) {
      const parsed = send(type, one)
      expect([one, parsed.ok]).toEqual([one, false])
      expect(parsed).toMatchObject({ id })
    }
  })
})

test('the places of another kind of id are refused', () => {
  const place = { room: 'r1-2', scene: 'r1-2.1', seat: 'officer' }
  const wrong = [
    { ...place, room: 'r0-1' },
    { ...place, room: 'r1-2.1' },
    { ...place, scene: 'r1-2' },
    { ...place, scene: 'r1-2.0' },
    { ...place, seat: 'console' },
    { ...place, person: 'p1' },
  ]
  for (const one of wrong) expect(send('Ready', { place: one }).ok).toBe(false)
  expect(send('Ready', { place }).ok).toBe(true)
})

test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'speak', 'OpenClass', 'JoinClass'])(
  'no such command: %j',
  type => {
    expect(send(type, {})).toEqual({ ok: false, id, say: 'The server does not know that command.' })
  },
)

test.each(['short', 'x'.repeat(41), 'with space', 'ümlaut-id', 7, null, undefined, ['command-1']])(
  'an id that is none (%j) is not repeated',
  bad => {
    expect(parseCommand({ id: bad, type: 'CallHelp', data: {} })).toMatchObject({ ok: false, id: undefined })
  },
)

test('what has a proper id can be answered, however wrong the rest is', () => {
  for (const rest of [{}, { type: 7 }, { type: 'CallHelp', data: {}, actor: 'p1' }, { data: {} }]) {
    expect(parseCommand({ id, ...rest })).toMatchObject({ ok: false, id })
  }
})

test('nothing that JSON can say makes it throw', () => {
  const type = fc.oneof(fc.constantFrom(...types), fc.string())
  const envelope = fc.record({ id: fc.oneof(fc.constant(id), fc.string()), type, data: fc.jsonValue() })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), envelope), raw => {
      const parsed = parseCommand(raw)
      if (parsed.ok) expect(parsed.command).toEqual(raw)
      else expect(parsed.id === undefined || /^[\w-]{8,40}$/.test(parsed.id)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

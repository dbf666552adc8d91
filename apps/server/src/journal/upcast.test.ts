import { expect, test } from 'vitest'
import type { StoredEvent } from './port.ts'
import { UnknownEventError, upcastWith } from './upcast.ts'

const event = (type: string, v: number, data: unknown): StoredEvent => ({
  seq: 1,
  at: 1,
  actor: 'p1',
  commandId: 'c1',
  type,
  v,
  data,
})

const upcast = upcastWith({
  known: { LineSpoken: 3, RoomOpened: 1 },
  upcasters: {
    LineSpoken: { 1: data => ({ text: data }), 2: data => ({ ...Object(data), kind: 'say' }) },
  },
})

test('[J18] an event of today passes untouched, an older one is lifted step by step', () => {
  const today = event('RoomOpened', 1, { room: 'r1' })
  expect(upcast(today)).toBe(today)
  expect(upcast(event('LineSpoken', 1, 'hello'))).toEqual(
    event('LineSpoken', 3, { text: 'hello', kind: 'say' }),
  )
  expect(upcast(event('LineSpoken', 2, { text: 'hello' }))).toEqual(
    event('LineSpoken', 3, { text: 'hello', kind: 'say' }),
  )
})

test('[J18] the stored event itself is not changed', () => {
  const stored = Object.freeze(event('LineSpoken', 2, Object.freeze({ text: 'hello' })))
  upcast(stored)
  expect(stored).toEqual(event('LineSpoken', 2, { text: 'hello' }))
})

test('[J18] an unknown type or version refuses, naming both', () => {
  expect(() => upcast(event('Teleported', 1, {}))).toThrow(UnknownEventError)
  expect(() => upcast(event('Teleported', 1, {}))).toThrow(
    "This version of Evenkeel can't read the event Teleported version 1: the type is unknown.",
  )
  expect(() => upcast(event('LineSpoken', 4, {}))).toThrow(
    "This version of Evenkeel can't read the event LineSpoken version 4: the newest version known is 3.",
  )
  for (const v of [0, -1, 1.5]) expect(() => upcast(event('LineSpoken', v, {}))).toThrow(UnknownEventError)
  for (const type of ['toString', '__proto__', 'constructor']) {
    expect(() => upcast(event(type, 1, {}))).toThrow(UnknownEventError)
  }
})

test('[J18] a chain with a missing step is refused before anything is read', () => {
  expect(() =>
    upcastWith({ known: { LineSpoken: 3 }, upcasters: { LineSpoken: { 2: data => data } } }),
  ).toThrow('from version 1 to 2')
})

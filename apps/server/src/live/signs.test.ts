import { expect, test } from 'vitest'
import { SURE_FOR, signsOf } from './signs.ts'

const here = { state: 'here', gone: false, since: 0 } as const
const NOW = 1_000_000
const signs = (
  lastSigns: readonly (number | undefined)[],
  standing: Parameters<typeof signsOf>[1] = () => here,
) =>
  signsOf(
    ['p1'],
    standing,
    lastSigns.map(lastSign => ({ person: 'p1', lastSign })),
    NOW,
  )

test('[V21] who answered within ten seconds is here', () => {
  expect(signs([NOW - SURE_FOR])).toEqual({})
  expect(signs([undefined])).toEqual({})
})

test('[V21] no sign for ten seconds on a connection that stands is no absence and no presence', () => {
  expect(signs([NOW - SURE_FOR - 1])).toEqual({ p1: { state: 'unsure', since: NOW - SURE_FOR - 1 } })
})

test('[V21] one of two devices that answers is enough', () => {
  expect(signs([NOW - 60_000, NOW - 1])).toEqual({})
})

test('[V21] whom another server has is here, whatever is heard at this one', () => {
  expect(signs([])).toEqual({})
})

test('[V21] a lost connection is away, and gone after the grace, since when it was lost', () => {
  expect(signs([], () => ({ state: 'away', gone: false, since: 5 }))).toEqual({
    p1: { state: 'away', since: 5 },
  })
  expect(signs([], () => ({ state: 'away', gone: true, since: 5 }))).toEqual({
    p1: { state: 'gone', since: 5 },
  })
})

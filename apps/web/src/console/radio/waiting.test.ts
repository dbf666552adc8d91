import { expect, test } from 'vitest'
import * as made from '../made-up-views.ts'
import { byFirstSeen, haveMoved, type Waiting, waitingIn } from './waiting.ts'

const calls = waitingIn(made.onTheRadio())
const keys = (of: readonly Waiting[]) => of.map(({ key }) => key)

test('At first the call that the card answers soonest comes first', () => {
  expect(calls.length).toBeGreaterThan(1)
  const dues = calls.map(({ due }) => due ?? Number.MAX_SAFE_INTEGER)
  expect(dues).toEqual([...dues].sort((a, b) => a - b))
  expect(byFirstSeen(calls, new Set())).toEqual(calls)
})

test('Who waits longest stays first, whatever becomes of the clocks; who calls again waits anew', () => {
  const seen = new Set<string>()
  byFirstSeen(calls, seen)
  expect(byFirstSeen([...calls].reverse(), seen)).toEqual(calls)
  const [first, ...rest] = calls
  if (first === undefined) throw new Error('nobody calls')
  expect(byFirstSeen(rest, seen)).toEqual(rest)
  expect(keys(byFirstSeen([first, ...rest], seen))).toEqual([...keys(rest), first.key])
})

test('A call that goes moves those after it; one that comes at the end moves none', () => {
  expect(haveMoved(['a', 'b'], ['a', 'b', 'c'])).toBe(false)
  expect(haveMoved(['a', 'b'], ['b'])).toBe(true)
  expect(haveMoved(['a', 'b'], ['a', 'c'])).toBe(true)
  expect(haveMoved([], ['a'])).toBe(false)
  // The last one that goes leaves the others where they stand, but what stood below it comes up.
  expect(haveMoved(['a', 'b'], ['a'])).toBe(true)
})

import { expect, test } from 'vitest'
import { timeText } from '../../words/en/wall.ts'
import { words } from '../../words/en.ts'
import * as made from '../made-up-views.ts'
import { CALM, calmOrder, nextOrder, tilesOf } from './calm-order.ts'
import { isShown, needsOf, orderOf } from './shown-rooms.ts'

test('Tiles take the order that is wanted, and keep theirs while somebody points at one', () => {
  expect(calmOrder(['a', 'b', 'c'], ['c', 'a', 'b'], false)).toEqual(['c', 'a', 'b'])
  expect(calmOrder(['a', 'b', 'c'], ['c', 'a', 'b'], true)).toEqual(['a', 'b', 'c'])
})

test('While the order is held, a room that is gone leaves and a new one comes at the end', () => {
  expect(calmOrder(['a', 'b', 'c'], ['d', 'c', 'a'], true)).toEqual(['a', 'c', 'd'])
})

test('An order that is the same stays the same value, so that nothing is drawn anew', () => {
  const shown = ['a', 'b']
  expect(calmOrder(shown, ['a', 'b'], false)).toBe(shown)
  expect(calmOrder(shown, ['b', 'a'], true)).toBe(shown)
})

test('A pointer or the focus holds the order, each by itself; when both are gone it changes at once', () => {
  const kept = { ids: ['a', 'b', 'c'], at: 0 }
  const wanted = ['c', 'a', 'b']
  const at = (pointer: boolean, focus: boolean, now = CALM) =>
    nextOrder(kept, wanted, now, { pointer, focus }).ids
  expect(at(true, true)).toBe(kept.ids)
  // Opening a room takes the focus away from under a pointer that stays, and a pointer may leave a tile with the focus.
  expect(at(true, false)).toBe(kept.ids)
  expect(at(false, true)).toBe(kept.ids)
  expect(at(false, false)).toEqual(wanted)
  expect(at(false, false, CALM - 1)).toBe(kept.ids)
})

test('What changes freely starts the calm anew; what is held does not', () => {
  const kept = { ids: ['a', 'b'], at: 0 }
  expect(nextOrder(kept, ['b', 'a'], 5_000, { pointer: false, focus: false }).at).toBe(5_000)
  expect(nextOrder(kept, ['a', 'b', 'c'], 5_000, { pointer: true, focus: false })).toEqual({
    ids: ['a', 'b', 'c'],
    at: 0,
  })
})

test('A tile that no longer fits stays while it is held, and none comes that never fitted', () => {
  const fits = (id: string) => id === 'b'
  const before = new Set(['a', 'b'])
  expect(tilesOf(['a', 'b', 'c'], fits, before, true)).toEqual(['a', 'b'])
  expect(tilesOf(['a', 'b', 'c'], fits, before, false)).toEqual(['b'])
})

test('Rooms that need somebody come first, the others by spot', () => {
  const view = made.running(12)
  const needs = needsOf(view, made.wallOf(view), made.NOON)
  expect(Object.fromEntries(Object.entries(needs).map(([id, { reason }]) => [id, reason]))).toEqual({
    'r1-1': 'help',
    'r1-2': 'stop',
    'r1-5': 'furious',
  })
  expect(orderOf(view.rooms, needs)).toEqual(['r1-1', 'r1-2', 'r1-5', 'r1-3', 'r1-4', 'r1-6'])
})

test('A tile is found by a part of a name, by its card and by its spot', () => {
  const view = made.running(12)
  const row = view.rooms['r1-3']
  if (row === undefined) throw new Error('no room')
  const names: Readonly<Record<string, string>> = { p6: 'Ada Lind', p7: 'Bo' }
  const found = (search: string) => isShown(row, false, 'all', search, id => names[id] ?? id)
  expect([found('lind'), found(' TENTH '), found('3'), found('30'), found('Kim'), found('')]).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ])
  expect(isShown(row, false, 'needing', '', id => id)).toBe(false)
  expect(isShown(row, true, 'needing', '', id => id)).toBe(true)
  expect(isShown({ ...row, phase: { name: 'rating' } }, true, 'playing', '', id => id)).toBe(false)
})

test.each([
  [9_999, 'a few seconds'],
  [45_000, '40 seconds'],
  [60_000, 'one minute'],
  [179_999, 'two minutes'],
  [11 * 60_000, '11 minutes'],
])('%i ms is said as %s', (ms, text) => {
  expect(timeText(ms)).toBe(text)
})

test('[V23] every reason has its sentence, with its time and without', () => {
  expect(words.wall.reasons.furious(timeText(125_000))).toBe('Furious for two minutes')
  for (const say of Object.values(words.wall.reasons)) {
    expect(say('two minutes')).toMatch(/^[A-Z].{3,}/)
    expect(say(null)).not.toContain('null')
  }
})

import { beforeEach, expect, test } from 'vitest'
import { playWords } from '../words/en/play.ts'
import { madeUpMe, madeUpNames, madeUpRoom } from './made-up-views.ts'
import { newsOf } from './news.ts'
import { seatBefore } from './seat-before.ts'
import { fakeTab } from './testing/fake-tab.ts'

const text = playWords.scene

beforeEach(() => void fakeTab('k1'))

test('[D11] who was away and observes now knows which seat they had, also after a reload', () => {
  expect(seatBefore('r1-1 p2', 'officer')).toBeUndefined()
  expect(seatBefore('r1-1 p2', 'observer')).toBe('officer')
  expect(seatBefore('r1-1 p2', 'observer')).toBe('officer')
  // Of another room, another person or another class they know nothing.
  for (const other of ['r2-1 p2', 'r1-1 p3']) expect(seatBefore(other, 'observer')).toBeUndefined()
  fakeTab('k2')
  expect(seatBefore('r1-1 p2', 'observer')).toBeUndefined()
})

test('[D11] who plays again is told nothing; it is the seat they had last that counts', () => {
  seatBefore('r1-1 p2', 'officer')
  expect(seatBefore('r1-1 p2', 'customer')).toBeUndefined()
  expect(seatBefore('r1-1 p2', 'observer')).toBe('customer')
})

test('[D11] they read that they observe now, and who plays their seat, while the scene is played', () => {
  const room = madeUpRoom('observer', 'scene', 'typed')
  const me = madeUpMe('p3')
  const read = (given: typeof room) =>
    newsOf({ room: given, me, names: madeUpNames }, 'officer', undefined)
      .filter(({ from }) => from === text.observeNow)
      .map(({ what }) => what)
  expect(read(room)).toEqual([text.playsNow(madeUpNames.p2, 'officer')])
  expect(read({ ...room, seats: { ...room.seats, officer: null } })).toEqual([text.playsNow(null, 'officer')])
  expect(read(madeUpRoom('observer', 'debrief', 'typed'))).toEqual([])
  expect(
    newsOf({ room, me, names: madeUpNames }, undefined, undefined).map(({ from }) => from),
  ).not.toContain(text.observeNow)
})

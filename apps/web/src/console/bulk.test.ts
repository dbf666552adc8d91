import type { RoomRow, WireShapes } from '@evenkeel/classroom/view'
import { expect, test } from 'vitest'
import type { Act } from '../live/class-link.ts'
import { type BulkAction, doInAll, roomsFor } from './bulk.ts'
import * as made from './made-up-views.ts'

const all = Object.entries(made.running(10).rooms)
const [first, , third, , fifth] = all
if (first === undefined || third === undefined || fifth === undefined) throw new Error('too few rooms')
/** What an instructor has picked: three of five rooms. The second one was stopped. */
const picked = [first, third, fifth]

/** Does one thing in the rooms, and tells what went out, with the rooms of it. */
async function sentFor(action: BulkAction, rooms: readonly (readonly [string, RoomRow])[]) {
  const sent: { type: string; room: string; data: object }[] = []
  const act: Act = async (type, data) => {
    const { place, ...rest } = data as WireShapes['AddTime']
    sent.push({ type, room: place.room, data: rest })
    expect(place.seat).toBe('instructor')
    return { id: 'x', ok: true, seq: 1 }
  }
  const reached = await doInAll(action, rooms, act)
  return { sent, reached }
}

test.each([
  ['one-more', 'AddTime', { by: 60_000 }],
  ['two-more', 'AddTime', { by: 120_000 }],
  ['twist-1', 'DropTwist', { index: 0 }],
  ['twist-2', 'DropTwist', { index: 1 }],
  ['time-out', 'CallTimeOut', {}],
  ['wrap-up', 'MoveRoom', { to: 'wrap-up' }],
  ['end', 'EndRoom', {}],
] as const)('%s in rooms that are picked reaches those and no others', async (action, type, data) => {
  expect(await sentFor(action, picked)).toEqual({
    sent: ['r1-1', 'r1-3', 'r1-5'].map(room => ({ type, room, data })),
    reached: 3,
  })
})

test('A room in which it can not be done is left out, and one that refuses is not counted', async () => {
  expect(roomsFor('end', all).map(([id]) => id)).toEqual(['r1-1', 'r1-3', 'r1-4', 'r1-5'])
  expect(roomsFor('go-on', all)).toEqual([])
  const act: Act = async (_type, data) =>
    (data as WireShapes['AddTime']).place.room === 'r1-3'
      ? { id: 'x', ok: false, kind: 'gone', say: 'That room is over.' }
      : { id: 'x', ok: true, seq: 1 }
  expect(await doInAll('one-more', picked, act)).toBe(2)
})

import { expect, test } from 'vitest'
import type { RunFigures } from './figures.ts'
import { capacityFrom, overGoal, renderHalfCapacity, roomsAtHalf } from './half-capacity.ts'

const of = (p99: number) => ({ p50: 1, p99, max: p99, n: 1 })
const seen = (p99: number, ownDelay = 1): RunFigures => ({
  ...{ delivered: of(p99), acknowledged: of(p99), ownDelay: of(ownDelay) },
  ...{ sent: 1, deliveries: 3, lost: 0, doubled: 0, seconds: 1 },
  ...{ cpuPerDelivery: 1, allCpuPerDelivery: 1, memoryGrowth: 0, others: 0 },
})
const pair = (bare: number, evenkeel: number, fsync: number, ownDelay = 1) => ({
  bare: seen(bare, ownDelay),
  evenkeel: seen(evenkeel),
  fsync,
})

test('capacity is what one processor would carry from what a line costs, and half of it is a number of rooms', () => {
  expect(capacityFrom(250)).toBeCloseTo(1_333, 0)
  expect(roomsAtHalf(capacityFrom(250), 4)).toBe(167)
  expect(roomsAtHalf(capacityFrom(1_000_000), 4)).toBe(1)
})

test('each run is held against 1.5 bare and two fsyncs of its own pair: a slow spell that spoils both changes nothing', () => {
  const calm = pair(4, 8, 1)
  expect(overGoal([calm])).toMatchObject({ bare: 4, evenkeel: 8, fsync: 1, goal: 8, overGoal: 1 })
  const slow = pair(400, 800, 100)
  expect(overGoal([calm, slow, calm]).overGoal).toBe(1)
  expect(overGoal([calm, pair(4, 16, 1), pair(4, 24, 1)]).overGoal).toBe(2)
})

test('a generator that was late is counted, and told with its limit', () => {
  const figures = overGoal([pair(4, 8, 1, 35), pair(4, 8, 1)])
  expect(figures).toMatchObject({ ownDelay: 35, judged: { late: 1 } })
  expect(
    renderHalfCapacity({ capacity: 1_333, rooms: 167, linesPerSecond: 668, ...figures })
      .split('\n')
      .at(-1),
  ).toBe(
    'the generator itself was late by p99 35.0 ms at the most (above 20 ms a run is void; runs that were: 1)',
  )
})

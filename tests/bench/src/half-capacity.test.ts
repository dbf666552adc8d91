import { expect, test } from 'vitest'
import type { RunFigures } from './figures.ts'
import { capacityOf } from './half-capacity.ts'

const of = (p99: number) => ({ p50: 1, p99, max: p99, n: 1 })
const seen = (p99: number, ownDelay = 1, lost = 0): RunFigures => ({
  ...{ delivered: of(p99), acknowledged: of(p99), ownDelay: of(ownDelay) },
  ...{
    sent: 1,
    deliveries: 3,
    lost,
    doubled: 0,
    seconds: 1,
    cpuPerDelivery: 1,
    allCpuPerDelivery: 1,
    memoryGrowth: 0,
  },
})

test('the capacity is the last size that was kept up with, and it is told who gave up', async () => {
  const slow = async (rooms: number) => seen(rooms > 200 ? 500 : 9)
  expect(await capacityOf(slow)).toEqual({ capacity: 200, endedBy: 'the server' })
  const loses = async (rooms: number) => seen(9, 1, rooms > 100 ? 1 : 0)
  expect(await capacityOf(loses)).toEqual({ capacity: 100, endedBy: 'the server' })
  const late = async (rooms: number) => seen(500, rooms > 400 ? 90 : 1)
  expect(await capacityOf(late)).toEqual({ capacity: 0, endedBy: 'the server' })
  const lateGenerator = async (rooms: number) => seen(rooms > 400 ? 500 : 9, rooms > 400 ? 90 : 1)
  expect(await capacityOf(lateGenerator)).toEqual({ capacity: 400, endedBy: 'the load generator' })
  expect(await capacityOf(async () => seen(9))).toEqual({ capacity: 1_600, endedBy: 'the largest size' })
})

import { expect, test } from 'vitest'
import type { PlayedScene } from '../played-scene.ts'
import { played, rated } from '../testing/played.ts'
import { type ClassTaken, progressOf } from './progress.ts'

const taken = (
  classId: string,
  openedAt: number,
  person: string,
  scenes: readonly PlayedScene[],
): ClassTaken => ({
  classId,
  openedAt,
  person,
  scenes,
})

test('[I10] one line an item over classes, oldest first, each point with its scene and n', () => {
  const { items, played: seats } = progressOf([
    taken('late', 2_000, 'p9', [
      played({
        scene: 'b',
        cast: { customer: 'p2', officer: 'p9', observers: [] },
        ratings: [{ ...rated('p1', 'instructor', { space: 4 }), about: 'p9' }],
      }),
    ]),
    taken('early', 1_000, 'p3', [
      played({
        scene: 'a',
        ratings: [rated('p4', 'observer', { space: 1 }), rated('p5', 'observer', { space: 2 })],
      }),
    ]),
  ])
  expect(items).toEqual([
    {
      item: 'space',
      points: [
        { classId: 'early', openedAt: 1_000, room: 'r1-1', scene: 'a', score: 1.5, n: 2 },
        { classId: 'late', openedAt: 2_000, room: 'r1-1', scene: 'b', score: 4, n: 1 },
      ],
      all: { mean: 2.75, n: 2 },
    },
  ])
  expect(seats).toEqual({ customer: 0, officer: 2, observer: 0 })
})

test("[I10] nobody else's scores, not one's own, and customers apart", () => {
  const scene = played({
    ratings: [
      rated('p3', 'self', { space: 5 }),
      rated('p2', 'customer', { listened: 2 }),
      { ...rated('p4', 'observer', { space: 1 }), about: 'p7' },
    ],
  })
  const { items, customers } = progressOf([taken('k', 0, 'p3', [scene])])
  expect(items).toEqual([])
  expect(customers).toMatchObject([{ points: [{ score: 2, n: 1 }] }])
  expect(progressOf([])).toEqual({
    played: { customer: 0, officer: 0, observer: 0 },
    items: [],
    customers: [],
  })
})

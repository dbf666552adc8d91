import { expect, test } from 'vitest'
import type { PlayedScene } from '../played-scene.ts'
import { played, rated } from '../testing/played.ts'
import { moment } from '../testing/told.ts'
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
  expect(seats).toEqual({
    customer: [],
    officer: [
      { classId: 'early', room: 'r1-1', scene: 'a' },
      { classId: 'late', room: 'r1-1', scene: 'b' },
    ],
    observer: [],
  })
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
    played: { customer: [], officer: [], observer: [] },
    items: [],
    customers: [],
    beside: [],
  })
})

test('[I10] [I18] each seat with its scenes, and an observer beside the instructor, class by class', () => {
  const watched = (scene: string, observer: string, mark: 'helped' | 'hurt') =>
    played({
      scene,
      cast: { customer: 'p2', officer: 'p3', observers: [observer] },
      moments: [
        moment(`${scene}-1`, 10, { by: observer, as: 'observer', mark }),
        moment(`${scene}-2`, 12, { by: 'p1', as: 'instructor', mark: 'helped' }),
        moment(`${scene}-3`, 50, { by: 'p1', as: 'instructor', mark: 'hurt' }),
      ],
    })
  const { played: seats, beside } = progressOf([
    taken('late', 2_000, 'p9', [
      watched('c', 'p9', 'hurt'),
      played({ scene: 'd', cast: { customer: 'p9', officer: 'p3', observers: [] } }),
    ]),
    taken('early', 1_000, 'p4', [
      watched('a', 'p4', 'helped'),
      watched('b', 'p4', 'helped'),
      // Somebody else's.
      watched('x', 'p5', 'hurt'),
    ]),
    // Observed, and no instructor marked.
    taken('alone', 3_000, 'p4', [played({ scene: 'e' })]),
  ])
  const scenesOf = (list: readonly { classId: string; scene: string }[]) =>
    list.map(({ classId, scene }) => `${classId} ${scene}`)
  expect(scenesOf(seats.customer)).toEqual(['late d'])
  expect(scenesOf(seats.observer)).toEqual(['early a', 'early b', 'late c', 'alone e'])
  const where = (...ids: string[]) => ids.map(scene => ({ room: 'r1-1', scene }))
  expect(beside).toEqual([
    {
      ...{ classId: 'early', openedAt: 1_000, scenes: 2, met: 2, agree: 2, onlyObserver: 0 },
      ...{ onlyInstructor: 2, where: where('a', 'b') },
    },
    {
      ...{ classId: 'late', openedAt: 2_000, scenes: 1, met: 1, agree: 0, onlyObserver: 0 },
      ...{ onlyInstructor: 1, where: where('c') },
    },
  ])
})

import type { PersonId } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import { expect, test } from 'vitest'
import type { PlayedScene } from '../played-scene.ts'
import { played, rated } from '../testing/played.ts'
import { curve, moment } from '../testing/told.ts'
import { asInstructorSees } from './as-instructor.ts'
import { classReport } from './class-report.ts'
import { spreadOf } from './spread.ts'

const score = (value: 1 | 2 | 3 | 4 | 5, change: Partial<PlayedScene> = {}) =>
  played({
    classKind: 'assessed',
    ratings: [rated('p4', 'observer', { paraphrase: value }), rated('p3', 'self', { paraphrase: 5 })],
    ...change,
  })

const report = (scenes: readonly PlayedScene[], people: readonly PersonId[] = ['p2', 'p3', 'p4']) =>
  classReport(scenes, people, 'p1')

test('[I6] in practice an instructor reads only what author and officer both share, and what they gave themselves', () => {
  const ratings = [
    rated('p4', 'observer', { space: 2 }),
    rated('p5', 'observer', { space: 4 }),
    rated('p1', 'instructor', { space: 3 }),
  ]
  const by = (sharing: readonly PersonId[], kind: PlayedScene['classKind'] = 'practice') =>
    asInstructorSees(played({ ratings, sharing, classKind: kind }), 'p1').ratings.map(each => each.by)
  expect(by([])).toEqual(['p1'])
  expect(by(['p4'])).toEqual(['p1'])
  expect(by(['p3'])).toEqual(['p1'])
  expect(by(['p3', 'p4'])).toEqual(['p4', 'p1'])
  expect(by([], 'assessed')).toEqual(['p4', 'p5', 'p1'])
  const made = report([played({ ratings, sharing: ['p3', 'p4'] })])
  expect(made.keptPrivate).toBe(1)
  expect(JSON.stringify(made)).not.toContain('p5')
})

test('[I7] means, spread and n; first against last round; each with its scenes, the low ones again', () => {
  const { items, scenes, rounds } = report([
    score(1, { round: 1, scene: 'a' }),
    score(3, { round: 1, scene: 'b' }),
    score(5, { round: 3, scene: 'c' }),
  ])
  const where = (...ids: string[]) => ids.map(scene => ({ room: 'r1-1', scene }))
  expect({ scenes, rounds }).toEqual({ scenes: 3, rounds: [1, 3] })
  expect(items).toEqual([
    {
      item: 'paraphrase',
      all: { mean: 3, n: 3, deviation: 2, lowest: 1, highest: 5 },
      first: {
        round: 1,
        mean: 2,
        n: 2,
        deviation: expect.closeTo(Math.SQRT2, 12),
        lowest: 1,
        highest: 3,
        where: where('a', 'b'),
      },
      last: { round: 3, mean: 5, n: 1, deviation: null, lowest: 5, highest: 5, where: where('c') },
      where: where('a', 'b', 'c'),
      low: where('a'),
    },
  ])
})

test('[I7] one round is not compared with itself', () => {
  expect(report([score(2), score(4)]).items[0]).toMatchObject({ first: null, last: null })
})

test('[I7] fishbowls and retakes are not counted', () => {
  const fork = { scene: 'r1-1.1', offset: 0, swapped: false }
  const marks = { moments: [moment('m1', 3, { behaviour: 'policy-wall', mark: 'hurt' })] }
  const made = report([score(1, { roundKind: 'fishbowl', ...marks }), played({ fork, ...marks })])
  expect(made).toMatchObject({ scenes: 0, rounds: [], items: [], moments: [] })
  expect(made.teachNext.map(each => each.kind)).toEqual(['never-officer'])
  expect(made.roles.find(each => each.person === 'p3')?.officer).toBe(1)
})

test('[I1] nobody, no scene, a two-second scene: nothing is made up', () => {
  for (const scenes of [[], [played({ played: 2_000 })], [played({ curve: [], played: 0 })]]) {
    const made = report(scenes, [])
    expect(made).toMatchObject({ items: [], moments: [], teachNext: [], agreement: { items: [] } })
    expect(JSON.stringify(made)).not.toMatch(/NaN|Infinity/)
  }
  expect(spreadOf([])).toEqual({
    mean: null,
    n: 0,
    because: 'nothing-rated',
    deviation: null,
    lowest: null,
    highest: null,
  })
})

test('[I7] moments are counted by behaviour and round, at 0 where nobody saw it; fishbowls and retakes are left out', () => {
  const seen = (round: number, scene: string, ...behaviours: readonly ('paraphrase' | 'policy-wall')[]) =>
    played({
      round,
      scene,
      moments: behaviours.map((behaviour, n) => moment(`${scene}-${n}`, n + 1, { behaviour })),
    })
  const { moments } = report([
    seen(1, 'a', 'paraphrase', 'paraphrase'),
    seen(1, 'b', 'paraphrase', 'policy-wall'),
    seen(2, 'c', 'paraphrase'),
    { ...seen(2, 'd', 'paraphrase'), fork: { scene: 'c', offset: 0, swapped: false } },
    { ...seen(3, 'e', 'paraphrase'), roundKind: 'fishbowl' },
  ])
  const rounds = (one: number, two: number) => [
    { round: 1, marks: one },
    { round: 2, marks: two },
  ]
  expect(
    moments.map(({ behaviour, marks, scenes, rounds: by }) => ({ behaviour, marks, scenes, by })),
  ).toEqual([
    { behaviour: 'paraphrase', marks: 4, scenes: 3, by: rounds(3, 1) },
    { behaviour: 'policy-wall', marks: 1, scenes: 1, by: rounds(1, 0) },
  ])
})

test('[I8] a pitfall is found in the scenes where it was marked, whatever else went well', () => {
  const wall = (scene: string) =>
    played({
      scene,
      moments: [
        moment('m1', 3, { behaviour: 'policy-wall', mark: 'hurt' }),
        moment('m2', 4, { behaviour: 'validated' }),
        moment('m3', 5, { behaviour: 'validated' }),
      ],
    })
  const { teachNext, moments } = report([wall('a'), wall('b'), played({ scene: 'c' })])
  expect(moments.map(each => [each.behaviour, each.marks, each.scenes])).toEqual([
    ['validated', 4, 2],
    ['policy-wall', 2, 2],
  ])
  expect(teachNext).toContainEqual({
    kind: 'pitfall',
    behaviour: 'policy-wall',
    marks: 2,
    scenes: 2,
    of: 3,
    where: [
      { room: 'r1-1', scene: 'a', offset: 3_000 },
      { room: 'r1-1', scene: 'b', offset: 3_000 },
    ],
  })
  expect(teachNext).toContainEqual(expect.objectContaining({ kind: 'never-seen', of: 3 }))
})

test('[I8] the weakest item needs three scores and a mean below 3.5', () => {
  const kinds = (values: readonly (1 | 2 | 3 | 4 | 5)[]) =>
    report(values.map(value => score(value))).teachNext.map(each => each.kind)
  expect(kinds([1, 1])).not.toContain('weakest-item')
  expect(kinds([1, 1, 2])).toContain('weakest-item')
  expect(kinds([3, 4, 4])).not.toContain('weakest-item')
  // With no low score among them, every scene is behind it.
  const { teachNext } = report(['a', 'b', 'c'].map(scene => score(3, { scene })))
  expect(teachNext[0]).toMatchObject({ kind: 'weakest-item', where: [{ scene: 'a' }, {}, { scene: 'c' }] })
})

test('[I8] better and worse from half a point on, with three scores on each side, and the scenes of both', () => {
  const rounds = (first: 1 | 2 | 3 | 4 | 5, last: 1 | 2 | 3 | 4 | 5, each: number) =>
    report([
      ...Array.from({ length: each }, (_, n) => score(first, { round: 1, scene: `first-${n}` })),
      ...Array.from({ length: each }, (_, n) => score(last, { round: 4, scene: `last-${n}` })),
    ]).teachNext.filter(({ kind }) => kind === 'better' || kind === 'worse')
  const where = ['first', 'last'].flatMap(when =>
    [0, 1, 2].map(n => ({ room: 'r1-1', scene: `${when}-${n}` })),
  )
  expect(rounds(2, 4, 3)).toEqual([{ kind: 'better', item: 'paraphrase', from: 2, to: 4, n: 3, where }])
  expect(rounds(4, 2, 3)).toEqual([{ kind: 'worse', item: 'paraphrase', from: 4, to: 2, n: 3, where }])
  expect(rounds(4, 4, 3)).toEqual([])
  expect(rounds(1, 5, 2)).toEqual([])
})

test('[I8] scenes that ended hotter, of those in which the customer moved at all', () => {
  const moved = (...points: readonly (readonly [Temperature, number])[]) =>
    played({ curve: curve(...points) })
  const { teachNext } = report([moved([4, 0], [6, 30]), moved([4, 0], [2, 30]), moved([4, 0])])
  expect(teachNext).toContainEqual({
    kind: 'ended-hotter',
    scenes: 1,
    of: 2,
    where: [{ room: 'r1-1', scene: 'r1-1.1', offset: 60_000 }],
  })
})

test('[I8] who never was the officer, unless nobody was', () => {
  expect(report([played()]).teachNext).toContainEqual({ kind: 'never-officer', people: ['p2', 'p4'] })
  expect(report([]).teachNext).toEqual([])
})

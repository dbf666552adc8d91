import { expect, test } from 'vitest'
import { played, rated } from '../testing/played.ts'
import { moment } from '../testing/told.ts'
import { agreementOf } from './agreement-of.ts'
import { inWords, readingOf } from './in-words.ts'

const both = (observer: 1 | 2 | 3 | 4 | 5, instructor: 1 | 2 | 3 | 4 | 5) =>
  played({
    ratings: [
      rated('p4', 'observer', { paraphrase: observer, resolve: 3 }),
      rated('p1', 'instructor', { paraphrase: instructor, resolve: 'not-observable' }),
      rated('p3', 'self', { paraphrase: 1, resolve: 1 }),
    ],
  })

test('[I3] compares observers and instructors, per item, with the number of scenes', () => {
  const { items, total, pairs } = agreementOf([both(2, 2), both(4, 4), both(5, 4), played()])
  expect(total).toEqual({ same: items[0]?.same, alpha: items[0]?.alpha })
  expect(items.map(each => each.item)).toEqual(['paraphrase'])
  expect(items[0]?.same).toEqual({ value: expect.closeTo(2 / 3, 12), n: 3, raters: 2 })
  expect(items[0]?.alpha).toMatchObject({ n: 3 })
  expect(pairs).toHaveLength(1)
  expect(pairs[0]).toMatchObject({
    raters: ['p4', 'p1'],
    scenes: 3,
    items: [{ item: 'paraphrase', kappa: { n: 3 } }],
    total: { items: ['paraphrase'], icc: { n: 3, raters: 2 } },
  })
})

test('[I3] of two people every figure is told, item by item and in total, each over scenes', () => {
  const scene = (a: [1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5], b: [1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5]) =>
    played({
      ratings: [
        rated('p4', 'observer', { paraphrase: a[0], space: b[0] }),
        rated('p1', 'instructor', { paraphrase: a[1], space: b[1] }),
      ],
    })
  const [pair] = agreementOf([
    scene([1, 1], [2, 2]),
    scene([3, 3], [4, 4]),
    scene([5, 4], [5, 5]),
    scene([2, 2], [1, 2]),
  ]).pairs
  const paraphrase = pair?.items.find(({ item }) => item === 'paraphrase')
  for (const figures of [paraphrase, pair?.total]) {
    for (const name of ['same', 'kappa', 'alpha', 'ac1'] as const)
      expect(figures?.[name], name).toMatchObject({ value: expect.any(Number), n: 4, raters: 2 })
    expect(figures?.icc).toMatchObject({ n: 4, raters: 2 })
    expect(figures?.icc).toHaveProperty('icc21.interval')
    expect(figures?.icc).toHaveProperty('icc2k.interval')
  }
  // Three of four scores of the item, six of eight of both.
  expect(paraphrase?.same.value).toBeCloseTo(3 / 4, 12)
  expect(pair?.total.same.value).toBeCloseTo(6 / 8, 12)
  expect(pair?.total.items).toEqual(['space', 'paraphrase'])
})

test('[I1] [I3] two people with nothing to compare are told why, in every figure', () => {
  const missed = played({
    ratings: [
      rated('p4', 'observer', { space: 'not-observable', paraphrase: 4 }),
      rated('p1', 'instructor', { space: 3, paraphrase: 'not-observable' }),
    ],
  })
  const [pair] = agreementOf([missed]).pairs
  expect(pair?.items).toEqual([])
  for (const name of ['same', 'kappa', 'alpha', 'ac1'] as const)
    expect(pair?.total[name]).toEqual({ value: null, n: 0, raters: 0, because: 'nothing-rated' })
  expect(pair?.total.icc).toEqual({ n: 0, raters: 0, because: 'nothing-rated' })
})

test('[I3] what the officer thinks of themselves is no second opinion', () => {
  const scene = played({
    ratings: [rated('p3', 'self', { paraphrase: 5 }), rated('p4', 'observer', { paraphrase: 5 })],
  })
  expect(agreementOf([scene])).toMatchObject({
    items: [],
    total: { alpha: { value: null, because: 'nothing-rated' } },
    moments: [],
    pairs: [],
  })
})

test('[I3] what somebody gave themselves is no rating of theirs from outside, so these scenes are not shared', () => {
  const own = played({
    ratings: [rated('p3', 'self', { space: 5 }), rated('p1', 'instructor', { space: 1 })],
  })
  const both = played({
    ratings: [rated('p3', 'observer', { space: 2 }), rated('p1', 'instructor', { space: 2 })],
  })
  const [pair] = agreementOf([own, both, both]).pairs
  expect(pair).toMatchObject({ scenes: 2, total: { items: ['space'] } })
})

test('[I3] several observers of changing pairs: alpha over all, kappa pair by pair, most scenes first', () => {
  const scene = (a: string, b: string) =>
    played({ ratings: [rated(a, 'observer', { space: 2 }), rated(b, 'observer', { space: 3 })] })
  const { items, pairs } = agreementOf([scene('p4', 'p5'), scene('p5', 'p6'), scene('p5', 'p6')])
  expect(items[0]?.alpha).toMatchObject({ n: 3, raters: 3 })
  expect(pairs.map(each => [each.raters, each.scenes])).toEqual([
    [['p5', 'p6'], 2],
    [['p4', 'p5'], 1],
  ])
})

test('[I3] moments: who watched and marked nothing says no, whoever did not watch says nothing', () => {
  const cast = { customer: 'p2', officer: 'p3', observers: ['p4', 'p5'] }
  const seen = played({
    cast,
    moments: [
      moment('m1', 5, { by: 'p4', behaviour: 'paraphrase' }),
      moment('m2', 6, { by: 'p5', behaviour: 'paraphrase' }),
    ],
  })
  const missed = played({ cast, moments: [moment('m1', 5, { by: 'p4', behaviour: 'paraphrase' })] })
  const { moments } = agreementOf([seen, missed, played({ cast })])
  expect(moments).toEqual([
    {
      behaviour: 'paraphrase',
      same: { value: expect.closeTo(2 / 3, 12), n: 3, raters: 2 },
      ac1: { value: expect.closeTo(1 / 3, 12), n: 3, raters: 2 },
    },
  ])
})

test('[I4] too few scenes to say, then three bands', () => {
  const figure = (value: number, n: number) => ({ value, n, raters: 2 })
  expect(readingOf(figure(1, 9))).toBe('too-few')
  expect(readingOf(figure(0.8, 10))).toBe('good')
  expect(readingOf(figure(0.7999, 10))).toBe('some')
  expect(readingOf(figure(0.667, 10))).toBe('some')
  expect(readingOf(figure(0.66, 10))).toBe('little')
  expect(inWords(figure(0.84, 14))).toBe('They saw the same. 0.84 over 14 scenes.')
  expect(inWords(figure(0.5, 1))).toBe('Too few to say. 0.50 over 1 scene.')
  expect(inWords({ value: null, n: 0, raters: 1, because: 'one-rater' })).toBe(
    'Undefined because only one person rated.',
  )
})

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
  const { items, pairs } = agreementOf([both(2, 2), both(4, 4), both(5, 4), played()])
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

test('[I3] what the officer thinks of themselves is no second opinion', () => {
  const scene = played({
    ratings: [rated('p3', 'self', { paraphrase: 5 }), rated('p4', 'observer', { paraphrase: 5 })],
  })
  expect(agreementOf([scene])).toEqual({ items: [], moments: [], pairs: [] })
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

import type { Rating } from '@evenkeel/classroom'
import { customerItemIds, groupIds, itemIds, rubric } from '@evenkeel/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SceneRating } from './played-scene.ts'
import { answerTo, scoresOf } from './scores.ts'

const rating = (
  by: string,
  as: Rating['as'],
  scores: Rating['scores'],
  asked: readonly string[] = ['paraphrase', 'inquiry', 'acknowledge'],
): SceneRating => ({ by, as, about: 'p3', scores, sentence: '', asked })

test('a group is the mean of its observed items, with their number', () => {
  const { raters } = scoresOf(
    [rating('p4', 'observer', { paraphrase: 4, inquiry: 1, acknowledge: 5 })],
    rubric,
  )
  expect(raters[0]?.groups).toEqual({
    listening: { mean: 2.5, n: 2 },
    empathy: { mean: 5, n: 1 },
    resolution: { mean: null, n: 0, because: 'not-asked' },
  })
})

test('[G2] not observable is no score: it leaves the mean alone and is not "not asked" or "not answered"', () => {
  const given = rating('p4', 'observer', { paraphrase: 4, inquiry: 'not-observable' })
  expect(['paraphrase', 'inquiry', 'acknowledge', 'resolve'].map(item => answerTo(given, item))).toEqual([
    4,
    'not-observable',
    'not-answered',
    'not-asked',
  ])
  expect(scoresOf([given], rubric).raters[0]?.groups).toEqual({
    listening: { mean: 4, n: 1 },
    empathy: { mean: null, n: 0, because: 'not-answered' },
    resolution: { mean: null, n: 0, because: 'not-asked' },
  })
  const nothingSeen = rating('p4', 'observer', { paraphrase: 'not-observable' }, ['paraphrase'])
  expect(scoresOf([nothingSeen], rubric).over.groups.listening).toEqual({
    mean: null,
    n: 0,
    because: 'not-observable',
  })
})

test('over raters: all scores of observers and instructors together; the officer’s own stay apart', () => {
  const { over, raters } = scoresOf(
    [
      rating('p4', 'observer', { paraphrase: 4, inquiry: 3 }),
      rating('p1', 'instructor', { paraphrase: 2 }),
      rating('p3', 'self', { paraphrase: 5, inquiry: 5 }),
    ],
    rubric,
  )
  expect(over.items.paraphrase).toEqual({ mean: 3, n: 2 })
  expect(over.groups.listening).toEqual({ mean: 3, n: 3 })
  expect(raters.map(({ by, as }) => [by, as])).toEqual([
    ['p3', 'self'],
    ['p4', 'observer'],
    ['p1', 'instructor'],
  ])
})

test('[G1] an instructor may score an item that nobody was asked', () => {
  const { raters } = scoresOf([rating('p1', 'instructor', { composure: 5 })], rubric)
  expect(raters[0]?.items.composure).toBe(5)
  expect(raters[0]?.groups.resolution).toEqual({ mean: 5, n: 1 })
})

test('[G1] the customer’s five are theirs alone and in no group', () => {
  const given = rating('p2', 'customer', { listened: 5, valued: 2 }, customerItemIds)
  const { customer, customers, raters, over } = scoresOf([given], rubric)
  expect(customer).toEqual({ mean: 3.5, n: 2 })
  expect(customers[0]?.items.understood).toBe('not-answered')
  expect(raters).toEqual([])
  expect(over.groups.listening).toEqual({ mean: null, n: 0, because: 'nobody-rated' })
})

test('nobody rated: every mean says so', () => {
  const { over, customer } = scoresOf([], rubric)
  for (const score of [...Object.values(over.items), ...Object.values(over.groups), customer]) {
    expect(score).toEqual({ mean: null, n: 0, because: 'nobody-rated' })
  }
})

test('there is no single grade', () => {
  expect(Object.keys(scoresOf([], rubric)).toSorted()).toEqual(['customer', 'customers', 'over', 'raters'])
})

test('a name that every object has is no score', () => {
  expect(answerTo(rating('p4', 'observer', {}), 'constructor')).toBe('not-asked')
})

const score = fc.constantFrom<Rating['scores'][string]>(1, 2, 3, 4, 5, 'not-observable')
const anyRating = fc
  .record({
    by: fc.constantFrom('p1', 'p2', 'p10', 'p11'),
    as: fc.constantFrom<Rating['as']>('self', 'customer', 'observer', 'instructor'),
    asked: fc.subarray<string>([...itemIds, ...customerItemIds]),
    scores: fc.dictionary(fc.constantFrom<string>(...itemIds, ...customerItemIds), score),
  })
  .map(({ by, as, asked, scores }) => rating(by, as, scores, asked))
const anyRatings = fc.uniqueArray(anyRating, { selector: ({ by, as }) => `${by} ${as}`, maxLength: 12 })

test('for any ratings: every mean lies within 1 and 5 or says why there is none, and never is NaN', () => {
  fc.assert(
    fc.property(anyRatings, ratings => {
      const scores = scoresOf(ratings, rubric)
      const means = [
        ...scores.raters.flatMap(rater => Object.values(rater.groups)),
        ...Object.values(scores.over.items),
        ...Object.values(scores.over.groups),
        ...scores.customers.map(customer => customer.mean),
        scores.customer,
      ]
      for (const { mean, n } of means) {
        if (mean === null) expect(n).toBe(0)
        else {
          expect(mean).toBeGreaterThanOrEqual(1)
          expect(mean).toBeLessThanOrEqual(5)
          expect(n).toBeGreaterThanOrEqual(1)
        }
      }
    }),
  )
})

test('for any ratings: their order changes nothing, and the numbers behind groups add up', () => {
  fc.assert(
    fc.property(anyRatings, ratings => {
      const scores = scoresOf(ratings, rubric)
      expect(scoresOf(ratings.toReversed(), rubric)).toEqual(scores)
      const behind = groupIds.reduce((sum, group) => sum + scores.over.groups[group].n, 0)
      const given = scores.raters
        .filter(rater => rater.as !== 'self')
        .flatMap(rater => Object.values(rater.items))
      expect(behind).toBe(given.filter(answer => typeof answer === 'number').length)
    }),
  )
})

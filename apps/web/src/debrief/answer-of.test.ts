import { expect, test } from 'vitest'
import { givenOf, itemsShown } from './answer-of.ts'

const rating = { by: 'p1', scores: { space: 4, validate: 'not-observable' } } as const

test('A score, "not observable", "not asked" and "not answered" are told apart', () => {
  const viewer = { me: 'p1', asked: ['space', 'validate', 'resolve'] }
  expect(givenOf(rating, 'space', viewer)).toBe(4)
  expect(givenOf(rating, 'validate', viewer)).toBe('not-observable')
  expect(givenOf(rating, 'resolve', viewer)).toBe('not-answered')
  expect(givenOf(rating, 'relate', viewer)).toBe('not-asked')
})

test('Of others nobody is told what they were asked, so a missing item is not called either', () => {
  expect(givenOf(rating, 'resolve', { me: 'p2', asked: ['resolve'] })).toBe('no-score')
})

test('Items are shown that somebody answered or that I was asked, in the order of the rubric', () => {
  const all = ['attention', 'space', 'resolve', 'validate']
  expect(itemsShown(all, [rating], ['resolve'])).toEqual(['space', 'resolve', 'validate'])
  expect(itemsShown(all, [], [])).toEqual([])
})

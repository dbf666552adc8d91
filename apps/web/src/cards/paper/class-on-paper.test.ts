import { expect, test } from 'vitest'
import { classOnPaper, type PaperChoice, sheetCount } from './class-on-paper.ts'

const choice = (change: Partial<PaperChoice> = {}): PaperChoice => ({
  groups: 5,
  size: 3,
  cards: ['a', 'b', 'c', 'd'],
  focus: ['paraphrase'],
  ...change,
})

for (const size of [2, 3] as const) {
  test(`in groups of ${size} everybody is the officer once, on a card of which they have read nothing`, () => {
    const { scenes, repeats } = classOnPaper(choice({ size }))
    expect(repeats).toBe(false)
    expect(scenes).toHaveLength(5 * size)
    for (let group = 1; group <= 5; group += 1) {
      const own = scenes.filter(scene => scene.group === group)
      expect(own.map(({ officer }) => officer).sort()).toEqual(['A', 'B', 'C'].slice(0, size))
      expect(new Set(own.map(({ card }) => card)).size).toBe(size)
      for (const { customer, officer, observer } of own)
        expect(new Set([customer, officer, observer ?? '-']).size).toBe(3)
    }
  })
}

test('neighbouring groups play different cards at the same time', () => {
  const { scenes } = classOnPaper(choice())
  for (const { round, group, card } of scenes)
    expect(scenes.find(other => other.round === round && other.group === group + 1)?.card).not.toBe(card)
})

test('fewer cards than rounds are allowed and said', () => {
  expect(classOnPaper(choice({ cards: ['a', 'b'] })).repeats).toBe(true)
  expect(classOnPaper(choice({ cards: [] }))).toEqual({ scenes: [], repeats: false })
})

test('the count has every seat of every scene, the plan, and a key for each card in use', () => {
  expect(sheetCount(choice())).toBe(5 * 3 * 3 + 1 + 4)
  expect(sheetCount(choice({ groups: 1, size: 2 }))).toBe(2 * 2 + 1 + 2)
  expect(sheetCount(choice({ cards: [] }))).toBe(0)
})

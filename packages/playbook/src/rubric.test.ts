import { describe, expect, test } from 'vitest'
import { behaviourIds, markOf } from './behaviours.ts'
import { rubric, scaleMax, wordingFor } from './rubric.ts'
import { customerItemIds, groupIds, itemIds, rubricSchema } from './rubric-schema.ts'

/** At least two words between quotation marks: something that one could have heard, or read in a line. */
const quotation = /"[^"]*\w[^"]*\s[^"]*"|"[^"]+\."/

describe('the rubric', () => {
  test('is complete and keeps its schema', () => {
    expect(rubricSchema.safeParse(rubric).error).toBeUndefined()
    expect(rubric.items.map(item => item.id)).toEqual([...itemIds])
    expect(rubric.groups.map(group => group.id)).toEqual([...groupIds])
    expect(rubric.moments.map(moment => moment.id)).toEqual([...behaviourIds])
    expect(rubric.customerItems.map(item => item.id)).toEqual([...customerItemIds])
    expect(rubric.scaleMax).toBe(scaleMax)
  })

  test('the schema sees a missing or doubled item, moment and customer item', () => {
    const lacks = (part: 'items' | 'moments' | 'customerItems') => ({
      ...rubric,
      [part]: rubric[part].slice(1),
    })
    const doubles = (part: 'items' | 'moments' | 'customerItems') => ({
      ...rubric,
      [part]: [...rubric[part].slice(1), rubric[part][1]],
    })
    for (const part of ['items', 'moments', 'customerItems'] as const) {
      expect(rubricSchema.safeParse(lacks(part)).success).toBe(false)
      expect(rubricSchema.safeParse(doubles(part)).success).toBe(false)
    }
  })

  test('four items listen, four feel with, two resolve', () => {
    const size = (group: string) => rubric.items.filter(item => item.group === group).length
    expect([size('listening'), size('empathy'), size('resolution')]).toEqual([4, 4, 2])
  })

  const wordings = rubric.items.flatMap(item =>
    (['spoken', 'typed'] as const).map(medium => [item.id, medium, wordingFor(item, medium)] as const),
  )
  test.each(wordings)('%s, %s: each anchor quotes what one would hear or see', (_, __, { anchors }) => {
    for (const score of [1, 3, 5] as const) expect(anchors[score]).toMatch(quotation)
    expect(new Set(Object.values(anchors)).size).toBe(3)
  })

  test('typed wording speaks of no voice, eyes or body outside a "do" line', () => {
    for (const [, medium, { anchors }] of wordings.filter(([, each]) => each === 'typed')) {
      const unquoted = Object.values(anchors)
        .join(' ')
        .replace(/"[^"]*"/g, '')
      expect([medium, unquoted]).toEqual([
        'typed',
        expect.not.stringMatching(/\b(eyes?|nods?|voice|looks at)\b/i),
      ])
    }
  })

  test('the typed attention may be unobservable, and says so', () => {
    const attention = rubric.items.find(item => item.id === 'attention')
    expect(attention?.typed?.note).toContain('not observable')
  })

  test.each(rubric.moments.map(moment => [moment.id, moment] as const))(
    '%s is marked as it counts',
    (id, moment) => {
      expect(moment.mark).toBe(markOf(id))
      expect(moment.nearMiss).not.toBe(moment.example)
    },
  )

  test('every item has a moment that bears on it', () => {
    expect(new Set(rubric.moments.flatMap(moment => moment.bearsOn))).toEqual(new Set(itemIds))
  })

  test('customer items are in the first person', () => {
    for (const { text } of rubric.customerItems) expect(text).toMatch(/^(I|My|We) .*\.$/i)
  })

  test('each focus has three different items; the first rotation asks for all ten in four rounds', () => {
    for (const { rounds } of rubric.rotations) for (const focus of rounds) expect(new Set(focus).size).toBe(3)
    expect(new Set(rubric.rotations[0]?.rounds.flat())).toEqual(new Set(itemIds))
  })

  test('how to observe fits on one page', () => {
    const text = rubric.howToObserve.sections.flatMap(({ heading, lines }) => [heading, ...lines]).join(' ')
    expect(text.split(/\s+/).length).toBeLessThan(350)
  })
})

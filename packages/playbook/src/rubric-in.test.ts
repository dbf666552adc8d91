import { describe, expect, test } from 'vitest'
import { ladderIn } from './ladder-words.ts'
import { wordingFor } from './rubric.ts'
import { rubricIn } from './rubric-in.ts'
import { rubricSchema } from './rubric-schema.ts'

const english = rubricIn('en')
const spanish = rubricIn('es')

/** What is no text for people: it must be the same in every language. */
const codes = new Set(['id', 'group', 'mark', 'bearsOn', 'rounds', 'level', 'version', 'scaleMax'])

/** A value with each text for people replaced by its place, so that two languages can be compared part by part. */
function shapeOf(value: unknown, key = ''): unknown {
  if (codes.has(key)) return value
  if (Array.isArray(value)) return value.map(each => shapeOf(each))
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each, name)]))
}

function textsOf(value: unknown, key = ''): string[] {
  if (codes.has(key) || key === 'language') return []
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, Array.isArray(value) ? '' : name))
}

const englishWords =
  /(?<!\p{L})(the|and|of|with|you|your|officer|customer|they|what|when|it|is|was|not|by|helped|hurt|do|or)(?!\p{L})/iu

describe('the rubric in Spanish', () => {
  test('is complete and keeps the schema', () => {
    expect(rubricSchema.safeParse(spanish).error).toBeUndefined()
    expect([english.language, spanish.language]).toEqual(['en', 'es'])
  })

  test('has exactly the ids, order and parts of the English one', () => {
    expect(shapeOf(spanish)).toEqual(shapeOf(english))
    expect(shapeOf(ladderIn('es'))).toEqual(shapeOf(ladderIn('en')))
  })

  test.each([
    ['rubric', spanish, english],
    ['ladder', ladderIn('es'), ladderIn('en')],
  ] as const)('nothing of the %s is left in English', (_, ours, theirs) => {
    const other = new Set(textsOf(theirs))
    const texts = textsOf(ours)
    expect(texts.length).toBeGreaterThan(10)
    for (const text of texts) {
      expect(other).not.toContain(text)
      expect(text).not.toMatch(englishWords)
    }
  })

  test('the look for English words does find them in the English rubric', () => {
    expect(textsOf(english).filter(text => englishWords.test(text)).length).toBeGreaterThan(60)
  })

  test('no two texts are the same by mistake', () => {
    const titles = [...spanish.items, ...spanish.moments].map(each => each.title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(new Set(ladderIn('es').steps.map(step => step.word)).size).toBe(7)
  })

  const wordings = spanish.items.flatMap(item =>
    (['spoken', 'typed'] as const).map(medium => [item.id, medium, wordingFor(item, medium)] as const),
  )
  test.each(wordings)('%s, %s: each anchor quotes what one would hear or see', (_, __, { anchors }) => {
    for (const score of [1, 3, 5] as const) {
      expect(anchors[score]).toMatch(/"[^"]*\p{L}[^"]*[\s.][^"]*"|"[^"]+\."/u)
      // Between officer and customer it is "usted": no tuteo and no vosotros in what is said.
      expect(anchors[score]).not.toMatch(
        /(?<!\p{L})(tú|tu|te|ti|tienes|puedes|quieres|vosotros|os|vuestr[oa]s?)(?!\p{L})/iu,
      )
    }
    expect(new Set(Object.values(anchors)).size).toBe(3)
  })

  test('typed wording speaks of no voice, eyes or body outside a line of action', () => {
    for (const { typed } of spanish.items) {
      const said = typed ? Object.values(typed.anchors).join(' ') : ''
      expect(said.replace(/"[^"]*"/g, '')).not.toMatch(/(?<!\p{L})(ojos|mirada|mira|asiente|voz)(?!\p{L})/iu)
    }
  })

  test('how to observe fits on one page', () => {
    expect(textsOf(spanish.howToObserve).join(' ').split(/\s+/).length).toBeLessThan(350)
  })
})

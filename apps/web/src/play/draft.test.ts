import { beforeEach, expect, test } from 'vitest'
import { playWords } from '../words/en/play.ts'
import { dropSentence, keepSentence, keptSentence } from './draft.ts'
import { madeUpRoom } from './made-up-views.ts'
import { answersHeard, keepHeard, radioText } from './radio-heard.ts'
import { fakeTab } from './testing/fake-tab.ts'

const { scene, seats } = madeUpRoom('officer', 'scene', 'spoken')
const [mine, other] = [seats.officer ?? seats.observers[0], seats.customer ?? seats.observers[0]]
if (mine === undefined || other === undefined) throw new Error('nobody plays')

let kept: ReadonlyMap<string, string>
beforeEach(() => {
  kept = fakeTab('k1')
})

test('the sentence of a rating is its person’s; one that was taken out stays out; with the rating it is gone', () => {
  expect(keptSentence(scene, mine)).toBeUndefined()
  keepSentence(scene, mine, 'I said the rule = too early.')
  expect(keptSentence(scene, mine)).toBe('I said the rule = too early.')
  expect(keptSentence(scene, other)).toBeUndefined()
  keepSentence(scene, mine, '')
  expect(keptSentence(scene, mine)).toBe('')
  dropSentence(scene, mine)
  expect(keptSentence(scene, mine)).toBeUndefined()
  expect(kept.size).toBe(0)
})

test('[S4] an answer of the radio is announced until it was read, and then no more, also after a reload', () => {
  const { radio, radioAnswered, radioWaits } = playWords.scene
  const button = (made: number, answered: number) => radioText(made, answered, answersHeard(scene))
  expect(button(0, 0)).toBe(radio)
  expect(button(1, 0)).toBe(radioWaits)
  expect(button(1, 1)).toBe(radioAnswered)
  keepHeard(scene, 1)
  expect(button(1, 1)).toBe(radio)
  expect(button(2, 1)).toBe(radioWaits)
  expect(button(2, 2)).toBe(radioAnswered)
})

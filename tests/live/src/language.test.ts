import type { ClassEvent } from '@evenkeel/classroom'
import { rubricIn } from '@evenkeel/playbook'
import { loadCards, rubricHash } from '@evenkeel/playbook/cards'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'

let here: ServerHere
beforeEach(async () => {
  here = await serverHere()
})
afterEach(() => here.stop())

/** What the class was opened with. */
async function opening(choice: { language?: 'en' | 'es' }) {
  const { classId } = await aClass(here.base, choice)
  // Written by this version of the server, so there is nothing to lift.
  const events = (await here.store.journal.read(classId, 0)) as readonly ClassEvent[]
  const opened = events.find(event => event.type === 'ClassOpened')
  const brought = events.find(event => event.type === 'RubricBrought')
  if (opened === undefined || brought === undefined) throw new Error('the class was not opened')
  return {
    deck: opened.data.deck.map(({ id }) => id).sort(),
    rubricHash: opened.data.rubricHash,
    rubric: brought.data.rubric,
  }
}

test.each([
  ['en', {}],
  ['en', { language: 'en' }],
  ['es', { language: 'es' }],
] as const)('[C1] the deck and the rubric are in one language: %s for %j', async (language, choice) => {
  const { deck, rubric, rubricHash: hash } = await opening(choice)
  const cards = loadCards().filter(({ card }) => card.language === language)
  expect(deck).toEqual(cards.map(({ card }) => card.id).sort())
  expect(deck.length).toBeGreaterThanOrEqual(6)
  expect(rubric).toEqual(rubricIn(language))
  expect(hash).toBe(rubricHash(rubricIn(language)))
})

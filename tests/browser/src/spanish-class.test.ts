import { ladderIn, rubricIn } from '@evenkeel/playbook'
import { loadCards } from '@evenkeel/playbook/cards'
import { afterAll, beforeAll, expect } from 'vitest'
import { walkQuestions } from '../../../apps/web/src/words/es/walk-questions.ts'
import { axeFindings } from './harness/axe.ts'
import { Classroom } from './harness/classroom.ts'
import type { Person } from './harness/person.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms } from './harness/trainee.ts'

/* Cards, rubric and ladder in Spanish; the buttons stay in English, and `lang` tells a screen reader which is which. */

const rubric = rubricIn('es')
const steps = ladderIn('es').steps.map(({ word }) => word)
const titles = loadCards().flatMap(({ card }) => (card.language === 'es' ? [card.title] : []))

const part = story()
let room: Classroom
let seated: Seated

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: ['Mira', 'Jonas'], language: 'es' })
})
afterAll(() => room?.leave())

const findingsOn = async (...who: readonly Person[]): Promise<string[]> =>
  (await Promise.all(who.map(({ page, name }) => axeFindings(page, name)))).flat()

/** The texts that a page marks as Spanish, of those elements. */
const spanish = async ({ page }: Person, within: string): Promise<string[]> => {
  const marked = page.locator(`${within}:lang(es)`)
  // In a part that is folded away it is there, too.
  await marked.first().waitFor({ state: 'attached' })
  return (await marked.allTextContents()).map(text => text.trim())
}

part('opened in the console’s form; both read a Spanish card', async () => {
  const { ines, people } = room
  await ines.plans()
  await ines.onlyISeeIt()
  const items = rubric.items.map(({ title }) => title)
  const [focus = ''] = await spanish(ines, 'p > span')
  // A title may have a comma of its own.
  const rest = items.reduce((left, title) => left.replace(title, ''), focus)
  expect(focus).not.toBe('')
  expect(rest.replaceAll(', ', '')).toBe('')
  await ines.startsRound()
  await room.all('briefing')
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  for (const person of people) {
    const [title] = await spanish(person, 'h2')
    expect(titles).toContain(title)
  }
  const [starts] = await spanish(seated.customer, '[data-level] > span')
  expect(steps).toContain(starts)
  expect(await findingsOn(ines, ...people)).toEqual([])
})

part('the ladder is Spanish in the scene and in the curve after it', async () => {
  const { ines, people } = room
  await ines.next('scene')
  await room.all('scene')
  const { customer } = seated
  await customer.hotter()
  const level = await customer.level()
  expect(await spanish(customer, '[data-level] > span')).toContain(steps[level - 1])
  expect(await findingsOn(...people)).toEqual([])
  await ines.next('wrap-up')
  await ines.next('step-out')
  await room.all('step-out')
  expect(await spanish(customer, 'svg text')).toEqual(expect.arrayContaining([...steps]))
  expect(await findingsOn(...people)).toEqual([])
})

part('[V25] the remote’s question, which is said to them, is Spanish too', async () => {
  const { ines, base } = room
  const phone = await ines.page.context().newPage()
  await phone.goto(`${base}/remote/`)
  const question = phone.locator('strong:lang(es)').first()
  await question.waitFor()
  expect(Object.values(walkQuestions)).toContain(await question.textContent())
  await phone.close()
})

part('they rate by the Spanish items with their anchors, the customer by the Spanish sentences', async () => {
  const { ines, people } = room
  await ines.next('rating')
  await room.all('rating')
  const { customer, officer } = seated
  expect(await spanish(customer, 'legend > strong')).toEqual(rubric.customerItems.map(({ text }) => text))
  const asked = await spanish(officer, 'legend > strong')
  expect(asked).toHaveLength(3)
  const items = rubric.items.filter(({ title }) => asked.includes(title))
  expect(await spanish(officer, 'dd')).toEqual(
    items.flatMap(({ anchors }) => [anchors[1], anchors[3], anchors[5]]),
  )
  expect(await findingsOn(...people)).toEqual([])
  for (const person of people) await person.rates(4)
})

part('the debrief and the console show the same words; nothing was wrong on any page', async () => {
  const { ines, people } = room
  await room.all('debrief')
  expect(await spanish(seated.officer, 'dt')).toEqual(
    expect.arrayContaining(rubric.customerItems.map(({ text }) => text)),
  )
  expect(await findingsOn(ines, ...people)).toEqual([])
  expect(room.troubles()).toEqual([])
})

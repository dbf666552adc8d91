import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms } from './harness/trainee.ts'

/* The debrief's own page in a class that runs: what is pressed there happens in the room. */

const { debrief: told, play } = words
const part = story()
let room: Classroom
let seated: Seated

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: ['Mira', 'Jonas', 'Noor'] })
})
afterAll(() => room?.leave())

part('a scene is played, marked and rated', async () => {
  const { ines, people } = room
  await ines.plans()
  await ines.onlyISeeIt()
  await ines.startsRound()
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  await ines.next('scene')
  await room.all('scene')
  await seated.observers[0]?.marks('hurt')
  await seated.observers[0]?.seesMarks(0, 1)
  for (const step of ['wrap-up', 'step-out', 'rating'] as const) await ines.next(step)
  for (const person of people) {
    await person.at('rating')
    await person.rates(4)
  }
  // The last one who finishes opens the debrief; nobody has to press Next.
  await room.all('debrief')
})

part(
  'the officer opens the page from the seat, agrees there, and starts a retake with the seats swapped',
  async () => {
    const { officer, customer, observers } = seated
    const { page } = officer
    await page.getByRole('link', { name: play.debrief.whole }).click()
    await page.getByRole('slider', { name: told.playhead.label }).waitFor()
    await officer.agreesToBeShown()
    await officer.button(told.retake.from('0:00')).click()
    await officer.press(told.retake.swapped)
    await officer.sees(told.retake.runs)
    await customer.at('scene')
    await observers[0]?.at('scene')
    await page.getByRole('link', { name: told.retake.runsGo }).click()
    // The officer plays the customer now.
    await officer.button(play.scene.hotter).waitFor()
    await officer.cooler()
  },
)

part('the observer is offered no retake; the instructor reads the room, with and without names', async () => {
  const { ines } = room
  const [observer] = seated.observers
  if (observer === undefined) throw new Error('nobody observes')
  const { searchParams } = new URL(observer.page.url())
  await observer.page.goto(`${room.base}/debrief/?${searchParams}`)
  await observer.page.getByRole('slider', { name: told.playhead.label }).first().waitFor()
  expect(await observer.button(told.retake.from('0:00')).count()).toBe(0)
  const tab = await ines.anotherTab()
  const classId = searchParams.get('class') ?? ''
  await tab.goto(`${room.base}/debrief/?${new URLSearchParams({ class: classId, room: 'r1-1' })}`)
  await tab.getByRole('checkbox', { name: told.hideNames }).waitFor()
  const read = async () => (await tab.locator('main').textContent()) ?? ''
  expect(await read()).toContain(seated.customer.name)
  await tab.getByRole('checkbox', { name: told.hideNames }).check()
  for (const { name } of room.people) expect(await read()).not.toContain(name)
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

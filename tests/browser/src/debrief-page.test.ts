import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms } from './harness/trainee.ts'

/* The debrief's own page in a class that runs: what is pressed there happens in the room. */

const { debrief: told, play } = words
/** Typed by the customer when they stepped out. */
const REMEMBERED = 'You waited until I was done.'
const part = story()
let room: Classroom
let seated: Seated

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: ['Mira', 'Jonas', 'Odile'] })
})
afterAll(() => room?.leave())

part('a scene is played and marked', async () => {
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
  for (const step of ['wrap-up', 'step-out'] as const) await ines.next(step)
})

part(
  'stepping out, the customer taps what calmed them, adds the words, and puts the curve right',
  async () => {
    const { customer } = seated
    await customer.at('step-out')
    const calmer = customer.page.locator('[data-kind="calmer"]').first()
    await calmer.locator('[aria-pressed]').click()
    await calmer.locator('[aria-pressed="true"]').waitFor()
    await customer.press(play.stepOut.addWords)
    await calmer.getByLabel(play.stepOut.words).fill(REMEMBERED)
    await customer.press(play.stepOut.keep)
    await calmer.getByText(REMEMBERED).waitFor()
    await customer.opens(play.correct.open)
    await customer.press(play.scene.hotter)
    await customer.press(play.correct.keep)
    await customer.sees(play.correct.kept)
  },
)

part('everybody rates, and the debrief opens', async () => {
  const { ines, people } = room
  await ines.next('rating')
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
    const briefs = officer.find('region', told.briefs.title)
    await briefs.getByText(told.briefs.sometime).waitFor()
    expect(await briefs.getByText(told.briefs.notConfirmed).count()).toBe(5)
    await officer.find('region', told.shareWords.title).getByText(REMEMBERED).waitFor()
    await officer.sees(told.timeline.legend.corrected)
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
  await expect.poll(read, { timeout: 20_000 }).toContain(seated.customer.name)
  await tab.getByRole('checkbox', { name: told.hideNames }).check()
  const named = async () => {
    const shown = await read()
    return room.people.filter(({ name }) => shown.includes(name)).map(({ name }) => name)
  }
  await expect.poll(named, { timeout: 20_000 }).toEqual([])
})

part('when the retake is over, both tries stand side by side', async () => {
  const { officer } = seated
  await officer.endsRetake()
  await officer.at('debrief')
  await officer.find('link', play.debrief.whole).click()
  const beside = officer.find('region', told.retakeTitle(1))
  await beside.getByRole('heading', { name: told.retake.first('0:00'), exact: true }).waitFor()
  await beside.getByRole('heading', { name: told.retake.again, exact: true }).waitFor()
  await beside.getByRole('img').nth(1).waitFor()
  expect(await beside.getByRole('img').count()).toBe(2)
  expect(await officer.read()).not.toMatch(/NaN|undefined/)
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

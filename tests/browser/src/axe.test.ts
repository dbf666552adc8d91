import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { axeFindings } from './harness/axe.ts'
import { Classroom } from './harness/classroom.ts'
import type { Person } from './harness/person.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms, Trainee } from './harness/trainee.ts'

/* What made-up views can't show: whole pages of a class that runs. The panels of each seat in each step are in gallery.test.ts. */

const { play, join, console: say } = words
const part = story()
let room: Classroom
let seated: Seated

beforeAll(async () => {
  room = await Classroom.unlock({ people: ['Mira', 'Jonas', 'Odile'] })
})
afterAll(() => room?.leave())

const findingsOn = async (screen: string, ...who: readonly Person[]): Promise<string[]> => {
  const findings: string[] = []
  for (const { page, name } of who) findings.push(...(await axeFindings(page, `${screen} of ${name}`)))
  return findings
}

part('signing in, opening a class, joining and waiting', async () => {
  const { ines, wall, people, base } = room
  await ines.page.goto(`${base}/console/`)
  await ines.heading(say.signIn.title)
  const findings = await findingsOn('signing in', ines)
  await ines.signsIn(base)
  findings.push(...(await findingsOn('the classes', ines)))
  room.code = await ines.opensClass('Evening shift', 'same-room')
  const digits = await wall.asks(base)
  findings.push(...(await findingsOn('the empty lobby', ines)), ...(await findingsOn('the digits', wall)))
  await ines.showsOn(digits)
  await wall.heading('Evening shift')
  const [first] = people
  if (first === undefined) throw new Error('nobody is here')
  await first.page.goto(base)
  await first.button(join.next).waitFor()
  findings.push(...(await findingsOn('the code', first)))
  await first.page.goto(`${base}/j/${room.code}`)
  await first.button(join.join).waitFor()
  findings.push(...(await findingsOn('the name', first)))
  for (const person of people) await person.join(base, room.code)
  await ines.counts(3)
  findings.push(...(await findingsOn('the curtain’s question', ines)))
  await ines.onlyISeeIt()
  findings.push(...(await findingsOn('the lobby', ines, wall, first)))
  expect(findings).toEqual([])
})

part('a fishbowl, on the console and on the wall', async () => {
  const { ines, wall, people } = room
  const [customer, officer, watcher] = people
  if (!customer || !officer || !watcher) throw new Error('three people are needed')
  await ines.plansFishbowl({ customer, officer })
  const findings = await findingsOn('the plan', ines)
  await ines.startsRound()
  await room.all('briefing')
  await ines.next('scene')
  await watcher.marks('helped')
  await wall.tallies(1, 0)
  findings.push(...(await findingsOn('the fishbowl', ines, wall, watcher)))
  for (const step of ['wrap-up', 'step-out', 'rating', 'debrief', 'done'] as const) await ines.next(step)
  await room.all('done')
  expect(findings).toEqual([])
})

part('a spoken scene on every screen, its sheets, and a room that is looked into', async () => {
  const { ines, wall, people } = room
  await ines.plans()
  await ines.startsRound()
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  const findings = await findingsOn('briefing', wall)
  await ines.next('scene')
  await room.all('scene')
  await ines.looksInto(1)
  await seated.observers[0]?.marks('hurt')
  await seated.observers[0]?.seesMarks(0, 1)
  findings.push(...(await findingsOn('the scene', ines, wall, ...people)))
  await seated.officer.press(play.scene.radio)
  findings.push(...(await findingsOn('the radio', seated.officer)))
  await seated.officer.press(play.bar.close)
  await seated.customer.press(play.bar.stop)
  findings.push(...(await findingsOn('the question before a stop', seated.customer)))
  await seated.customer.press(play.bar.stopNo)
  expect(findings).toEqual([])
})

part('the debrief at a seat, on its own page and on the wall', async () => {
  const { ines, wall, people } = room
  for (const step of ['wrap-up', 'step-out', 'rating'] as const) await ines.next(step)
  for (const person of people) {
    await person.at('rating')
    await person.rates(4)
  }
  // The last one who finishes opens the debrief; nobody has to press Next.
  for (const person of people) {
    await person.at('debrief')
    await person.agreesToBeShown()
  }
  await ines.projects()
  await wall.showsDebrief()
  const findings = await findingsOn('the debrief', ines, wall, seated.officer)
  const { searchParams } = new URL(seated.customer.page.url())
  await seated.customer.page.goto(`${room.base}/debrief/?${searchParams}`)
  await seated.customer.find('heading').first().waitFor()
  findings.push(...(await findingsOn('the debrief’s page', seated.customer)))
  await seated.customer.page.goBack()
  await seated.customer.at('debrief')
  expect(findings).toEqual([])
})

part('a scene that somebody stopped, and the end of the class', async () => {
  const { ines, wall, people } = room
  await ines.next('done')
  await ines.plans()
  await ines.startsRound()
  await room.all('briefing')
  const [first] = people
  await first?.stops()
  await room.all('stopped')
  const findings = await findingsOn('stopped', ines, ...people.slice(0, 1))
  await ines.closesClass()
  await room.all('closed')
  await wall.isOver()
  findings.push(...(await findingsOn('closed', ines, wall, ...people.slice(0, 1))))
  const lost = await Trainee.arrive(room.browser, 'somebody lost')
  lost.watch.expects(/404/)
  await lost.page.goto(`${room.base}/nowhere/`)
  findings.push(...(await findingsOn('a lost address', lost)))
  expect([...findings, ...lost.watch.troubles]).toEqual([])
})

part('with less motion a change of theme reaches every word at once', async () => {
  const { page } = room.wall
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  }
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

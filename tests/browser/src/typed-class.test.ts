import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { launchChromium } from './harness/chromium.ts'
import { Person } from './harness/person.ts'
import { instructorsPlace, seatTriad, type Triad } from './harness/seats.ts'
import { ServerProcess } from './harness/server-process.ts'
import { linesArrive, say, sceneRuns, transcriptOn, translateLikeABrowser } from './harness/typed-seat.ts'

const play = words.play

const server = new ServerProcess()
let browser: Browser
let opened: OpenedClass
let instructor: Simulant
let people: readonly Person[] = []
let triad: Triad

/** What was said so far, in order. */
const said: string[] = []

beforeAll(async () => {
  await server.start()
  browser = await launchChromium()
  opened = await server.openClass()
  instructor = instruct(opened)
  await instructor.until(({ console }) => console)
  people = await Promise.all(['Mira', 'Jonas', 'Noor'].map(name => Person.arrive(browser, name)))
})

afterAll(async () => {
  instructor?.close()
  await browser?.close()
  await server.clear()
})

async function speaks(person: Person, line: string): Promise<void> {
  said.push(line)
  await say(person, line)
  await Promise.all(people.map(({ page }) => linesArrive(page, said.length)))
}

/** Nothing doubled, nothing missing, in one order, the same on every screen. */
async function expectOneTranscript(): Promise<void> {
  const shown = await Promise.all(people.map(({ page }) => linesArrive(page, said.length)))
  for (const lines of shown) {
    expect(lines).toEqual(shown[0])
    expect(lines.map(line => line.slice(line.indexOf(': ') + 2))).toEqual(said)
  }
}

test('three people join, are seated and get ready', async () => {
  for (const person of people) await person.join(server.base, opened.code)
  triad = await seatTriad(instructor, people)
  const titles = { customer: triad.customer, officer: triad.officer, observer: triad.observer }
  for (const [seat, person] of Object.entries(titles)) {
    await person.heading(words.roles[seat as keyof typeof titles])
    await person.press(play.briefing.ready)
  }
  await Promise.all([sceneRuns(triad.customer), sceneRuns(triad.officer)])
})

test('lines go both ways, the temperature and marks are seen where they may be', async () => {
  const { customer, officer, observer } = triad
  await speaks(customer, 'I have waited here for an hour.')
  await speaks(officer, 'An hour is a long time. What happened?')
  await customer.press(play.scene.hotter)
  await observer.press(play.scene.helped)
  await observer.press(play.scene.hurt)
  await observer.sees(play.scene.counts(1, 1))
  await observer.press(play.scene.undo)
  await observer.sees(play.scene.counts(1, 0))
  await expectOneTranscript()
})

test('a reload in the middle of a scene loses nothing, not even what was being written', async () => {
  const { customer } = triad
  const field = customer.page.getByLabel(play.scene.sayHint)
  await field.fill('Half a thou')
  await customer.page.reload()
  await sceneRuns(customer)
  expect(await field.inputValue()).toBe('Half a thou')
  await speaks(customer, 'Half a thought is better than none.')
  await expectOneTranscript()
})

test('lines that are written without a network arrive once, in their order', async () => {
  const { officer, customer, observer } = triad
  officer.watch.networkGoes()
  await officer.context.setOffline(true)
  const kept = ['First, I listen.', 'Second, I ask.', 'Third, I wait.']
  for (const line of kept) await say(officer, line)
  // The others go on meanwhile, and hear nothing of it.
  said.push('Hello? Are you still there?')
  await say(customer, 'Hello? Are you still there?')
  await linesArrive(observer.page, said.length)
  expect(await transcriptOn(observer.page)).toHaveLength(said.length)
  expect(await officer.page.getByText(play.scene.sending, { exact: true }).count()).toBe(3)
  said.push(...kept)
  await officer.context.setOffline(false)
  await expectOneTranscript()
})

test('a second tab of the same seat shows the same and may speak', async () => {
  const { officer } = triad
  const tab = await officer.anotherTab()
  expect(await linesArrive(tab, said.length)).toEqual(await transcriptOn(officer.page))
  said.push('From my other tab.')
  await tab.getByLabel(play.scene.sayHint).fill('From my other tab.')
  await tab.getByRole('button', { name: play.scene.send, exact: true }).click()
  await linesArrive(tab, said.length)
  await expectOneTranscript()
  await tab.close()
})

test('the server is killed and started again: the scene goes on where it was', async () => {
  for (const { watch } of people) watch.networkGoes()
  await server.kill()
  const { customer } = triad
  said.push('Is anybody there?')
  await say(customer, 'Is anybody there?')
  await customer.sees(words.link.reconnecting)
  await server.start()
  await expectOneTranscript()
  await speaks(triad.officer, 'I am here.')
})

test('a browser that translates the page in the middle of a scene breaks nothing', async () => {
  const { customer, officer, observer } = triad
  for (const { page } of people) expect(await translateLikeABrowser(page)).toBeGreaterThan(5)
  await speaks(officer, 'Tell me more.')
  await speaks(customer, 'They laughed at me.')
  await customer.press(play.scene.cooler)
  await observer.page.getByRole('button', { name: play.scene.helped }).click()
  await officer.press(play.bar.timeOut)
  await customer.heading(play.timeOut.title)
  await officer.press(play.timeOut.resume)
  await sceneRuns(officer)
  await speaks(officer, 'I am sorry that they did.')
  await expectOneTranscript()
})

test('stepping out, ratings, the reveal and the debrief, for all at once', async () => {
  const { customer, officer, observer } = triad
  await instructor.do('MoveRoom', { place: instructorsPlace(instructor), to: 'step-out' })
  for (const person of people) {
    await person.heading(play.stepOut.title)
    await person.press(play.stepOut.ready)
  }
  await Promise.all([
    customer.heading(play.rating.titleCustomer),
    officer.heading(play.rating.titleOfficer),
    observer.heading(play.rating.title),
  ])
  for (const person of people) {
    for (const group of await person.page
      .getByRole('group')
      .filter({ has: person.find('radio') })
      .all()) {
      await group.getByRole('radio', { name: '4' }).check({ force: true })
    }
    await person.press(play.rating.finish)
  }
  for (const person of people) {
    await person.heading(play.debrief.title)
    await person.page.locator('summary', { hasText: play.debrief.transcript }).click()
  }
  await expectOneTranscript()
  await officer.heading(play.debrief.aboutMe)
})

test('no page did anything that it may not', () => {
  expect(people.flatMap(({ name, watch }) => watch.troubles.map(each => `${name}: ${each}`))).toEqual([])
})

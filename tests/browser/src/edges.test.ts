import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { launchChromium } from './harness/chromium.ts'
import { Person, troublesOf } from './harness/person.ts'
import { instructorsPlace, seatTriad, type Triad } from './harness/seats.ts'
import { ServerProcess } from './harness/server-process.ts'
import { smallTargets } from './harness/small-targets.ts'

const play = words.play

const server = new ServerProcess()
let browser: Browser
let opened: OpenedClass
let instructor: Simulant
let people: readonly Person[] = []
let triad: Triad

beforeAll(async () => {
  await server.start()
  browser = await launchChromium()
  opened = await server.openClass({ place: 'same-room' })
  instructor = instruct(opened)
  await instructor.until(({ console }) => console)
  people = await Promise.all(['Mira', 'Jonas', 'Odile'].map(name => Person.arrive(browser, name)))
})

afterAll(async () => {
  instructor?.close()
  await browser?.close()
  await server.clear()
})

/** What this person's page sends from now on over new connections, as long as it has a word in it. */
function framesOf(person: Person, word: string): string[] {
  const frames: string[] = []
  person.page.on('websocket', socket =>
    socket.on('framesent', ({ payload }) => {
      const frame = String(payload)
      if (frame.includes(word)) frames.push(frame)
    }),
  )
  return frames
}

const move = (to: 'scene' | 'step-out' | 'rating' | 'debrief' | 'done') =>
  instructor.do('MoveRoom', { place: instructorsPlace(instructor), to })

test('every target of a thumb is large enough, from the code to the scene', async () => {
  const [first] = people
  if (first === undefined) throw new Error('nobody is here')
  await first.page.goto(server.base)
  await first.button(words.join.next).waitFor()
  const small = await smallTargets(first.page)
  for (const person of people) await person.join(server.base, opened.code)
  small.push(...(await smallTargets(first.page)))
  triad = await seatTriad(instructor, people)
  for (const person of people) {
    await person.button(play.briefing.ready).waitFor()
    small.push(...(await smallTargets(person.page)))
  }
  await move('scene')
  await triad.customer.button(play.scene.hotter).waitFor()
  await triad.observer.button(play.scene.helped).waitFor()
  for (const person of people) small.push(...(await smallTargets(person.page)))
  expect(small).toEqual([])
})

test('the back button leads to "Continue as", and that to the scene', async () => {
  const { observer } = triad
  await observer.page.goBack()
  await observer.press(words.join.continueAs(observer.name))
  await observer.button(play.scene.helped).waitFor()
})

test('two fingers on hotter and cooler: every tap is sent, and the last state is right on every screen', async () => {
  const { customer } = triad
  const taps = 24
  const sent = framesOf(customer, 'SetTemperature')
  await customer.page.reload()
  await customer.button(play.scene.hotter).waitFor()
  await customer.page.evaluate(
    ([hotter, cooler, count]) => {
      const find = (name: string) =>
        [...document.querySelectorAll('button')].find(button => button.textContent?.trim() === name)
      for (let n = 0; n < Number(count); n++) find(String(n % 2 === 0 ? cooler : hotter))?.click()
    },
    [play.scene.hotter, play.scene.cooler, taps] as const,
  )
  const shown = () => customer.page.locator('[data-level]').first().getAttribute('data-level')
  await customer.page.waitForFunction(() =>
    Object.keys(sessionStorage).every(
      key => !key.startsWith('evenkeel-outbox') || sessionStorage[key] === '[]',
    ),
  )
  const seen = triad.observer.page.locator(`[data-level="${await shown()}"]`)
  await seen.first().waitFor()
  expect(new Set(sent.map(frame => /"id":"([^"]+)"/.exec(frame)?.[1])).size).toBe(taps)
})

test('a mark made offline keeps the moment of its tap', async () => {
  const { observer } = triad
  const sent = framesOf(observer, '"Mark"')
  await observer.sleep()
  await observer.press(play.scene.helped)
  // A minute passes on this phone.
  await observer.page.evaluate(() => {
    const real = Date.now
    Date.now = () => real() + 60_000
  })
  await observer.wake()
  await observer.sees(play.scene.counts(1, 0))
  await observer.page.waitForFunction(() =>
    Object.keys(sessionStorage).every(
      key => !key.startsWith('evenkeel-outbox') || sessionStorage[key] === '[]',
    ),
  )
  const ages = sent.map(frame => Number(/"ago":(\d+)/.exec(frame)?.[1]))
  expect(Math.max(...ages)).toBeGreaterThanOrEqual(60_000)
})

test('the customer corrects the curve with keys, and the debrief says so', async () => {
  const { customer } = triad
  await move('step-out')
  await customer.button(play.stepOut.ready).waitFor()
  await customer.opens(play.correct.open)
  expect(await smallTargets(customer.page)).toEqual([])
  const heat = customer.page.locator('fieldset [data-level]')
  const before = Number(await heat.first().getAttribute('data-level'))
  await customer.button(before > 1 ? play.scene.cooler : play.scene.hotter).press('Enter')
  await customer.button(play.correct.keep).press('Enter')
  await customer.sees(play.correct.kept)
  await move('debrief')
  await triad.officer.sees(play.debrief.corrected)
})

test('at the end each writes what they take along, and downloads their own copy', async () => {
  const { officer, customer } = triad
  await move('done')
  await instructor.do('CloseClass', {})
  await officer.heading(play.closing.title)
  await officer.page.getByLabel(play.takeAlong.keep, { exact: true }).fill('Waiting.')
  await officer.press(play.takeAlong.save)
  await officer.sees(play.takeAlong.kept)
  expect(await smallTargets(officer.page)).toEqual([])
  await officer.page.reload()
  await officer.heading(play.closing.title)
  expect(await officer.page.getByLabel(play.takeAlong.keep, { exact: true }).inputValue()).toBe('Waiting.')
  const [download] = await Promise.all([
    officer.page.waitForEvent('download'),
    officer.press(play.ownCopy.take),
  ])
  expect(download.suggestedFilename()).toBe('Evening-shift.html')
  await officer.sees(play.ownCopy.done)
  const stream = await download.createReadStream()
  let page = ''
  for await (const part of stream) page += String(part)
  expect(page).toContain('Waiting.')
  expect(page).toContain(customer.name)
  expect(troublesOf(people)).toEqual([])
})

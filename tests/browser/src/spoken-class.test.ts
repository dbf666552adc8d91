import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { launchChromium } from './harness/chromium.ts'
import { Person } from './harness/person.ts'
import { seatTriad, type Triad } from './harness/seats.ts'
import { ServerProcess } from './harness/server-process.ts'

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
  people = await Promise.all(['Mira', 'Jonas', 'Noor'].map(name => Person.arrive(browser, name)))
})

afterAll(async () => {
  instructor?.close()
  await browser?.close()
  await server.clear()
})

const next = (to: 'scene' | 'step-out' | 'rating' | 'debrief' | 'done') =>
  instructor.do('Next', { round: 1, to })

test('everybody is ready, and the scene waits for the instructor', async () => {
  for (const person of people) await person.join(server.base, opened.code)
  triad = await seatTriad(instructor, people)
  for (const person of people) {
    await person.sees(play.briefing.next.class)
    await person.press(play.briefing.ready)
    await person.sees(play.briefing.youReady)
  }
})

test('in the scene the officer looks up, the customer has two halves and the observer two buttons', async () => {
  const { customer, officer, observer } = triad
  await next('scene')
  await officer.heading(play.scene.eyesUp)
  // The temperature would draw the officer's eyes down.
  expect(await officer.page.locator('[data-level]').count()).toBe(0)
  await customer.button(play.scene.hotter).waitFor()
  const before = await customer.page.locator('[data-level]').getAttribute('data-level')
  await customer.press(play.scene.hotter)
  await observer.page.locator(`[data-level="${Number(before) + 1}"]`).waitFor()
  await observer.press(play.scene.helped)
  await observer.sees(play.scene.counts(1, 0))
})

test('what a thumb has to find in a scene is at least 48 px high and wide', async () => {
  for (const person of people) {
    for (const button of await person.find('button').all()) {
      const box = await button.boundingBox()
      const name = (await button.textContent()) ?? ''
      expect(box === null || (box.width >= 48 && box.height >= 48), `${name} ${JSON.stringify(box)}`).toBe(
        true,
      )
    }
  }
})

test('a phone that sleeps through the scene changes nothing for the others, and is back where they are', async () => {
  const { customer, officer, observer } = triad
  officer.watch.networkGoes()
  await officer.context.setOffline(true)
  await customer.press(play.scene.cooler)
  await observer.press(play.scene.hurt)
  await observer.sees(play.scene.counts(1, 1))
  await next('step-out')
  await Promise.all([customer.heading(play.stepOut.title), observer.heading(play.stepOut.title)])
  await officer.context.setOffline(false)
  await officer.heading(play.stepOut.title)
})

test('ratings are followed by the debrief when the instructor says so', async () => {
  await next('rating')
  await triad.officer.heading(play.rating.titleOfficer)
  await triad.customer.press(play.rating.finish)
  await triad.customer.sees(play.rating.done)
  await next('debrief')
  await Promise.all(people.map(person => person.heading(play.debrief.title)))
})

test('a retake with swapped seats, and back', async () => {
  const { customer, officer } = triad
  await officer.page.getByRole('checkbox', { name: play.debrief.swap }).check({ force: true })
  await officer.press(play.debrief.startRetake)
  await customer.heading(play.scene.eyesUp)
  await officer.button(play.scene.cooler).waitFor()
  await customer.press(play.scene.endRetake)
  await Promise.all(people.map(person => person.heading(play.debrief.title)))
})

test('the round ends, the class is closed, and every phone says so', async () => {
  await next('done')
  await Promise.all(people.map(person => person.heading(play.done.title)))
  await instructor.do('CloseClass', {})
  await Promise.all(people.map(person => person.heading(play.closing.title)))
})

test('no page did anything that it may not', () => {
  expect(people.flatMap(({ name, watch }) => watch.troubles.map(each => `${name}: ${each}`))).toEqual([])
})

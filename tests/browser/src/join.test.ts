import type { OpenedClass } from '@evenkeel/simulant'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { launchChromium } from './harness/chromium.ts'
import { Person } from './harness/person.ts'
import { ServerProcess } from './harness/server-process.ts'

const server = new ServerProcess()
const people: Person[] = []
let browser: Browser
let opened: OpenedClass

beforeAll(async () => {
  await server.start()
  browser = await launchChromium()
  opened = await server.openClass()
})

afterEach(async () => {
  const gone = people.splice(0)
  await Promise.all(gone.map(person => person.leave()))
  expect(gone.flatMap(({ watch }) => watch.troubles)).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  await server.clear()
})

async function somebody(name: string, options?: BrowserContextOptions): Promise<Person> {
  const person = await Person.arrive(browser, name, options)
  people.push(person)
  return person
}

test('the address of the QR code leads over the name to the seat, which a reload keeps', async () => {
  const mira = await somebody('Mira')
  await mira.join(server.base, opened.code)
  await mira.sees('Mira')
  await mira.sees(words.play.waitingNext)
  await mira.page.reload()
  await mira.heading(words.play.waitingTitle)
  await mira.sees('Mira')
})

test('a typed code leads there too, however it is written', async () => {
  const jonas = await somebody('Jonas')
  await jonas.page.goto(server.base)
  const code = opened.code.toLowerCase()
  await jonas.page.getByLabel(words.join.code, { exact: true }).fill(` ${code.slice(0, 3)} ${code.slice(3)}`)
  await jonas.press(words.join.next)
  await jonas.heading('Evening shift')
  await jonas.page.getByLabel(words.join.name, { exact: true }).fill('Jonas')
  await jonas.page.keyboard.press('Enter')
  await jonas.heading(words.play.waitingTitle)
})

test('no code and a wrong code get a sentence, and the right one still works', async () => {
  const odile = await somebody('Odile')
  odile.watch.expects(/40[04].*\/api\/codes\//)
  await odile.page.goto(server.base)
  const field = odile.page.getByLabel(words.join.code, { exact: true })
  await odile.press(words.join.next)
  await odile.sees(words.join.noCode)
  await field.fill('ZZZZZZ')
  await odile.press(words.join.next)
  await odile.page
    .getByRole('alert')
    .filter({ hasText: /\w+ .*\./ })
    .waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await field.fill(opened.code)
  await odile.press(words.join.next)
  await odile.heading('Evening shift')
})

test('this browser continues as who it was, and a second person joins in it beside them', async () => {
  const first = await somebody('Fatou')
  await first.join(server.base, opened.code)
  const seat = new URL(first.page.url()).searchParams.get('seat')
  await first.page.goto(`${server.base}/j/${opened.code}`)
  await first.press(words.join.continueAs('Fatou'))
  await first.heading(words.play.waitingTitle)
  expect(new URL(first.page.url()).searchParams.get('seat')).toBe(seat)

  const tab = await first.context.newPage()
  await tab.goto(`${server.base}/j/${opened.code}`)
  await tab.getByRole('button', { name: words.join.someoneElse }).click()
  await tab.getByLabel(words.join.name, { exact: true }).fill('Malik')
  await tab.getByRole('button', { name: words.join.join, exact: true }).click()
  await tab.getByRole('heading', { name: words.play.waitingTitle }).waitFor()
  await tab.getByText('Malik', { exact: true }).waitFor()
  expect(new URL(tab.url()).searchParams.get('seat')).not.toBe(seat)
  // Neither tab took the other's seat.
  await first.page.reload()
  await first.sees('Fatou')
})

test('without script the page says what it needs', async () => {
  const old = await somebody('an old phone', { javaScriptEnabled: false })
  await old.page.goto(server.base)
  // Selectors by text leave out what is inside of noscript.
  expect(await old.page.locator('noscript').textContent()).toBe(words.link.noScript)
})

import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { type Alone, alone } from './harness/alone.ts'
import { axeFindings } from './harness/axe.ts'
import type { Console } from './harness/console.ts'
import { Person, troublesOf } from './harness/person.ts'
import { story } from './harness/story.ts'

/* Somebody alone looks on at a simulated class, on the console and with their phone. */

const { simulated, console: say } = words
const part = story()
let here: Alone
let ana: Console

beforeAll(async () => {
  here = await alone()
  ana = here.ana
})
afterAll(() => here?.leave())

part('[B3] the console of a simulated class says so, and nothing is wrong with it', async () => {
  await ana.press(simulated.tryIt.classGo)
  await ana.find('complementary', simulated.mark).waitFor()
  await ana.onlyISeeIt()
  await ana.page.locator('[data-room]').first().waitFor()
  expect(await axeFindings(ana.page, 'the console of a simulated class')).toEqual([])
})

part('the keys go through the rooms that were looked for, and no others', async () => {
  const { page } = ana
  const fifth = page.getByRole('heading', { name: new RegExp(`^${say.rooms.spot(5)}: `) })
  await page.getByLabel(words.wall.search, { exact: true }).fill('5')
  await expect.poll(() => page.locator('[data-room] h3').allTextContents()).toEqual([say.rooms.spot(5)])
  await page.getByRole('heading', { name: say.rooms.title, exact: true }).click()
  await page.keyboard.press('j')
  await fifth.waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.getByLabel(words.wall.search, { exact: true }).fill('')
  await page.locator('[data-room]').nth(1).waitFor()
  await fifth.waitFor()
})

part('[B3] so does the remote, for somebody who signs in by hand', async () => {
  const phone = await Person.arrive(here.browser, 'the remote')
  phone.watch.expects(/401/)
  await phone.page.goto(`${here.server.base}/remote/`)
  await phone.page.getByLabel(say.signIn.name, { exact: true }).fill('Ana')
  await phone.page.getByLabel(say.signIn.passcode, { exact: true }).fill('wrong horse')
  phone.watch.expects(/403/)
  await phone.press(say.signIn.go)
  await phone.sees('That passcode is not right.')
  await phone.page.getByLabel(say.signIn.passcode, { exact: true }).fill('correct horse battery')
  await phone.press(say.signIn.go)
  await phone.find('complementary', simulated.mark).waitFor()
  await phone.heading(words.remote.where)
  expect(await axeFindings(phone.page, 'the remote of a simulated class')).toEqual([])
  expect(troublesOf([ana, phone])).toEqual([])
})

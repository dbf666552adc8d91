import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { recordsWords as say } from '../../../apps/web/src/words/en/records.ts'
import { axeFindings } from './harness/axe.ts'
import { launchChromium } from './harness/chromium.ts'
import { KeptClasses } from './harness/kept-classes.ts'
import { clippedAt, DARK_INK, formats, inkFromDarkScreen, pagesOf } from './harness/paper.ts'
import { Person, troublesOf } from './harness/person.ts'
import { PASSCODE } from './harness/server-process.ts'
import { story } from './harness/story.ts'

const part = story()
let kept: KeptClasses
let browser: Browser
let ines: Person

beforeAll(async () => {
  ;[kept, browser] = await Promise.all([KeptClasses.open(), launchChromium()])
  await kept.keep('class-1', 'assessed', 'Night shift')
  await kept.keep('class-2', 'practised', 'A first try')
  ines = await Person.arrive(browser, 'Ines', { viewport: { width: 1280, height: 800 } })
})
afterAll(async () => {
  await browser?.close()
  await kept?.close()
})

const goes = async (path: string, heading: string) => {
  await ines.page.goto(`${kept.base}/records/${path}`)
  await ines.heading(heading)
}
const press = (key: string) => ines.page.keyboard.press(key)

/** Tab by tab to what has this name; fails after too many. */
async function tabTo(name: string): Promise<void> {
  for (let n = 0; n < 200; n++) {
    await press('Tab')
    const at = await ines.page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (at.trim() === name) return
  }
  throw new Error(`no Tab leads to ${name}`)
}

part('who is not signed in sees no record', async () => {
  ines.watch.expects(/401/)
  await goes('', say.title)
  await ines.sees(say.signIn)
  const answer = await ines.context.request.post(`${kept.base}/api/sign-in`, {
    data: { name: 'Ines', passcode: PASSCODE },
  })
  expect(answer.status()).toBe(200)
})

part('axe finds nothing on any screen, and none is wider than a phone', async () => {
  const person = `?person=${encodeURIComponent('n:S-2')}`
  const screens: readonly (readonly [path: string, heading: string])[] = [
    ['', say.title],
    ['?class=assessed', 'Night shift'],
    ['?class=practised', 'A first try'],
    ['?list=people', say.people],
    [person, 'محمد بن عبد العزيز'],
  ]
  const findings: string[] = []
  for (const [path, heading] of screens) {
    await goes(path, heading)
    findings.push(...(await axeFindings(ines.page, `records ${path}`)))
    await ines.page.setViewportSize({ width: 360, height: 740 })
    const over = await ines.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) findings.push(`records ${path}: ${over} px wider than a phone`)
    await ines.page.setViewportSize({ width: 1280, height: 800 })
  }
  expect(findings).toEqual([])
})

part(
  'by keyboard alone: to a class, to its debrief and back, and a deletion that is not carried out',
  async () => {
    await goes('', say.title)
    await ines.page.getByText('Night shift').first().waitFor()
    await tabTo('Night shift')
    await press('Enter')
    await ines.heading('Night shift')
    await tabTo(say.keeping.remove)
    await press('Enter')
    const dialog = ines.find('dialog')
    await dialog.waitFor()
    expect(await dialog.evaluate(element => element.contains(document.activeElement))).toBe(true)
    expect(await dialog.textContent()).toContain(say.keeping.removeMeans)
    await press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await kept.store.journal.head('assessed')).toBeDefined()
    await ines.page.goto(`${kept.base}/records/?class=assessed&room=r1-2`)
    await ines.page.getByText('xq241qx').first().waitFor({ state: 'attached' })
  },
)

part('[I8] a finding opens to the moment behind it, with the playhead there', async () => {
  await goes('?class=assessed', 'Night shift')
  const link = ines.page.getByRole('link', { name: /^round \d+, spot \d+, \d+:\d\d$/ }).first()
  const [, minutes = '', seconds = ''] = /(\d+):(\d\d)$/.exec((await link.textContent()) ?? '') ?? []
  await link.click()
  const at = Number(minutes) * 60 + Number(seconds)
  await ines.page.locator(`[role=slider][aria-valuenow="${at}"]:focus`).waitFor({ state: 'attached' })
  expect(at).toBeGreaterThan(0)
})

part('[I24] two entries of the register are joined, and taken apart again on their page', async () => {
  await goes('?list=people', say.people)
  await ines.page.getByLabel(say.register.mergeFirst).selectOption('n:S-3')
  await ines.page.getByLabel(say.register.mergeInto).selectOption('n:S-1')
  const bo = ines.find('link', 'Bo')
  await bo.waitFor()
  await ines.press(say.register.mergeGo)
  await bo.waitFor({ state: 'detached' })
  await ines.page.goto(`${kept.base}/records/?person=${encodeURIComponent('n:S-1')}`)
  await ines.press(say.person.undo)
  await ines.find('button', say.person.undo).waitFor({ state: 'detached' })
  await goes('?list=people', say.people)
  await bo.waitFor()
})

part('a line is taken out for good', async () => {
  await goes('?class=assessed', 'Night shift')
  await ines.opens(say.page.scenes)
  await ines.page.getByRole('link', { name: say.lines.link }).first().click()
  await ines.heading(say.lines.title)
  expect(await axeFindings(ines.page, 'lines')).toEqual([])
  await ines.page.locator('li bdi').first().waitFor()
  const [line] = await ines.page.locator('li bdi').allTextContents()
  if (line === undefined) throw new Error('there is no line')
  await ines.page
    .getByRole('button', { name: say.lines.takeOutLine(1) })
    .first()
    .click()
  await ines.press(say.lines.yes)
  await ines.sees('[…]')
  const texts = await ines.page.locator('li bdi').allTextContents()
  expect(texts).not.toContain(line)
  const stored = await kept.store.journal.read('assessed', 0)
  expect(JSON.stringify(stored)).not.toContain(`"${line}"`)
})

part('[I12] of practice only attendance can be taken away', async () => {
  await goes('?class=practised', 'A first try')
  await ines.sees(say.exports.practice)
  expect(await ines.page.getByText(say.exports.ratings).count()).toBe(0)
  expect(await ines.page.getByText(say.exports.whole).count()).toBe(0)
  const loading = ines.page.waitForEvent('download')
  await ines.page.getByText(say.exports.people, { exact: true }).click()
  const file = readFileSync(await (await loading).path(), 'utf8')
  const [head = ''] = file.split('\r\n')
  expect(head.charCodeAt(0)).toBe(0xfeff)
  expect(head).toContain('minutes_present')
  expect(head).not.toMatch(/_mean|attention/)
})

part('[I25] she signs, and the record of it prints without clipping', async () => {
  await goes('?class=assessed', 'Night shift')
  await ines.press(say.attendance.signAll)
  await ines.page
    .locator('td')
    .getByText(/^Ines, /)
    .first()
    .waitFor()
  await ines.page.getByLabel(say.completion.course).fill('Calm talk, level 1')
  await ines.page.getByRole('button', { name: say.save, exact: true }).first().click()
  await ines.sees(say.saved)
  for (const width of Object.values(formats)) expect(await clippedAt(ines.page, width, 'main')).toEqual([])
  expect(pagesOf(await ines.page.pdf({ format: 'A4' }))).toBeGreaterThan(0)
  expect(await inkFromDarkScreen(ines.page)).toBe(DARK_INK)
  await goes('?class=assessed&print=completion', say.completion.title)
  await ines.page.getByText('Calm talk, level 1').first().waitFor()
  for (const width of Object.values(formats)) expect(await clippedAt(ines.page, width)).toEqual([])
  const trainees = await ines.page.locator('article').count()
  expect(pagesOf(await ines.page.pdf({ format: 'A4' }))).toBe(trainees)
  expect(await axeFindings(ines.page, 'completion records')).toEqual([])
})

part('a class goes out as a file, is deleted, and comes back', async () => {
  await goes('?class=assessed', 'Night shift')
  const loading = ines.page.waitForEvent('download')
  await ines.page.getByText(say.exports.whole, { exact: true }).click()
  const path = await (await loading).path()
  await ines.press(say.keeping.remove)
  await ines.press(say.keeping.removeYes)
  await ines.heading(say.title)
  await ines.page.getByText('Night shift').waitFor({ state: 'detached' })
  expect(await kept.store.journal.head('assessed')).toBeUndefined()
  const text = readFileSync(path, 'utf8')
  ines.watch.expects(/422/)
  const bring = async (content: string) => {
    const file = { name: 'class.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(content) }
    await ines.page.locator('input[type=file]').setInputFiles(file)
    await ines.press(say.list.importGo)
  }
  await bring(text.slice(0, 20_000))
  await ines.page.getByText(/Nothing was imported\. Line \d+/).waitFor()
  await bring(text)
  await ines.sees(say.list.importDone)
  await ines.find('link', 'Night shift').waitFor()
})

part('nothing went wrong on the way', async () => {
  expect(troublesOf([ines])).toEqual([])
})

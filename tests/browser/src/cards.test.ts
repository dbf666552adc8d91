// long because: one card's life is one story, from the copy to the paper
import { readFileSync } from 'node:fs'
import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { cardsWords } from '../../../apps/web/src/words/en/cards.ts'
import { words } from '../../../apps/web/src/words/en.ts'
import { axeFindings } from './harness/axe.ts'
import { CardWriter } from './harness/card-writer.ts'
import { launchChromium } from './harness/chromium.ts'
import { clippedAt, formats, pagesOf } from './harness/paper.ts'
import { Person, troublesOf } from './harness/person.ts'
import { instructorsPlace } from './harness/seats.ts'
import { ServerProcess } from './harness/server-process.ts'
import { story } from './harness/story.ts'
import { say as speak } from './harness/typed-seat.ts'

const { browse, read, edit, paper } = cardsWords
const fields = edit.fields
const play = words.play

const part = story()
const server = new ServerProcess()
let browser: Browser
let ines: CardWriter
let people: readonly Person[] = []
let opened: OpenedClass
let instructor: Simulant
/** The versions of her card, the oldest first. */
let first = ''
let second = ''

const TITLE = 'Mine <b>now</b>'
const OLD = {
  opening: '<script>alert(1)</script> Why me, of all people?',
  need: 'You want an old, quiet word of thanks.',
}
const NEW = { opening: 'A wholly other first line.', need: 'You want a new and louder word of thanks.' }

beforeAll(async () => {
  await server.start()
  browser = await launchChromium()
  ines = await CardWriter.arrive(browser, 'Ines')
  people = await Promise.all(['Mira', 'Jonas', 'Odile'].map(name => Person.arrive(browser, name)))
})

afterAll(async () => {
  instructor?.close()
  await browser?.close()
  await server.clear()
})

part('browse and read by the keyboard alone, and axe finds nothing', async () => {
  await ines.signsIn(server.base)
  await ines.tabsTo(ines.page.getByRole('searchbox'))
  await ines.page.keyboard.insertText('nowhere at all')
  await ines.heading(browse.noneFit)
  const findings = await axeFindings(ines.page, 'nothing fits')
  await ines.keys(ines.button(browse.clear).first())
  await ines.tabsTo(ines.page.getByRole('searchbox'))
  await ines.page.keyboard.insertText('museum search')
  await ines.state('1 of ')
  findings.push(...(await axeFindings(ines.page, 'the list')))
  await ines.keys(ines.find('link', 'The bag at the front table'))
  await ines.heading('The bag at the front table')
  await ines.tabsTo(ines.find('tab', read.customer))
  for (const [key, tab] of [
    ['ArrowRight', read.officer],
    ['ArrowRight', read.all],
  ] as const) {
    findings.push(...(await axeFindings(ines.page, `read before ${tab}`)))
    await ines.page.keyboard.press(key)
    await ines.page.getByRole('tab', { name: tab, selected: true }).waitFor()
  }
  findings.push(...(await axeFindings(ines.page, 'read as instructor')))
  expect(findings).toEqual([])
})

part('the officer’s tab has nothing of the customer’s side', async () => {
  await ines.find('tab', read.officer).click()
  const seen = (await ines.page.getByRole('tabpanel').textContent()) ?? ''
  expect(seen).toContain('Each bag that is bigger')
  expect(seen).not.toContain('nobody suspects you')
  expect(seen).not.toContain('Every locker is full')
})

part('a copy is written by the keyboard; what is missing is said in words beside its field', async () => {
  await ines.keys(ines.button(read.copy))
  await ines.heading(edit.copyTitle)
  await ines.state(edit.complete)
  await ines.types(ines.field(fields.title), TITLE)
  await ines.types(ines.field(fields.opening), OLD.opening)
  await ines.types(ines.field(fields.need), OLD.need)
  await ines.types(ines.field(fields.say, 1), '')
  await ines.sees('The second trigger has no line to say.')
  await ines.state(edit.missing(1))
  expect(await axeFindings(ines.page, 'a mistake')).toEqual([])
  await ines.keys(ines.button(edit.save))
  await ines.page.waitForFunction(() => document.activeElement?.id === 'field-customer-triggers-1-say')
})

part('a reload loses nothing, and the count of words is live', async () => {
  await ines.page.reload()
  await ines.heading(edit.copyTitle)
  expect(await ines.field(fields.opening).inputValue()).toBe(OLD.opening)
  expect(await ines.field(fields.say, 1).inputValue()).toBe('')
  await ines.types(ines.field(fields.say, 1), 'So my question is nothing to you?')
  const cue = ines.field(fields.cue)
  const before = await cue.inputValue()
  await ines.types(cue, 'word '.repeat(41).trim())
  await ines.sees(`${edit.words(41, 40)}: ${edit.tooMany(1)}`)
  await ines.types(cue, before)
  first = await ines.saves()
  await ines.heading(TITLE)
  expect(first).toMatch(/^[0-9a-f]+$/)
})

part('the card is played, and its html is text', async () => {
  opened = await server.openClass()
  instructor = instruct(opened)
  await instructor.until(({ console }) => console)
  for (const person of people) await person.join(server.base, opened.code)
  await instructor.until(({ console }) => Object.keys(console?.people ?? {}).length >= people.length)
  await instructor.do('PlanRound', { card: first })
  await instructor.do('StartRound', { round: 1 })
  await instructor.until(({ console }) => Object.keys(console?.rooms ?? {}).length > 0)
  for (const person of people) await person.button(play.briefing.ready).waitFor()
  const { customer, officer, observer } = seated()
  // An observer unfolds each side.
  for (const person of [customer, observer])
    await person.page.getByText(OLD.opening, { exact: true }).first().waitFor({ state: 'attached' })
  expect(await officer.read()).not.toContain(OLD.opening)
  for (const person of people) await person.press(play.briefing.ready)
})

part('she edits it while it is played; the running scene and its debrief keep the old text', async () => {
  const { customer } = seated()
  await speak(customer, 'And now it is my turn.')
  await ines.keys(ines.button(read.edit))
  await ines.heading(edit.editTitle)
  await ines.types(ines.field(fields.opening), NEW.opening)
  await ines.types(ines.field(fields.need), NEW.need)
  second = await ines.saves()
  expect(second).not.toBe(first)
  for (const person of people) await person.page.reload()
  for (const to of ['step-out', 'rating', 'debrief'] as const)
    await instructor.do('MoveRoom', { place: instructorsPlace(instructor), to })
  for (const person of people) {
    await person.button(play.debrief.ready).waitFor()
    await person.page.goto(person.page.url().replace('/play/', '/debrief/'))
    await person.page.getByText(OLD.need, { exact: true }).first().waitFor()
    const shown = await person.read()
    expect(shown).toContain(OLD.opening)
    for (const text of Object.values(NEW)) expect(shown).not.toContain(text)
  }
})

part('one page a seat on A4 and on Letter, nothing clipped, in both themes', async () => {
  await ines.press(read.print)
  await ines.heading(paper.oneTitle(TITLE))
  for (const colorScheme of ['light', 'dark'] as const) {
    await ines.page.emulateMedia({ colorScheme })
    const ink = await ines.page
      .locator('article')
      .first()
      .evaluate(sheet => getComputedStyle(sheet).color)
    expect(ink, colorScheme).toBe('rgb(38, 34, 29)')
  }
  for (const [format, width] of Object.entries(formats)) {
    expect(await clippedAt(ines.page, width), format).toEqual([])
    expect(pagesOf(await ines.page.pdf({ format })), format).toBe(4)
  }
  expect(await axeFindings(ines.page, 'paper')).toEqual([])
})

part('a class on paper: two triads with three cards, every sheet on a page of its own', async () => {
  await ines.page.goto(`${server.base}/cards/?open=paper`)
  await ines.page.getByLabel(paper.groups).fill('2')
  for (const title of ['The bag at the front table', TITLE])
    await ines.page.getByRole('checkbox', { name: title }).check()
  await ines.page.getByText(paper.tooFew(3), { exact: true }).waitFor()
  expect(await axeFindings(ines.page, 'choosing for paper')).toEqual([])
  await ines.page.getByRole('checkbox', { name: 'Two minutes to four' }).check()
  const sheets = 2 * 3 * 3 + 1 + 3
  await ines.press(paper.make(sheets))
  await ines.page
    .locator('article')
    .nth(sheets - 1)
    .waitFor()
  for (const [format, width] of Object.entries(formats)) {
    expect(await clippedAt(ines.page, width), format).toEqual([])
    expect(pagesOf(await ines.page.pdf({ format })), format).toBe(sheets)
  }
})

part('somebody else saved it meanwhile: nothing is lost, and hers becomes another card', async () => {
  ines.watch.expects(/409/)
  await ines.page.goto(`${server.base}/cards/?edit=${second}`)
  const other = await CardWriter.arrive(browser, 'Omar')
  await other.signsIn(server.base)
  await other.page.goto(`${server.base}/cards/?edit=${second}`)
  await other.types(other.field(fields.contentNote), 'A crowd, and a camera.')
  await other.saves()
  await ines.types(ines.field(fields.contentNote), 'Being late.')
  await ines.state(edit.complete)
  await ines.press(edit.save)
  await ines.heading(edit.changedBy('Omar'))
  expect(await axeFindings(ines.page, 'changed by somebody')).toEqual([])
  await ines.press(edit.changedCopy)
  await ines.heading(edit.copyTitleOf(TITLE))
  expect(troublesOf([other])).toEqual([])
})

part(
  'exported and imported: a bad file imports nothing and says where; a known card is kept beside',
  async () => {
    ines.watch.expects(/422|409/)
    const [download] = await Promise.all([
      ines.page.waitForEvent('download'),
      ines.find('link', read.export).click(),
    ])
    const buffer = readFileSync(await download.path())
    const file = (name: string, text: Buffer) => ({ name, mimeType: 'text/yaml', buffer: text })
    const bad = Buffer.from(buffer.toString().replace(/^ +opening:.*$/m, ''))
    await ines.page.goto(`${server.base}/cards/?open=import`)
    const choose = ines.page.getByLabel(cardsWords.import.choose)
    await choose.setInputFiles([file('good.yaml', buffer), file('bad.yaml', bad)])
    await ines.press(cardsWords.import.go(2))
    await ines.heading(cardsWords.import.wrongTitle)
    await ines.heading('bad.yaml')
    expect(await axeFindings(ines.page, 'import')).toEqual([])
    await choose.setInputFiles([file('good.yaml', buffer)])
    await ines.press(cardsWords.import.go(1))
    await ines.press(cardsWords.import.keepBoth)
    await ines.sees(cardsWords.import.saved(1))
  },
)

part('an own card is deleted after a second press; those of the playbook have no such button', async () => {
  await ines.page.getByRole('link', { name: edit.copyTitleOf(TITLE) }).click()
  await ines.press(read.delete)
  await ines.press(read.deleteReally)
  await ines.heading(cardsWords.title)
  await ines.find('link', 'The bag at the front table').click()
  await ines.button(read.copy).waitFor()
  expect(await ines.button(read.delete).count()).toBe(0)
})

part('no page did what no page may do', async () => {
  // Asked once who she is, before she had signed in.
  ines.watch.expects(/401/)
  expect(troublesOf([ines, ...people])).toEqual([])
})

/** Who sits where in the one room. */
function seated() {
  const seats = instructor.console?.rooms[instructorsPlace(instructor).room]?.seats
  const called = (id: string | null | undefined): Person => {
    const found = people.find(({ name }) => name === instructor.names.get(id ?? ''))
    if (found === undefined) throw new Error(`nobody here is ${id}`)
    return found
  }
  return {
    customer: called(seats?.customer),
    officer: called(seats?.officer),
    observer: called(seats?.observers[0]),
  }
}

import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { axeFindings } from './harness/axe.ts'
import { launchChromium } from './harness/chromium.ts'
import { Person } from './harness/person.ts'
import { instructorsPlace, seatTriad } from './harness/seats.ts'
import { PASSCODE, ServerProcess } from './harness/server-process.ts'
import { sceneRuns } from './harness/typed-seat.ts'

const play = words.play

const server = new ServerProcess()
let browser: Browser
let opened: OpenedClass
let instructor: Simulant
let people: readonly Person[] = []

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

const findingsOn = async (screen: string, who: readonly Person[] = people): Promise<string[]> => {
  const findings: string[] = []
  for (const person of who) findings.push(...(await axeFindings(person.page, `${screen} of ${person.name}`)))
  return findings
}

test('joining and waiting', async () => {
  const [first, ...others] = people
  if (first === undefined) throw new Error('nobody is here')
  await first.page.goto(server.base)
  await first.button(words.join.next).waitFor()
  const findings = await findingsOn('the code', [first])
  await first.page.goto(`${server.base}/j/${opened.code}`)
  await first.button(words.join.join).waitFor()
  findings.push(...(await findingsOn('the name', [first])))
  for (const person of [first, ...others]) await person.join(server.base, opened.code)
  findings.push(...(await findingsOn('waiting', [first])))
  expect(findings).toEqual([])
})

test('each seat from briefing to closing', async () => {
  const { customer, officer } = await seatTriad(instructor, people)
  for (const person of people) await person.button(play.briefing.ready).waitFor()
  const findings = await findingsOn('briefing')
  for (const person of people) await person.press(play.briefing.ready)
  await Promise.all([sceneRuns(customer), sceneRuns(officer)])
  findings.push(...(await findingsOn('typed scene')))
  await officer.press(play.bar.timeOut)
  await Promise.all(people.map(person => person.heading(play.timeOut.title)))
  findings.push(...(await findingsOn('time-out')))
  const steps = [
    ['step-out', play.stepOut.ready],
    ['rating', play.rating.finish],
    ['debrief', play.debrief.ready],
  ] as const
  for (const [to, button] of steps) {
    await instructor.do('MoveRoom', { place: instructorsPlace(instructor), to })
    for (const person of people) await person.button(button).waitFor()
    findings.push(...(await findingsOn(to)))
  }
  await instructor.do('MoveRoom', { place: instructorsPlace(instructor), to: 'done' })
  for (const person of people) await person.heading(play.done.title)
  findings.push(...(await findingsOn('done', [customer])))
  await instructor.do('CloseClass', {})
  for (const person of people) await person.heading(play.closing.title)
  findings.push(...(await findingsOn('closing', [customer])))
  expect(findings).toEqual([])
})

test('the console, from signing in to a class', async () => {
  const ines = await Person.arrive(browser, 'Ines', { viewport: { width: 1280, height: 800 } })
  await server.openClass({ title: 'Late shift' })
  ines.watch.expects(/401/)
  await ines.page.goto(`${server.base}/console/`)
  await ines.heading(words.console.signIn.title)
  const findings = await findingsOn('sign-in', [ines])
  await ines.page.getByLabel(words.console.signIn.name, { exact: true }).fill('Ines')
  await ines.page.getByLabel(words.console.signIn.passcode, { exact: true }).fill(PASSCODE)
  await ines.press(words.console.signIn.go)
  await ines.heading(words.console.classes.title)
  findings.push(...(await findingsOn('classes', [ines])))
  expect(findings).toEqual([])
})

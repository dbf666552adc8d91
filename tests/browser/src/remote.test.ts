import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { axeFindings } from './harness/axe.ts'
import { Classroom } from './harness/classroom.ts'
import { Person, troublesOf } from './harness/person.ts'
import { smallTargets } from './harness/small-targets.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms } from './harness/trainee.ts'

/* An instructor's phone comes in by the console's code and runs a round; console and phone show the same. */

const { console: say, remote: told } = words
const part = story()
let room: Classroom
let phone: Person
let seated: Seated
let link = ''
const findings: string[] = []

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: ['Mira', 'Jonas', 'Odile'] })
  phone = await Person.arrive(room.browser, 'the remote')
})
afterAll(() => room?.leave())

const looksAt = async (screen: string) => {
  findings.push(...(await axeFindings(phone.page, screen)))
  findings.push(...(await smallTargets(phone.page)).map(target => `${screen}: ${target}`))
  const over = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (over > 0) findings.push(`${screen} is ${over} px too wide`)
}
/** The button, as soon as it takes a press: just after it came to mean something else it takes none. */
const presses = (name: string) => phone.button(name).and(phone.page.locator(':not([aria-disabled])')).click()

part('[C15] the console shows the code only behind the curtain’s question', async () => {
  const { ines } = room
  const asked = ines.page.waitForResponse(
    answer => answer.url().endsWith('/remotes') && answer.status() === 201,
  )
  await ines.press(told.sheet.open)
  const sheet = ines.page.getByRole('dialog')
  await sheet.getByRole('heading', { name: say.curtain.ask }).waitFor()
  expect(await ines.find('img', told.sheet.title).count()).toBe(0)
  await sheet.getByRole('button', { name: say.curtain.no }).click()
  const { links } = await (await asked).json()
  await ines.find('img', told.sheet.title).waitFor()
  findings.push(...(await axeFindings(ines.page, 'the code of the remote')))
  // The phone reads it from the code; here the address is this machine's.
  const { pathname, search } = new URL(links[0])
  link = room.base + pathname + search
  await ines.page.keyboard.press('c')
  await ines.find('img', told.sheet.title).waitFor({ state: 'hidden' })
  await ines.page.keyboard.press('c')
})

part('[C15] a phone that follows it is signed in, and no token stays in its address', async () => {
  await phone.page.goto(link)
  await phone.page.getByText('Evening shift').waitFor()
  expect(new URL(phone.page.url()).pathname).toBe('/remote/')
  expect(phone.page.url()).not.toContain(new URL(link).pathname.slice('/in/'.length))
  const late = await Person.arrive(room.browser, 'somebody late')
  late.watch.expects(/410|favicon/)
  await late.page.goto(link)
  await late.heading('This link is used up')
  expect(late.watch.troubles).toEqual([])
  await late.leave()
  const { ines } = room
  await ines.page.keyboard.press('Escape')
  await looksAt('before a plan')
})

part('the round is planned and started from the phone, and the console shows it', async () => {
  const { ines, people } = room
  await presses(say.plan.makeFirst)
  await phone.sees(told.plan)
  await ines.button(say.plan.start).waitFor()
  await looksAt('the plan')
  await presses(say.plan.start)
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  await ines.button(say.next.scene ?? '').waitFor()
  await presses(say.next.scene ?? '')
  await room.all('scene')
  await ines.button(say.next['wrap-up'] ?? '').waitFor()
})

part('[V25] it says where to walk and what to ask; there it marks and takes back', async () => {
  const { ines } = room
  await phone.heading(told.walk)
  await phone.sees(told.questions.unvisited)
  await looksAt('the scene')
  await presses(told.go)
  await phone.page.getByRole('region', { name: told.standing(1) }).waitFor()
  await phone.press(say.room.helped)
  await phone.press(say.room.hurt)
  await phone.sees(told.mine(1, 1))
  await looksAt('at a spot')
  await ines.looksInto(1)
  await ines.sees(say.room.marks(1, 1))
  await phone.press(told.undo)
  await phone.sees(told.mine(1, 0))
  await ines.sees(say.room.marks(1, 0))
})

part('help is called, seen on both, and ended by the phone', async () => {
  const { ines } = room
  await seated.officer.press(words.play.bar.help)
  await ines.sees(say.people.calls)
  await phone.press(told.helpDone)
  await phone.button(told.helpDone).waitFor({ state: 'hidden' })
  await ines.page.getByRole('list', { name: say.people.queue }).waitFor({ state: 'hidden' })
})

part('stop all asks first, and goes on; the phone sleeps through a step and comes back', async () => {
  const { ines } = room
  await presses(told.stopAll)
  await phone.press(told.reallyStop)
  await room.all('time-out')
  await presses(told.goOn)
  await phone.press(told.reallyGoOn)
  await room.all('scene')
  await phone.sleep()
  await ines.next('wrap-up')
  await ines.button(say.next['step-out'] ?? '').waitFor()
  await phone.wake()
  await phone.isBack()
  await presses(say.next['step-out'] ?? '')
  await room.all('step-out')
})

part('a fishbowl is planned and run from the phone, which counts what the watchers mark', async () => {
  for (const step of ['rating', 'debrief', 'done'] as const) await presses(say.next[step] ?? '')
  await room.all('done')
  await phone.opens(say.plan.fishbowl)
  await phone.page.getByLabel(words.roles.customer, { exact: true }).selectOption({ label: 'Mira' })
  await phone.page.getByLabel(words.roles.officer, { exact: true }).selectOption({ label: 'Jonas' })
  await presses(say.plan.planFishbowl)
  await presses(say.plan.start)
  await room.all('briefing')
  await presses(say.next.scene ?? '')
  await room.all('scene')
  const watcher = room.people.find(({ name }) => name === 'Odile')
  await watcher?.marks('helped')
  await phone.sees(told.tally(1, 0))
  await room.wall.tallies(1, 0)
  await looksAt('a fishbowl')
})

part('[C15] the console signs the phone out, and it says so', async () => {
  const { ines } = room
  await ines.press(told.sheet.open)
  await ines.sees(told.sheet.in(1))
  await ines.press(told.sheet.out)
  await ines.press(told.sheet.reallyOut)
  await phone.button(told.signIn).waitFor()
  await phone.press(told.signIn)
  await phone.heading(say.signIn.title)
  await looksAt('signing in')
})

part('nothing is wrong with any of these screens', async () => {
  expect(findings).toEqual([])
  expect(troublesOf([...room.everybody, phone]).filter(each => !/401/.test(each))).toEqual([])
})

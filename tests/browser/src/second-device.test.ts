import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { axeFindings } from './harness/axe.ts'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { Trainee } from './harness/trainee.ts'

/* Ana's phone dies. She asks for her seat from another one, is told no, asks again, and goes on there. */

const { join, console: say, play } = words
const part = story()

let room: Classroom
let phone: Trainee
let ana: Trainee

beforeAll(async () => {
  room = await Classroom.open({ place: 'remote', people: ['Ana', 'Uli'] })
  const [first] = room.people
  if (first === undefined) throw new Error('nobody came')
  ana = first
  await room.ines.plans()
  await room.ines.onlyISeeIt()
  await room.ines.startsRound()
  await room.all('briefing')
  phone = await Trainee.arrive(room.browser, 'Ana')
}, 120_000)
afterAll(() => room?.leave())

async function asks(): Promise<void> {
  await phone.page.goto(`${room.base}/j/${room.code}`)
  await phone.page.getByLabel(join.name, { exact: true }).fill('Ana')
  await phone.press(join.mySeat)
  await phone.heading(join.askedTitle)
}

part('the instructor sees who asks and says no: nothing has changed', async () => {
  await asks()
  const digits = (await phone.page.locator('strong').textContent()) ?? ''
  const list = room.ines.find('list', say.people.claims)
  // the whole sentence: two digits alone may stand in the time that she waits as well
  await list.getByText(say.people.shows('', digits)).waitFor()
  expect(await list.textContent()).toContain('Ana')
  expect(await list.textContent()).toContain(say.people.stillHere)
  expect(await axeFindings(room.ines.page, 'the console')).toEqual([])
  expect(await axeFindings(phone.page, 'a second phone')).toEqual([])
  await list.getByRole('button', { name: say.people.noSeat, exact: true }).click()
  await phone.heading(join.refusedTitle)
  await list.waitFor({ state: 'detached' })
  await ana.at('briefing')
})

part('with a yes she goes on at the new phone, and the old one keeps nothing', async () => {
  const seat = await ana.seat()
  await phone.press(join.back)
  await asks()
  await room.ines.press(say.people.giveSeat)
  await phone.at('briefing')
  expect(await phone.seat()).toBe(seat)
  await ana.heading(play.ended['moved-on'])
  expect(await ana.read()).not.toContain(words.roles[seat])
  expect(await ana.page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await ana.page.reload()
  await ana.heading(play.ended['moved-on'])
})

part('no page did what it may not', async () => {
  expect(room.troubles()).toEqual([])
})

import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { Keyboard } from './harness/keyboard.ts'
import type { Person } from './harness/person.ts'
import { PASSCODE } from './harness/server-process.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms } from './harness/trainee.ts'
import { linesArrive } from './harness/typed-seat.ts'

/* Nobody has a mouse or a touch screen in this class. */

const { play, join, console: say } = words
const part = story()
let room: Classroom
let seated: Seated
const keyboards = new Map<Person, Keyboard>()

beforeAll(async () => {
  room = await Classroom.unlock({ people: ['Mira', 'Jonas', 'Odile'] })
  for (const person of room.everybody) keyboards.set(person, new Keyboard(person))
})
afterAll(() => room?.leave())

const keysOf = (person: Person): Keyboard => {
  const keys = keyboards.get(person)
  if (keys === undefined) throw new Error(`${person.name} has no keyboard`)
  return keys
}

const field = ({ page }: Person, label: string) => page.getByLabel(label, { exact: true })
/** Tabs to a button and presses Enter. */
const presses = (person: Person, name: string) => keysOf(person).press(person.button(name))
const unfolds = (person: Person, name: string) =>
  keysOf(person).press(person.page.locator('summary', { hasText: name }))

part('the instructor signs in, opens a class and brings it onto the wall', async () => {
  const { ines, wall, base } = room
  const keys = keysOf(ines)
  await ines.page.goto(`${base}/console/`)
  await keys.write(field(ines, say.signIn.name), ines.name)
  await keys.write(field(ines, say.signIn.passcode), PASSCODE)
  await keys.key('Enter')
  await presses(ines, say.classes.open)
  await keys.write(field(ines, say.opening.name), 'Evening shift')
  await keys.choose(ines.page.getByRole('radio', { name: say.opening.remote }))
  await presses(ines, say.opening.go)
  await ines.heading(say.class.noRound)
  room.code = await ines.code()
  const digits = await wall.asks(base)
  await unfolds(ines, say.join.screen)
  await keys.write(field(ines, say.join.digits), digits)
  await keys.key('Enter')
  await wall.heading('Evening shift')
})

part('people join', async () => {
  for (const person of room.people) {
    const keys = keysOf(person)
    await person.page.goto(room.base)
    await keys.write(field(person, join.code), room.code)
    await keys.key('Enter')
    await keys.write(field(person, join.name), person.name)
    await keys.key('Enter')
    await person.at('waiting')
  }
  await room.ines.counts(3)
})

part('a round is planned and started, and everybody gets ready', async () => {
  const { ines, people } = room
  await presses(ines, say.plan.makeFirst)
  await presses(ines, say.curtain.no)
  await presses(ines, say.plan.start)
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  for (const person of people) await presses(person, play.briefing.ready)
  await room.all('scene')
})

part('a scene is written, marked, paused and looked into', async () => {
  const { ines } = room
  const { customer, officer, observers } = seated
  const [observer] = observers
  if (observer === undefined) throw new Error('nobody observes')
  await keysOf(customer).write(field(customer, play.scene.sayHint), 'An hour! I have stood here for an hour!')
  await keysOf(customer).key('Enter')
  await linesArrive(officer.page, 1)
  await keysOf(officer).write(field(officer, play.scene.sayHint), 'That is long. Tell me.')
  await keysOf(officer).key('Enter')
  await linesArrive(customer.page, 2)
  const before = await customer.level()
  await presses(customer, play.scene.cooler)
  await observer.seesLevel(before - 1)
  await presses(observer, play.scene.helped)
  await observer.seesMarks(1, 0)

  await keysOf(ines).press(ines.room(1).getByRole('button', { name: say.rooms.open, exact: true }))
  expect(await ines.transcript(2)).toHaveLength(2)
  await presses(observer, play.bar.timeOut)
  await customer.at('time-out')
  await presses(ines, say.room.resume)
  await room.all('scene')
})

part('a sheet opens, holds the keyboard and closes with Escape', async () => {
  const { officer } = seated
  await presses(officer, play.bar.stop)
  const sheet = officer.find('dialog')
  await sheet.waitFor()
  for (let stop = 0; stop < 6; stop += 1) {
    await keysOf(officer).key('Tab')
    const inside = await sheet.evaluate(
      dialog => document.activeElement === document.body || dialog.contains(document.activeElement),
    )
    expect(inside).toBe(true)
  }
  await keysOf(officer).key('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await officer.at('scene')
  // And the keyboard is back where it was.
  const back = await officer.page.evaluate(() => document.activeElement?.textContent)
  expect(back).toContain(play.bar.stop)
})

part('stepping out, rating with arrows, and the debrief', async () => {
  const { ines, people } = room
  await presses(ines, say.next['wrap-up'] ?? '')
  await presses(ines, say.next['step-out'] ?? '')
  for (const person of people) {
    await person.at('step-out')
    await presses(person, play.stepOut.ready)
  }
  for (const person of people) {
    await person.at('rating')
    const radio = person.page.getByRole('radio', { name: '4', exact: true }).first()
    await keysOf(person).choose(radio)
    expect(await radio.isChecked()).toBe(true)
    await presses(person, play.rating.finish)
    await presses(person, play.rating.reallyFinish)
  }
  await room.all('debrief')
  for (const person of people) {
    const consent = person.page.getByRole('checkbox', { name: play.debrief.consent })
    await keysOf(person).press(consent, 'Space')
  }
  await presses(ines, say.room.project)
  await room.wall.showsDebrief()
})

part('the instructor ends the round and closes the class', async () => {
  const { ines } = room
  await presses(ines, say.next.done ?? '')
  await room.all('done')
  await presses(ines, say.class.close)
  await presses(ines, say.class.reallyClose)
  await room.all('closed')
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

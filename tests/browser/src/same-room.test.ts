import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { launchChromium } from './harness/chromium.ts'
import { Console } from './harness/console.ts'
import { troublesOf } from './harness/person.ts'
import { ServerProcess } from './harness/server-process.ts'
import { story } from './harness/story.ts'
import { inRoom, type Seated, seatedRooms, Trainee } from './harness/trainee.ts'
import { Wall } from './harness/wall.ts'

const part = story()
const server = new ServerProcess()
let browser: Browser
let ines: Console
let wall: Wall
let mira: Trainee
let jonas: Trainee
let people: Trainee[] = []
let late: Trainee
let code = ''

const [north, south] = [0, 1]
let rooms: readonly Seated[] = []
const roomAt = (index: number): Seated => {
  const room = rooms[index]
  if (room === undefined) throw new Error(`there is no room ${index}`)
  return room
}
const everybody = (): readonly Trainee[] => [...people, late]
const all = (who: readonly Trainee[], screen: Parameters<Trainee['at']>[0]) =>
  Promise.all(who.map(person => person.at(screen)))

/** Buttons of less than 48 px, which a thumb would miss. Words inside of a sentence are as high as its lines. */
async function tooSmallForAThumb(person: Trainee): Promise<string[]> {
  return person.find('button').evaluateAll(buttons =>
    buttons.flatMap(button => {
      const { width, height } = button.getBoundingClientRect()
      const inSentence = button.parentElement?.matches('p, li, p span, li span') === true
      return inSentence || (width >= 48 && height >= 48) ? [] : [`${button.textContent} ${width} x ${height}`]
    }),
  )
}

beforeAll(async () => {
  await server.start()
  browser = await launchChromium()
  ines = await Console.arrive(browser, 'Ines')
  wall = await Wall.arrive(browser, 'the wall')
  mira = await Trainee.arrive(browser, 'Mira')
  jonas = await Trainee.arrive(browser, 'Jonas')
  const others = ['Odile', 'Fatou', 'Malik', 'عبد الرحمن'].map(name => Trainee.arrive(browser, name))
  people = [mira, jonas, ...(await Promise.all(others))]
  late = await Trainee.arrive(browser, 'Late Lee')
})

afterAll(async () => {
  await browser?.close()
  await server.clear()
})

part('the instructor opens a class in the same room, and the wall shows it after four digits', async () => {
  await ines.signsIn(server.base)
  code = await ines.opensClass('Evening shift', 'same-room')
  await ines.showsOn(await wall.asks(server.base))
  await wall.heading('Evening shift')
  expect((await wall.read()).replace(/\s/g, '')).toContain(code)
})

part('six people join, and the console and the wall count them', async () => {
  for (const person of people) await person.join(server.base, code)
  await ines.counts(6)
  await wall.counts(6)
})

part('a fishbowl: the console asks about the curtain before anything private is shown', async () => {
  await ines.asksAboutCurtain()
  // Behind the question nobody is named.
  expect(await ines.page.getByText('Mira', { exact: true }).count()).toBe(0)
  await ines.onlyISeeIt()
  await ines.page
    .locator('bdi', { hasText: /^Mira$/ })
    .first()
    .waitFor()
  await ines.plansFishbowl({ customer: mira, officer: jonas })
  await ines.startsRound()
  rooms = await seatedRooms(people)
  expect(rooms).toHaveLength(1)
  expect([roomAt(0).customer.name, roomAt(0).officer.name]).toEqual(['Mira', 'Jonas'])
  await wall.showsStep('briefing')
})

part('what the watchers mark adds up on the wall, and names nobody', async () => {
  await ines.nextTwice('scene')
  const { observers } = roomAt(0)
  expect(observers).toHaveLength(4)
  for (const [index, observer] of observers.entries()) {
    await observer.marks(index === 0 ? 'hurt' : 'helped')
    await observer.seesMarks(index === 0 ? 0 : 1, index === 0 ? 1 : 0)
  }
  await wall.tallies(3, 1)
  const read = await wall.read()
  for (const { name } of people) expect(read).not.toContain(name)
})

part('the fishbowl is talked about and ends', async () => {
  await ines.next('wrap-up')
  await ines.next('step-out')
  await all(people, 'step-out')
  await ines.next('rating')
  await all(people, 'rating')
  await ines.next('debrief')
  await all(people, 'debrief')
  await wall.showsStep('debrief')
  await ines.next('done')
  await all(people, 'done')
})

part('the first pairing seats two triads, and everybody gets ready', async () => {
  await ines.plans()
  await ines.startsRound()
  rooms = await seatedRooms(people)
  expect(rooms.map(({ observers }) => observers.length)).toEqual([1, 1])
  for (const person of people) {
    expect(await tooSmallForAThumb(person)).toEqual([])
    await person.getsReady()
  }
  for (const spot of [1, 2]) await ines.roomIsReady(spot, 3)
})

part('a scene in which a phone sleeps and a page is loaded again', async () => {
  const [one, two] = [roomAt(north), roomAt(south)]
  await ines.next('scene')
  await all(people, 'scene')
  await wall.showsStep('scene')
  // The temperature would draw the officer's eyes down.
  expect(await one.officer.page.locator('[data-level]').count()).toBe(0)
  for (const person of people) expect(await tooSmallForAThumb(person)).toEqual([])
  await one.officer.sleep()

  const before = await two.customer.level()
  await two.customer.hotter()
  await two.customer.seesLevel(before + 1)
  await two.customer.page.reload()
  await two.customer.seesLevel(before + 1)
  await two.customer.cooler()
  await two.customer.seesLevel(before)
  await two.observers[0]?.marks('helped')
  await two.observers[0]?.seesMarks(1, 0)
  await one.observers[0]?.marks('hurt')
  await one.observers[0]?.seesMarks(0, 1)

  // A phone in a pocket stops nothing in a room where people face each other.
  await ines.next('wrap-up')
  await ines.next('step-out')
  await all([one.customer, ...one.observers, two.customer, two.officer], 'step-out')
  await one.officer.wake()
  await one.officer.at('step-out')
})

part('ratings, and a debrief that has each mark once', async () => {
  await ines.next('rating')
  // The field still has the focus when the page is loaded again: nothing was sent yet.
  const { officer } = roomAt(0)
  const sentence = officer.find('textbox', words.play.rating.sentence)
  await sentence.pressSequentially('I said the rule')
  await officer.page.reload()
  await officer.at('rating')
  expect(await sentence.inputValue()).toBe('I said the rule')
  for (const person of people) {
    await person.at('rating')
    await person.rates(4)
  }
  // The last one who finishes opens the debrief; nobody has to press Next.
  await all(people, 'debrief')
  for (const [index, mark] of [words.play.scene.hurt, words.play.scene.helped].entries()) {
    for (const person of [roomAt(index).customer, roomAt(index).officer]) {
      const marks = person.page.getByText(words.play.debrief.by).locator('xpath=ancestor::li')
      await marks.first().waitFor()
      expect(await marks.count()).toBe(1)
      expect(await marks.first().textContent()).toContain(mark)
    }
  }
})

part('with everybody’s consent a debrief is on the wall, without names', async () => {
  for (const person of inRoom(roomAt(south))) await person.agreesToBeShown()
  await ines.looksInto(2)
  await ines.projects()
  await wall.showsDebrief()
  const read = await wall.read()
  for (const { name } of people) expect(read).not.toContain(name)
  await ines.looksAway()
})

part('one room plays a moment again with swapped seats', async () => {
  const { customer, officer, observers } = roomAt(north)
  await officer.startsRetake({ swap: true })
  await customer.heading(words.play.scene.eyesUp)
  await officer.cooler()
  await all(observers, 'scene')
  await customer.endsRetake()
  await all([customer, officer, ...observers], 'debrief')
  await officer.heading(words.play.debrief.retake(1))
  await ines.next('done')
  await all(people, 'done')
})

part('the second round of the pairing keeps the partners and changes the seats', async () => {
  const before = rooms
  await ines.plans()
  await ines.startsRound()
  rooms = await seatedRooms(people)
  const together = (each: readonly Seated[]) =>
    each
      .map(room =>
        inRoom(room)
          .map(({ name }) => name)
          .sort()
          .join(),
      )
      .sort()
  expect(together(rooms)).toEqual(together(before))
  for (const { customer, officer } of before) {
    expect(rooms.map(room => room.customer)).not.toContain(customer)
    expect(rooms.map(room => room.officer)).not.toContain(officer)
  }
})

part('somebody comes late and is given a seat in a running scene', async () => {
  await ines.next('scene')
  await all(people, 'scene')
  await late.join(server.base, code)
  await ines.counts(7)
  await ines.givesSeat(late)
  await late.at('scene')
  const spot = await late.spot()
  const room = roomAt(spot - 1)
  rooms = rooms.with(spot - 1, { ...room, observers: [...room.observers, late] })
  await late.marks('helped')
  await late.seesMarks(1, 0)
})

part('somebody stops for themselves: only their room ends, and only the instructor knows who', async () => {
  const [one, two] = [roomAt(north), roomAt(south)]
  await one.customer.stops()
  await all([one.officer, ...one.observers], 'stopped')
  await ines.roomIsStoppedBy(1, one.customer)
  for (const other of [one.officer, ...one.observers]) {
    expect(await other.read()).not.toContain(one.customer.name)
  }
  expect(await wall.read()).not.toContain(one.customer.name)
  await two.customer.at('scene')
  await ines.next('wrap-up')
  await ines.next('step-out')
  await all([two.customer, two.officer], 'step-out')
  await all([one.customer, one.officer], 'stopped')
})

part('the round and the class come to their end on every screen', async () => {
  for (const step of ['rating', 'debrief', 'done'] as const) await ines.next(step)
  await all(everybody(), 'done')
  await ines.closesClass()
  await all(everybody(), 'closed')
  await wall.isOver()
})

part('no page did anything that it may not', async () => {
  expect(troublesOf([ines, wall, ...everybody()])).toEqual([])
})

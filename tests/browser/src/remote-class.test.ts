import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { inRoom, type Seated, seatedRooms, type Trainee } from './harness/trainee.ts'
import { translateLikeABrowser } from './harness/translation.ts'
import { linesArrive, transcriptOn } from './harness/typed-seat.ts'

const { play, debrief } = words
const { takeAlong: take } = play
const { worked } = words.console

const part = story()
let room: Classroom
let seated: Seated
/** What was said in this scene so far, in order. */
let said: string[] = []

beforeAll(async () => {
  room = await Classroom.open({ place: 'remote', people: ['Mira', 'Jonas', 'Odile'] })
})
afterAll(() => room?.leave())

const observer = (): Trainee => {
  const [first] = seated.observers
  if (first === undefined) throw new Error('nobody observes')
  return first
}

async function speaks(person: Trainee, line: string): Promise<void> {
  said.push(line)
  await person.says(line)
  await Promise.all(room.people.map(({ page }) => linesArrive(page, said.length)))
}

/** Nothing doubled, nothing missing, in one order, the same on every screen, the instructor's too. */
async function expectOneTranscript(): Promise<void> {
  const shown = await Promise.all(room.people.map(({ page }) => linesArrive(page, said.length)))
  for (const lines of [...shown, await room.ines.transcript(said.length)]) {
    expect(lines).toEqual(shown[0])
    expect(lines.map(line => line.slice(line.indexOf(': ') + 2))).toEqual(said)
  }
}

async function begins(): Promise<void> {
  await room.ines.plans()
  await room.ines.startsRound()
  const [only] = await seatedRooms(room.people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  said = []
  for (const person of room.people) await person.getsReady()
  await room.all('scene')
  await room.ines.looksInto(1)
}

part(
  'the first round is planned behind the curtain; the scene starts when all of them are ready',
  async () => {
    await room.ines.plans()
    await room.ines.onlyISeeIt()
    await begins()
  },
)

part('lines go both ways; the temperature and marks are seen where they may be', async () => {
  const { customer, officer } = seated
  await speaks(customer, 'I have waited here for an hour.')
  await speaks(officer, 'An hour is a long time. What happened?')
  const before = await customer.level()
  await customer.hotter()
  await observer().seesLevel(before + 1)
  await observer().marks('helped')
  await observer().marks('hurt')
  await observer().seesMarks(1, 1)
  await observer().press(play.scene.undo)
  await observer().seesMarks(1, 0)
  // A line that came after it is there: so would the temperature be.
  await speaks(customer, 'And nobody told me why.')
  expect(await officer.page.locator('[data-level]').count()).toBe(0)
  await expectOneTranscript()
})

part('a reload in the middle of a scene loses nothing, not even what was being written', async () => {
  const { customer } = seated
  const field = customer.page.getByLabel(play.scene.sayHint)
  await field.fill('Half a thou')
  await customer.page.reload()
  await field.waitFor()
  expect(await field.inputValue()).toBe('Half a thou')
  await speaks(customer, 'Half a thought is better than none.')
  await expectOneTranscript()
})

part('lines that are written without a network arrive once, in their order', async () => {
  const { officer, customer } = seated
  await officer.sleep()
  const kept = ['First, I listen.', 'Second, I ask.', 'Third, I wait.']
  for (const line of kept) await officer.says(line)
  // The others go on meanwhile, and hear nothing of it.
  said.push('Hello? Are you still there?')
  await customer.says('Hello? Are you still there?')
  await linesArrive(observer().page, said.length)
  expect(await transcriptOn(observer().page)).toHaveLength(said.length)
  await officer.page.getByText(play.scene.sending, { exact: true }).nth(2).waitFor()
  said.push(...kept)
  await officer.wake()
  await expectOneTranscript()
})

part('a second tab of the same seat shows the same and may speak', async () => {
  const { officer } = seated
  const tab = await officer.anotherTab()
  expect(await linesArrive(tab, said.length)).toEqual(await transcriptOn(officer.page))
  said.push('From my other tab.')
  await tab.getByLabel(play.scene.sayHint).fill('From my other tab.')
  await tab.getByRole('button', { name: play.scene.send, exact: true }).click()
  await linesArrive(tab, said.length)
  await expectOneTranscript()
  await tab.close()
})

part('the server is killed and started again: the scene goes on where it was', async () => {
  for (const { watch } of room.everybody) watch.networkGoes()
  await room.server.kill()
  const { customer } = seated
  said.push('Is anybody there?')
  await customer.says('Is anybody there?')
  await customer.sees(words.link.reconnecting)
  await room.server.start()
  await expectOneTranscript()
  await speaks(seated.officer, 'I am here.')
})

part('browsers that translate every page in the middle of the scene break nothing', async () => {
  const { customer, officer } = seated
  for (const { page, name } of room.everybody) {
    expect(await translateLikeABrowser(page), name).toBeGreaterThan(5)
  }
  await speaks(officer, 'Tell me more.')
  await speaks(customer, 'They laughed at me.')
  await customer.cooler()
  await observer().marks('helped')
  await observer().seesMarks(2, 0)
  await officer.callsTimeOut()
  await customer.at('time-out')
  await room.ines.roomShows(1, words.console.phases['time-out'] ?? '')
  await officer.press(play.timeOut.resume)
  await room.all('scene')
  await speaks(officer, 'I am sorry that they did.')
  await observer().marks('helped')
  await observer().seesMarks(3, 0)
  await expectOneTranscript()
})

part('stepping out, ratings, the reveal and the debrief', async () => {
  for (const step of ['wrap-up', 'step-out'] as const) await room.ines.next(step)
  for (const person of room.people) {
    await person.at('step-out')
    await person.press(play.stepOut.ready)
  }
  for (const person of room.people) {
    await person.at('rating')
    await person.rates(4)
  }
  for (const person of room.people) {
    await person.at('debrief')
    await person.opens(play.debrief.transcript)
  }
  await expectOneTranscript()
  await seated.officer.heading(play.debrief.aboutMe)
})

part('[V26] lines that worked: shared, picked, on the wall without a name, and taken back', async () => {
  const { officer } = seated
  const { ines, wall } = room
  const [first, second] = ['An hour is a long time. What happened?', 'I am sorry that they did.']
  const shares = (line: string) => officer.page.getByRole('checkbox', { name: line }).last()
  await officer.find('link', play.debrief.whole).click()
  await officer.find('region', debrief.shareWords.title).waitFor()
  for (const line of [first, second]) await shares(line).check()
  const offered = (line: string) => ines.page.getByRole('checkbox', { name: line })
  // A tick moves at once on the phone that is tapped. Both have come to the console before one is picked.
  for (const line of [first, second]) await offered(line).waitFor()
  for (const line of [first, second]) await offered(line).check()
  await ines.press(worked.show)
  await wall.heading(words.project.worked)
  for (const line of [first, second]) await wall.sees(line)
  const shown = await wall.read()
  for (const { name } of room.people) expect(shown).not.toContain(name)
  await shares(first).uncheck()
  await wall.page.getByText(first, { exact: true }).waitFor({ state: 'detached' })
  await wall.sees(second)
  await offered(first).waitFor({ state: 'detached' })
  await ines.press(worked.hide)
  await wall.page.getByText(second, { exact: true }).waitFor({ state: 'detached' })
})

part('[V12] [V18] what somebody keeps to themselves reaches no other browser', async () => {
  const { customer, officer } = seated
  const own = {
    keep: 'xq-keep breathing',
    tryOut: 'xq-try waiting',
    note: 'xq-note they sat',
    private: 'xq-private',
  }
  await officer.page.getByLabel(take.keep).fill(own.keep)
  await officer.page.getByLabel(take.tryOut).fill(own.tryOut)
  await officer.page.getByLabel(take.note).fill(own.note)
  await officer.press(take.save)
  await officer.sees(take.kept)
  await officer.find('link', debrief.back).click()
  await officer.at('debrief')
  await customer.page.getByLabel(play.debrief.note).fill(own.private)
  await customer.press(play.debrief.keepNote)
  await customer.sees(own.private)
  // Shared without a name: what comes after it has come to everybody whom it may reach.
  await observer().page.getByRole('link', { name: play.debrief.whole }).click()
  await observer().page.getByLabel(take.keep).fill('Count to five')
  await observer().page.getByRole('checkbox', { name: take.share }).check()
  await observer().press(take.save)
  await observer().sees(take.kept)
  await room.ines.sees('Count to five')
  await room.ines.press(words.console.takeAlongs.show)
  await room.wall.sees('Count to five')
  for (const secret of Object.values(own)) {
    const heard = await Promise.all(
      room.everybody.map(async each => ((await each.hasHeardOf(secret)) ? [each.name] : [])),
    )
    expect(heard.flat(), secret).toEqual([(secret === own.private ? customer : officer).name])
  }
  expect(await room.wall.read()).not.toContain(observer().name)
  await room.ines.press(words.console.takeAlongs.hide)
  await observer().find('link', debrief.back).click()
  await observer().at('debrief')
})

part('the swapped round begins empty, with other seats, and nothing of the last one', async () => {
  const before = seated
  await room.ines.next('done')
  await begins()
  expect(inRoom(seated).map(({ name }) => name)).not.toEqual(inRoom(before).map(({ name }) => name))
  expect(seated.officer).not.toBe(before.officer)
  await speaks(seated.customer, 'Another day, another desk.')
  await expectOneTranscript()
})

part('the class is closed on every screen; its lines that worked go home on a pocket card', async () => {
  await room.ines.closesClass()
  await room.all('closed')
  await room.wall.isOver()
  const [somebody] = room.people
  await somebody?.page.evaluate(() => {
    window.print = () => undefined
  })
  await somebody?.press(debrief.worked.print)
  expect(await somebody?.paper()).toEqual([debrief.worked.card, 'I am sorry that they did.'])
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import type { Console } from './harness/console.ts'
import { troublesOf } from './harness/person.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms, type Trainee } from './harness/trainee.ts'
import { Wall } from './harness/wall.ts'

/* One pair in front of everybody, led from the console; and what a class may never read on a screen that all of it sees. */

const { console: say, project: told } = words
const part = story()
const NAMES = ['Mira Kanda', 'Jonas Vey', 'Odile Ilves', 'Fatou Brun']
let room: Classroom
let seated: Seated
let second: Wall
/** Words of the two briefs as the seats read them. */
let secrets: string[] = []

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: NAMES })
  second = await Wall.arrive(room.browser, 'a second wall')
})
afterAll(() => room?.leave())

const trainee = (index: number): Trainee => {
  const person = room.people[index]
  if (person === undefined) throw new Error(`nobody is number ${index}`)
  return person
}

/** Nobody's name and no word of a brief is anywhere in these pages, not even where it is not shown. */
async function isPublic(...screens: readonly (Console | Wall)[]): Promise<void> {
  for (const screen of screens) {
    const html = await screen.page.content()
    for (const secret of [...NAMES, ...secrets]) expect(html, screen.name).not.toContain(secret)
  }
}

const curtain = (to: 'down' | 'up') =>
  to === 'down'
    ? room.ines.sees(say.curtain.down)
    : room.ines.page
        .locator('bdi', { hasText: NAMES[0] ?? '' })
        .first()
        .waitFor()

/** Drops the curtain with its key, looks at what is left, and lifts it again. */
async function behindTheCurtain(): Promise<void> {
  const { ines, wall } = room
  await ines.page.keyboard.press('c')
  await curtain('down')
  await isPublic(ines, wall)
  await ines.page.keyboard.press('c')
  await curtain('up')
}

part('[C20] digits that no projector shows are refused in words, and the next ones work', async () => {
  const { ines, base, code } = room
  const digits = await second.asks(base)
  const guessed = String((Number(digits) + 4_567) % 10_000).padStart(4, '0')
  await ines.page.getByLabel(say.join.digits, { exact: true }).fill(guessed)
  await ines.press(say.join.approve)
  await ines
    .find('alert')
    .filter({ hasText: /digits/i })
    .first()
    .waitFor()
  expect(await second.read()).not.toContain('Evening shift')
  await ines.showsOn(digits)
  await second.heading('Evening shift')
  expect((await second.read()).replace(/\s/g, '')).toContain(code)
})

part(
  'with the first name the console asks whether it is projected: until then it counts people, and names nobody',
  async () => {
    const { ines, wall } = room
    await ines.asksAboutCurtain()
    await isPublic(ines, wall)
    await ines.onlyISeeIt()
    await curtain('up')
  },
)

part(
  '[C19] a file of 5,000 names in an old encoding is read, refused in words, and nobody is expected',
  async () => {
    const { ines } = room
    await ines.press(say.roster.open)
    const givesFile = (buffer: Buffer) =>
      ines.page
        .getByLabel(say.roster.file, { exact: true })
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
    // As an old spreadsheet writes it, which is not UTF-8.
    const gives = (text: string) => givesFile(Buffer.from(text, 'latin1'))
    const names = ines.page.getByLabel(say.roster.names, { exact: true })
    await gives('Zo\u00eb Brandt\nBj\u00f6rn Falk')
    await expect.poll(() => names.inputValue()).toBe('Zo\u00eb Brandt\nBj\u00f6rn Falk')
    await gives(Array.from({ length: 5_000 }, (_, index) => `Person ${index}`).join('\n'))
    await ines.press(say.roster.save)
    await ines.sees(say.roster.tooMany(5_000, 200))
    // A spreadsheet in its own format, with a wrong name; then "Unicode text" of one; then far too much in one line.
    await givesFile(Buffer.from('504b03041400060008', 'hex'))
    await ines.sees(say.roster.noList.binary)
    await givesFile(Buffer.from('\ufeffName;Id\r\nZo\u00eb;7', 'utf16le'))
    await ines.sees(say.roster.count(1))
    await names.fill('x'.repeat(1_000_000))
    await ines.press(say.roster.save)
    await ines.sees(say.roster.noList.size)
    await names.fill('x'.repeat(61))
    await ines.press(say.roster.save)
    await ines.sees(say.roster.tooLong(1, 60))
    await ines.page.keyboard.press('Escape')
    const fetched = ines.page.waitForResponse(/\/api\/classes\/[^/]+\/roster$/)
    await ines.page.reload()
    expect(await (await fetched).json()).toEqual({ people: [], shown: false })
    await ines.counts(NAMES.length)
    expect(await ines.page.getByText(/^Not here yet/).count()).toBe(0)
  },
)

part('the fishbowl is planned and read', async () => {
  const { ines, wall, people } = room
  await ines.plansFishbowl({ customer: trainee(0), officer: trainee(1) })
  await isPublic(wall)
  // The question was answered once, before the page was loaded anew.
  expect(await ines.button(say.curtain.no).count()).toBe(0)
  await ines.startsRound()
  const [only] = await seatedRooms(people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
  // What each player reads and the other may not.
  const brief = async ({ page }: Trainee) =>
    (await page.locator('main p').allTextContents()).filter(text => text.split(' ').length > 5).slice(-2)
  secrets = [...(await brief(seated.customer)), ...(await brief(seated.officer))]
  expect(secrets.length).toBeGreaterThan(1)
  await wall.showsStep('briefing')
  await behindTheCurtain()
})

part(
  'while it is played the wall counts what the watchers mark, and the curtain hides the rest',
  async () => {
    const { ines, wall } = room
    await ines.next('scene')
    for (const observer of seated.observers) {
      await observer.marks('helped')
      await observer.seesMarks(1, 0)
    }
    await wall.tallies(2, 0)
    await ines.looksInto(1)
    await ines.page.getByLabel(say.room.whisperText, { exact: true }).fill('Slow down and name it.')
    await ines.press(say.room.send)
    secrets.push('Slow down and name it.')
    await behindTheCurtain()
    await isPublic(wall, second)
  },
)

part('after it the wall shows where the room agreed, and no debrief without everybody’s yes', async () => {
  const { ines, wall } = room
  for (const step of ['wrap-up', 'step-out', 'rating', 'debrief'] as const) await ines.next(step)
  await seated.customer.at('debrief')
  await wall.showsStep('debrief')
  await wall.sees(told.agreed)
  await isPublic(wall)
  const all = [seated.customer, seated.officer, ...seated.observers]
  for (const person of all.slice(1)) await person.agreesToBeShown()
  await ines.sees(say.room.agreed(all.length - 1, all.length))
  expect(await ines.button(say.room.project).getAttribute('aria-disabled')).toBe('true')
  await seated.customer.agreesToBeShown()
  await ines.projects()
  await wall.showsDebrief()
  secrets = secrets.slice(-1)
  await isPublic(wall)
  await ines.press(say.room.unproject)
  await wall.sees(told.agreed)
})

part('all screens are taken away, and show digits again', async () => {
  const { ines, wall } = room
  await ines.opens(say.join.screen)
  await ines.press(say.join.takeAway)
  for (const screen of [wall, second]) {
    await screen.page
      .getByRole('img')
      .filter({ hasText: /^\d{4}$/ })
      .waitFor()
    expect(await screen.read()).not.toContain('Evening shift')
  }
})

part('no page did anything that it may not', async () => {
  // The digits that were guessed are the one thing that was refused.
  const troubles = troublesOf([...room.everybody, second])
  expect(troubles.filter(each => !/404.*\/screens$/.test(each))).toEqual([])
})

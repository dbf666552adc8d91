/*
 * Pictures of the screens: `npm run screenshots -- [folder]`. Two small classes play, and every screen that is reached is
 * kept at the sizes at which people see it and in both themes; then every panel of the gallery in every state. Without a
 * folder only the README's own pictures are made.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { words } from '../../../apps/web/src/words/en.ts'
import { inTheme } from './harness/axe.ts'
import { launchChromium } from './harness/chromium.ts'
import { Classroom } from './harness/classroom.ts'
import { composite, type Shown } from './harness/composite.ts'
import { Console } from './harness/console.ts'
import { Person } from './harness/person.ts'
import { repositoryRoot } from './harness/repository-root.ts'
import { type Seated, seatedRooms, Trainee } from './harness/trainee.ts'
import { linesArrive } from './harness/typed-seat.ts'
import { Wall } from './harness/wall.ts'
import { LAPTOP, PHONE, panelPictures, THEMES, WALL } from './panel-pictures.ts'

const sizesOf = (person: Person) =>
  person instanceof Console ? [LAPTOP, WALL] : person instanceof Wall ? [WALL] : [PHONE]

/** Nobody has this name, so the pictures stay the same wherever they are made. */
const PUBLIC_URL = 'http://evenkeel.local:3000'
const PEOPLE = ['Mira', 'Jonas', 'Odile', 'Fatou', 'Malik', 'Cleo']
const LINES = [
  'I have been sent from desk to desk for an hour!',
  'An hour, and nobody took it on. That would wear me out too.',
  'You are the first who says so. What happens now?',
] as const

const [given] = process.argv.slice(2)
const folder = given === undefined ? fileURLToPath(new URL('docs/pictures', repositoryRoot)) : resolve(given)
mkdirSync(folder, { recursive: true })

/** One screen in its sizes and both themes, if a folder was asked for. */
async function picture(person: Person, name: string): Promise<void> {
  if (given === undefined) return
  const { page } = person
  const before = page.viewportSize()
  for (const size of sizesOf(person)) {
    await page.setViewportSize(size)
    for (const theme of THEMES) {
      const path = join(folder, `${name}-${size.width}x${size.height}-${theme}.png`)
      await keep(page, theme, path)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before !== null) await page.setViewportSize(before)
}

/** As it is now and in its own size, for a picture of several screens together. */
async function asItIs({ page }: Person, frame: Shown['frame']): Promise<Shown> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  return { frame, width, height, png: await keep(page, 'light') }
}

async function keep(page: Page, theme: (typeof THEMES)[number], path?: string): Promise<Buffer> {
  await inTheme(page, theme)
  await page.evaluate(() => window.scrollTo(0, 0))
  return page.screenshot({ animations: 'disabled', ...(path !== undefined && { path }) })
}

async function begins(room: Classroom): Promise<readonly Seated[]> {
  await room.ines.plans()
  await picture(room.ines, 'console-plan')
  await room.ines.startsRound()
  return seatedRooms(room.people)
}

const seatsOf = ({ customer, officer, observers }: Seated): readonly (readonly [string, Person])[] => [
  ['customer', customer],
  ['officer', officer],
  ...observers.slice(0, 1).map(person => ['observer', person] as const),
]

async function pictures(seated: Seated, screen: string): Promise<void> {
  for (const [seat, person] of seatsOf(seated)) await picture(person, `${screen}-${seat}`)
}

/** The instructor's own phone, let in by the code on the console. */
async function remoteOf({ ines, base, browser }: Classroom): Promise<Person> {
  const asked = ines.page.waitForResponse(
    answer => answer.url().endsWith('/remotes') && answer.status() === 201,
  )
  await ines.press(words.remote.sheet.open)
  const { links } = await (await asked).json()
  const { pathname, search } = new URL(links[0])
  const phone = await Person.arrive(browser, 'the remote')
  await phone.page.goto(base + pathname + search)
  await phone.button(words.remote.go).first().waitFor()
  await ines.page.keyboard.press('Escape')
  await ines.find('dialog').waitFor({ state: 'hidden' })
  return phone
}

/** Two triads face to face; the README shows them in the middle of a scene. */
async function sameRoom(): Promise<void> {
  const room = await Classroom.open({ place: 'same-room', people: PEOPLE, publicUrl: PUBLIC_URL })
  try {
    const { ines, wall, people } = room
    await picture(wall, 'projector-lobby')
    const late = await Trainee.arrive(room.browser, 'Dana')
    await late.page.goto(room.base)
    await late.button(words.join.next).waitFor()
    await picture(late, 'join-code')
    await late.page.goto(`${room.base}/j/${room.code}`)
    await late.button(words.join.join).waitFor()
    await picture(late, 'join-name')
    await late.leave()
    await picture(ines, 'console-curtain')
    await ines.onlyISeeIt()
    await picture(ines, 'console-lobby')
    await Promise.all(people.slice(0, 1).map(person => picture(person, 'waiting')))
    await ines.plans()
    const [seated] = await begins(room)
    if (seated === undefined) throw new Error('nobody sits anywhere')
    await picture(wall, 'projector-briefing')
    await pictures(seated, 'briefing')
    await ines.next('scene')
    await room.all('scene')
    for (let tap = 0; tap < 2; tap += 1) await seated.observers[0]?.marks('helped')
    await seated.customer.cooler()
    await pictures(seated, 'spoken-scene')
    await picture(wall, 'projector-scene')
    await picture(ines, 'console-rooms')
    const phone = await remoteOf(room)
    await picture(phone, 'remote-scene')
    await phone.leave()
    // The form for the projector has done its work.
    await ines.page.locator('summary', { hasText: words.console.join.screen }).click()
    const three = [
      await asItIs(wall, 'wall'),
      await asItIs(ines, 'laptop'),
      await asItIs(seated.customer, 'phone'),
      ...(await Promise.all(seated.observers.slice(0, 1).map(person => asItIs(person, 'phone')))),
    ]
    await composite(room.browser, three, join(folder, 'a-scene-in-the-room.png'))
    for (const step of ['wrap-up', 'step-out'] as const) await ines.next(step)
    await room.all('step-out')
    await pictures(seated, 'step-out')
    await ines.next('rating')
    await room.all('rating')
    await pictures(seated, 'rating')
    await ines.next('debrief')
    await room.all('debrief')
    await pictures(seated, 'debrief')
    await ines.next('done')
    await room.all('done')
    await pictures(seated, 'done')
    await ines.closesClass()
    await room.all('closed')
    await pictures(seated, 'closing')
    await picture(wall, 'projector-closed')
    await picture(ines, 'console-closed')
  } finally {
    await room.leave()
  }
}

/** One triad that writes, with the room looked into. */
async function remote(): Promise<void> {
  const people = PEOPLE.slice(0, 3)
  const room = await Classroom.open({ place: 'remote', people, publicUrl: PUBLIC_URL })
  try {
    const { ines } = room
    await ines.plans()
    await ines.onlyISeeIt()
    const [seated] = await begins(room)
    if (seated === undefined) throw new Error('nobody sits anywhere')
    for (const person of room.people) await person.getsReady()
    await room.all('scene')
    for (const [index, line] of LINES.entries()) {
      await (index % 2 === 0 ? seated.customer : seated.officer).says(line)
      await Promise.all(room.people.map(({ page }) => linesArrive(page, index + 1)))
    }
    await seated.observers[0]?.marks('helped')
    await seated.observers[0]?.seesMarks(1, 0)
    await seated.customer.cooler()
    await pictures(seated, 'typed-scene')
    await ines.looksInto(1)
    await picture(ines, 'console-room')
    const two = [await asItIs(ines, 'laptop'), await asItIs(seated.officer, 'phone')]
    await composite(room.browser, two, join(folder, 'a-scene-from-afar.png'))
    await seated.officer.callsTimeOut()
    await room.all('time-out')
    await pictures(seated, 'time-out')
    await seated.officer.press(words.play.timeOut.resume)
    await room.all('scene')
    await seated.customer.stops()
    await room.all('stopped')
    await pictures(seated, 'stopped')
    await picture(ines, 'console-stopped')
  } finally {
    await room.leave()
  }
}

await sameRoom()
await remote()
if (given !== undefined) {
  const browser = await launchChromium()
  console.log(`${await panelPictures(browser, folder)} panels of the gallery`)
  await browser.close()
}
console.log(`The pictures are in ${folder}`)

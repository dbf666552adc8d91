/*
 * Pictures of the screens: `npm run screenshots -- [folder]`. A small class plays, and every screen that is reached is kept
 * at the three sizes and in both themes. Without a folder only the README's own pictures are made.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { instruct, type OpenedClass } from '@evenkeel/simulant'
import type { Page } from 'playwright-core'
import { words } from '../../../apps/web/src/words/en.ts'
import { launchChromium } from './harness/chromium.ts'
import { Person } from './harness/person.ts'
import { repositoryRoot } from './harness/repository-root.ts'
import { seatTriad } from './harness/seats.ts'
import { PASSCODE, ServerProcess } from './harness/server-process.ts'
import { linesArrive, say, sceneRuns } from './harness/typed-seat.ts'

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const WIDE = { viewport: SIZES[1], hasTouch: false }
const LINES = [
  'I have been sent from desk to desk for an hour!',
  'An hour, and nobody took it on. That would wear me out too.',
  'You are the first who says so. I just want my phone back.',
] as const

const [given] = process.argv.slice(2)
const folder = given === undefined ? fileURLToPath(new URL('docs/pictures', repositoryRoot)) : resolve(given)

/** One screen: in all sizes and themes where a folder was asked for, else only as the README shows it. */
async function picture(page: Page, name: string, best?: (typeof SIZES)[number]): Promise<void> {
  const before = page.viewportSize()
  const sizes = given === undefined ? (best ? [best] : []) : SIZES
  for (const size of sizes) {
    for (const theme of given === undefined ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.evaluate(() => window.scrollTo(0, 0))
      const file = given === undefined ? `${name}.png` : `${name}-${size.width}x${size.height}-${theme}.png`
      await page.screenshot({ path: join(folder, file), animations: 'disabled' })
    }
  }
  if (before !== null) await page.setViewportSize(before)
}

async function signedIn(person: Person, base: string, { classId }: OpenedClass): Promise<void> {
  const { signIn, classes } = words.console
  await person.page.goto(`${base}/console/`)
  await person.heading(signIn.title)
  await picture(person.page, 'console-sign-in')
  await person.page.getByLabel(signIn.name, { exact: true }).fill(person.name)
  await person.page.getByLabel(signIn.passcode, { exact: true }).fill(PASSCODE)
  await person.press(signIn.go)
  await person.heading(classes.title)
  await person.page.goto(`${base}/console/?class=${encodeURIComponent(classId)}`)
  await person.heading(words.console.class.noRound)
}

const server = await new ServerProcess().start()
const browser = await launchChromium()
try {
  mkdirSync(folder, { recursive: true })
  const opened = await server.openClass()
  const instructor = instruct(opened)
  await instructor.until(({ console }) => console)
  const ines = await Person.arrive(browser, 'Ines', WIDE)
  const projector = await Person.arrive(browser, 'Projector', WIDE)
  const people = await Promise.all(['Mira', 'Jonas', 'Noor'].map(name => Person.arrive(browser, name)))

  await signedIn(ines, server.base, opened)
  await projector.page.goto(`${server.base}/project/`)
  const digits = projector.page.getByRole('img').filter({ hasText: /^\d{4}$/ })
  await ines.page.locator('summary', { hasText: words.console.join.screen }).click()
  await ines.page
    .getByLabel(words.console.join.digits, { exact: true })
    .fill((await digits.textContent()) ?? '')
  await ines.press(words.console.join.approve)
  await projector.heading('Evening shift')
  for (const person of people) await person.join(server.base, opened.code)
  await picture(projector.page, 'projector-lobby', SIZES[1])
  await picture(ines.page, 'console-lobby')

  const triad = await seatTriad(instructor, people)
  await ines.press(words.console.curtain.no)
  for (const [seat, person] of Object.entries(triad)) {
    await person.button(words.play.briefing.ready).waitFor()
    await picture(person.page, `briefing-${seat}`)
  }
  for (const person of people) await person.press(words.play.briefing.ready)
  await Promise.all([sceneRuns(triad.customer), sceneRuns(triad.officer)])
  for (const [index, line] of LINES.entries()) {
    await say(index % 2 === 0 ? triad.customer : triad.officer, line)
    await Promise.all(people.map(({ page }) => linesArrive(page, index + 1)))
  }
  await triad.observer.press(words.play.scene.helped)
  for (const [seat, person] of Object.entries(triad)) {
    await picture(person.page, `scene-${seat}`, seat === 'customer' ? SIZES[0] : undefined)
  }
  await picture(ines.page, 'console-rooms', SIZES[1])
  console.log(`The pictures are in ${folder}`)
  instructor.close()
} finally {
  await browser.close()
  await server.clear()
}

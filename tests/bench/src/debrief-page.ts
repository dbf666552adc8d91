import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './bench-browser.ts'
import { crowdedScene } from './crowded-scene.ts'
import { median } from './figures.ts'
import { watchOthers } from './machine-use.ts'
import { type PageSeen, seenBy, WATCH_PAGE } from './page-watch.ts'
import { Subject } from './subject.ts'

export interface DebriefPageFigures {
  /** Milliseconds from going to the address until timeline and last line are drawn: the first time, and the median of the others. */
  readonly first: number
  readonly opening: number
  /** While nothing happens, and while the playhead is played, dragged and stepped for as long. */
  readonly idle: PageSeen
  readonly moving: PageSeen
  /** The share of all processors that other processes had meanwhile. */
  readonly others: number
}

const LINES = 600
const MOVES = 400
const OPENINGS = 5
const STEPS = 60

/** Tells when the debrief stands: milliseconds since the page was asked for, at the end of the frame in which it is drawn. */
const WATCH_OPENING = `
  (() => {
    const drawn = () => document.querySelector('[role=slider]') && document.querySelector('[data-n="${LINES}"]');
    const look = () => {
      if (!drawn()) return requestAnimationFrame(look);
      requestAnimationFrame(() => { window.opened = performance.now(); });
    };
    requestAnimationFrame(look);
  })();
`

/** The debrief of a scene of 600 lines and 400 moves at the real server: how long it takes to open, and whether its playhead runs smoothly. */
export async function debriefPage(): Promise<DebriefPageFigures> {
  const server = await Subject.start('evenkeel', { screens: true })
  let chrome: Browser | undefined
  try {
    console.log(`· ${LINES} lines and ${MOVES} moves are played, which takes most of a minute`)
    const opened = await crowdedScene(server.base, LINES, MOVES)
    const browser = await openBrowser(server.base, opened, [WATCH_PAGE, WATCH_OPENING])
    chrome = browser.chrome
    const { page } = browser
    const address = `${server.base}/debrief/?${new URLSearchParams({ class: opened.classId, room: 'r1-1' })}`
    const others = watchOthers()
    const openings: number[] = []
    for (let n = 0; n <= OPENINGS; n++) openings.push(await openingOf(page, address))
    await moved(page)
    await seenBy(page)
    const began = performance.now()
    await moved(page)
    const took = performance.now() - began
    const moving = await seenBy(page)
    await page.waitForTimeout(took)
    const idle = await seenBy(page)
    return {
      first: openings[0] ?? Number.NaN,
      opening: median(openings.slice(1)),
      idle,
      moving,
      others: others(),
    }
  } finally {
    await chrome?.close()
    await server.stop()
  }
}

async function openingOf(page: Page, address: string): Promise<number> {
  await page.goto(address)
  const told = await page.waitForFunction((): number | undefined => Reflect.get(globalThis, 'opened'))
  return (await told.jsonValue()) ?? Number.NaN
}

/** Played at 16 times, dragged from one end to the other, stepped back by key. */
async function moved(page: Page): Promise<void> {
  const slider = page.getByRole('slider').first()
  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByRole('radio', { name: '16×' }).check({ force: true })
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const box = await slider.boundingBox()
  if (box === null) throw new Error('there is no timeline')
  const height = box.y + box.height / 2
  await page.mouse.move(box.x + 10, height)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 10, height, { steps: STEPS })
  await page.mouse.up()
  await slider.focus()
  for (let step = 0; step < STEPS; step++) await page.keyboard.press('ArrowLeft')
}

export function renderDebriefPage({ first, opening, idle, moving }: DebriefPageFigures): string {
  const line = (what: string, { longTasks, longestTask, interactions, p98 }: PageSeen) =>
    `${what}: ${longTasks} tasks over 50 ms, the longest ${longestTask.toFixed(0)} ms; ${interactions} keys and clicks, shown after ${p98.toFixed(0)} ms (p98)`
  return [
    `the debrief of a scene of ${LINES} lines and ${MOVES} moves, 1920 x 1080, from a server beside it`,
    `opens, page and all  : in ${opening.toFixed(0)} ms (goal: under 1000 ms), the first time in ${first.toFixed(0)} ms`,
    line('the playhead moves   ', moving).concat(' (goal: no task over 50 ms)'),
    line('nothing happens      ', idle),
  ].join('\n')
}

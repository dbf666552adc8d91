import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser } from './bench-browser.ts'
import { play, playingHundred } from './hundred-rooms.ts'
import { watchOthers } from './machine-use.ts'
import { type PageSeen, seenBy, WATCH_PAGE } from './page-watch.ts'
import { Subject } from './subject.ts'

export interface WallPageFigures {
  readonly quiet: PageSeen
  readonly busy: PageSeen
  /** Frames of the wall that the page got in a second of the load. */
  readonly framesPerSecond: number
  readonly seconds: number
  /** Milliseconds of the page's main thread in a second of the load, by what it did. */
  readonly spent: Spent
  /** The share of all processors that other processes had meanwhile. */
  readonly others: number
}

interface Spent {
  readonly all: number
  readonly script: number
  readonly style: number
  readonly layout: number
}

/** ms between two things that the instructor does. */
const ACT_EVERY = 300

/**
 * The wall's page in Chromium before a class of 100 rooms in which nothing happens, and then 5 events a second in each, while an
 * instructor goes from room to room by key and click and looks for names: long tasks and the delay of each key and click.
 */
export async function wallPage(seconds: number): Promise<WallPageFigures> {
  const server = await Subject.start('evenkeel', { screens: true })
  let chrome: Browser | undefined
  try {
    const hundred = await playingHundred(server.base)
    const browser = await openBrowser(server.base, hundred.opened, [WATCH_PAGE])
    chrome = browser.chrome
    const { context, page } = browser
    let frames = 0
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        if (payload.toString().startsWith('42["wall"')) frames++
      }),
    )
    await page.goto(`${server.base}/console/?class=${encodeURIComponent(hundred.opened.classId)}`)
    await page.getByRole('button', { name: 'No, only I see it', exact: true }).click()
    await page.locator('[data-room]').nth(99).waitFor()
    // What is done for the first time also pays for compilation.
    await looksAround(page, 3)
    await seenBy(page)
    const others = watchOthers()
    await looksAround(page, seconds)
    const quiet = await seenBy(page)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    const before = await spentBy(cdp)
    frames = 0
    const playing = play(hundred, seconds)
    await looksAround(page, seconds)
    await playing
    const busy = await seenBy(page)
    const after = await spentBy(cdp)
    const othersUsed = others()
    hundred.leave()
    const each = (of: (spent: Spent) => number) => (1_000 * (of(after) - of(before))) / seconds
    const spent = {
      ...{ all: each(it => it.all), script: each(it => it.script) },
      ...{ style: each(it => it.style), layout: each(it => it.layout) },
    }
    return { quiet, busy, framesPerSecond: frames / seconds, seconds, spent, others: othersUsed }
  } finally {
    await chrome?.close()
    await server.stop()
  }
}

/** Seconds since the page began, as the browser counts them. */
async function spentBy(cdp: CDPSession): Promise<Spent> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN
  return {
    ...{ all: of('TaskDuration'), script: of('ScriptDuration') },
    ...{ style: of('RecalcStyleDuration'), layout: of('LayoutDuration') },
  }
}

/** By key from room to room, by click into one, and letters into the search, each at its time whatever the one before took. */
async function looksAround(page: Page, seconds: number): Promise<void> {
  const began = Date.now()
  const search = page.getByLabel('Find a name, a card or a spot', { exact: true })
  const acts = [
    () => page.keyboard.press('j'),
    () => page.keyboard.press('j'),
    () => page.keyboard.press('k'),
    () => page.keyboard.press('Escape'),
    () => page.locator('[data-room] button').nth(2).click(),
    () => page.keyboard.press('Escape'),
    () => search.click(),
    () => page.keyboard.press('7'),
    () => page.keyboard.press('Backspace'),
    () => search.blur(),
  ]
  for (let n = 0; Date.now() - began < seconds * 1_000; n++) {
    await acts[n % acts.length]?.()
    const next = began + (n + 1) * ACT_EVERY
    await new Promise(resolve => setTimeout(resolve, Math.max(0, next - Date.now())))
  }
}

export function renderWallPage({ quiet, busy, framesPerSecond, seconds, spent }: WallPageFigures): string {
  const line = (name: string, seen: PageSeen) =>
    `${name}: ${seen.longTasks} tasks over 50 ms, the longest ${seen.longestTask.toFixed(0)} ms, together ${seen.longTogether.toFixed(0)} ms of ${seconds} s; ` +
    `${seen.interactions} keys and clicks, shown after ${seen.p75.toFixed(0)} ms (p75), ${seen.p98.toFixed(0)} ms (p98), at the longest ${seen.longest.toFixed(0)} ms`
  return [
    `the wall's page, 100 rooms, 1920 x 1080, ${framesPerSecond.toFixed(1)} frames a second under load`,
    line('nothing happens     ', quiet),
    line('5 events a s a room ', busy),
    `of each second of that the page's main thread works ${spent.all.toFixed(0)} ms: script ${spent.script.toFixed(0)}, style ${spent.style.toFixed(0)}, layout ${spent.layout.toFixed(0)}, painting and else ${(spent.all - spent.script - spent.style - spent.layout).toFixed(0)}`,
  ].join('\n')
}

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindingsNow, inTheme, OF_COLOURS } from './harness/axe.ts'
import { launchChromium } from './harness/chromium.ts'
import { Gallery } from './harness/gallery.ts'
import { Person } from './harness/person.ts'
import { smallTargets } from './harness/small-targets.ts'

const FOUR_MINUTES = 240_000

let gallery: Gallery
let browser: Browser

beforeAll(async () => {
  ;[gallery, browser] = await Promise.all([Gallery.open(), launchChromium()])
}, FOUR_MINUTES)

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

test(
  'nothing is wrong with any panel in any state, in light and dark, and none is wider than a phone',
  async () => {
    const visitor = await Person.arrive(browser, 'a visitor')
    const { page } = visitor
    const all = await gallery.list(page)
    expect(all.length).toBeGreaterThan(80)
    const findings: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(page, theme)
      for (const shown of all) {
        await gallery.show(page, shown)
        const rules = theme === 'dark' ? OF_COLOURS : []
        findings.push(...(await axeFindingsNow(page, `${shown.id}, ${theme}`, rules)))
        if (theme === 'light') findings.push(...(await tooWide(page, shown.id)))
        // What people hold in their hands; the console and the wall have a mouse or nobody.
        if (theme === 'light' && /^(join|play|remote)\//.test(shown.id))
          findings.push(...(await smallTargets(page)).map(target => `${shown.id}: ${target}`))
      }
    }
    console.log(`${all.length} panels looked at`)
    expect([...findings, ...visitor.watch.troubles]).toEqual([])
  },
  FOUR_MINUTES,
)

/** A wall is no phone. */
async function tooWide(page: Page, id: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return over > 0 && !id.startsWith('project/') ? [`${id} is ${over} px too wide`] : []
}

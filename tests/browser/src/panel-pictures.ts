import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { inTheme } from './harness/axe.ts'
import { Gallery } from './harness/gallery.ts'

export const PHONE = { width: 360, height: 740 } as const
export const LAPTOP = { width: 1280, height: 800 } as const
export const WALL = { width: 1920, height: 1080 } as const
export const THEMES = ['light', 'dark'] as const
type Size = typeof PHONE | typeof LAPTOP | typeof WALL

/** Where people see what: in the hand, on a laptop, on the wall. */
const SIZES: Readonly<Record<string, readonly Size[]>> = {
  join: [PHONE],
  play: [PHONE],
  remote: [PHONE],
  debrief: [PHONE, LAPTOP],
  project: [WALL],
}
const AT_A_DESK: readonly Size[] = [LAPTOP, WALL]

/** Every panel of the gallery in every state: also what a class that is played never comes by. */
export async function panelPictures(browser: Browser, folder: string): Promise<number> {
  const gallery = await Gallery.open()
  try {
    const page = await browser.newPage()
    const all = await gallery.list(page)
    for (const theme of THEMES) {
      for (const size of [PHONE, LAPTOP, WALL]) {
        await page.setViewportSize(size)
        await inTheme(page, theme)
        for (const shown of all) {
          const [area = ''] = shown.id.split('/')
          if (!(SIZES[area] ?? AT_A_DESK).includes(size)) continue
          await gallery.show(page, shown)
          const name = shown.id.replace(/[^\w]+/g, '-').toLowerCase()
          const path = join(folder, `panel-${name}-${size.width}x${size.height}-${theme}.png`)
          await page.screenshot({ path, animations: 'disabled' })
        }
      }
    }
    return all.length
  } finally {
    await gallery.close()
  }
}

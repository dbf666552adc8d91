import type { Browser } from 'playwright-core'

export interface Shown {
  /** What the screen hangs or lies in. */
  readonly frame: 'wall' | 'laptop' | 'phone'
  readonly width: number
  readonly height: number
  readonly png: Buffer
}

/** How wide each of them is in a picture of several, in px. */
const WIDE: Readonly<Record<Shown['frame'], number>> = { wall: 760, laptop: 620, phone: 210 }

/** Several screens in one picture, side by side as they stand in a room: few colours, so that it weighs little. */
export async function composite(browser: Browser, shown: readonly Shown[], path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })
  const screens = shown.map(({ frame, width, height, png }) => {
    const tall = Math.round((WIDE[frame] * height) / width)
    const source = `data:image/png;base64,${png.toString('base64')}`
    return `<img class="${frame}" width="${WIDE[frame]}" height="${tall}" src="${source}">`
  })
  await page.setContent(`<!doctype html><style>
    body { margin: 0; background: #efeae2; }
    main { display: inline-flex; flex-wrap: wrap; gap: 28px; padding: 32px; max-width: 1440px;
      box-sizing: border-box; align-items: end; justify-content: center; }
    img { display: block; border: 6px solid #2b2723; border-radius: 10px; }
    .phone { border-width: 8px; border-radius: 26px; }
    .wall { border-color: #c9c2b6; border-radius: 4px; }
  </style><main>${screens.join('')}</main>`)
  await page.locator('main').screenshot({ path })
  await page.close()
}

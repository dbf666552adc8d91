import type { Page } from 'playwright-core'

/** Formats of paper, and the width in CSS pixels that is left between margins of 10 mm. */
export const formats = { A4: 718, Letter: 740 } as const

/** The page count of a PDF that Chromium made. */
export const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

/** What the tokens give for text on white. */
export const DARK_INK = 'rgb(38, 34, 29)'

/** The colour of what is printed from a screen that is dark. */
export async function inkFromDarkScreen(page: Page, of = 'h1'): Promise<string> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const ink = await page
    .locator(of)
    .first()
    .evaluate(text => getComputedStyle(text).color)
  await page.emulateMedia({ media: null, colorScheme: null })
  return ink
}

/** Texts on paper of this width that would be cut: what sticks out of its sheet, and what is hidden by its own box. */
export async function clippedAt(page: Page, width: number, sheets = 'article'): Promise<string[]> {
  const before = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width, height: 1000 })
  const clipped = await page.evaluate(
    of =>
      Array.from(document.querySelectorAll(`${of} *`)).flatMap(element => {
        const sheet = element.closest(of)?.getBoundingClientRect()
        const box = element.getBoundingClientRect()
        const out = sheet !== undefined && (box.right > sheet.right + 1 || box.left < sheet.left - 1)
        const style = getComputedStyle(element)
        const hides = style.overflow !== 'visible' && style.display !== 'inline'
        const cut =
          hides &&
          (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
        return out || cut ? [`${element.tagName}: ${element.textContent?.slice(0, 60)}`] : []
      }),
    sheets,
  )
  await page.emulateMedia({ media: null })
  if (before !== null) await page.setViewportSize(before)
  return clipped
}

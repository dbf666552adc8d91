import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

type Theme = 'light' | 'dark'
const THEMES: readonly Theme[] = ['light', 'dark']
/** Only colours change with the theme. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe-core finds wrong on a page, in both themes: one sentence a finding, nothing on a good page. */
export async function axeFindings(page: Page, screen: string): Promise<string[]> {
  const findings: string[] = []
  for (const theme of THEMES) {
    await inTheme(page, theme)
    findings.push(...(await axeFindingsNow(page, `${screen}, ${theme}`, theme === 'dark' ? OF_COLOURS : [])))
  }
  return findings
}

/** Resolves when no colour is still on its way to the other theme: such a colour is nobody's. */
export async function inTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.waitForFunction(
    dark => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    theme === 'dark',
  )
  await settled(page)
}

/** Resolves when nothing on the page is still moving or changing its colour. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().length === 0)
}

/** As the page is now; without names of rules all of them. */
export async function axeFindingsNow(
  page: Page,
  screen: string,
  rules: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations: Violation[] = await page.evaluate(async only => {
    const { axe: here } = window as unknown as {
      axe: { run: (what: Document, how: object) => Promise<{ violations: Violation[] }> }
    }
    const options = { resultTypes: ['violations'], ...(only.length > 0 && { runOnly: only }) }
    const { violations } = await here.run(document, options)
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
    }))
  }, rules)
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ html, failureSummary }) => `\n    ${html.slice(0, 160)} ${failureSummary}`)
    return `${screen}: ${id}: ${help}${where.slice(0, 3).join('')}`
  })
}

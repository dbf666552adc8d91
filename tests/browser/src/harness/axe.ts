import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe-core finds wrong on a page, in both themes: one sentence a finding, nothing on a good page. */
export async function axeFindings(page: Page, screen: string): Promise<string[]> {
  const findings: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    // A colour that is still on its way to the other theme is nobody's.
    await page.evaluate(async () => {
      await new Promise(resolve => requestAnimationFrame(resolve))
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    })
    await page.evaluate(axe.source)
    const violations: Violation[] = await page.evaluate(async () => {
      const { axe: here } = window as unknown as {
        axe: { run: (what: Document, how: object) => Promise<{ violations: Violation[] }> }
      }
      const options = { resultTypes: ['violations'] }
      const { violations } = await here.run(document, options)
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
      }))
    })
    for (const { id, help, nodes } of violations) {
      const where = nodes.map(({ html, failureSummary }) => `\n    ${html.slice(0, 160)} ${failureSummary}`)
      findings.push(`${screen}, ${theme}: ${id}: ${help}${where.slice(0, 3).join('')}`)
    }
  }
  return findings
}

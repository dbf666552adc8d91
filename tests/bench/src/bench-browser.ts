import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { OpenedClass } from '@evenkeel/simulant'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const FIND_CHROMIUM = fileURLToPath(new URL('../../../scripts/chromium.mjs', import.meta.url))
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']

export interface BenchBrowser {
  readonly chrome: Browser
  readonly context: BrowserContext
  readonly page: Page
}

/** The system's Chromium without a graphics card, 1920 x 1080, signed in as the instructor who opened the class. */
export async function openBrowser(
  base: string,
  opened: OpenedClass,
  scripts: readonly string[],
): Promise<BenchBrowser> {
  const found = execFileSync(process.execPath, [FIND_CHROMIUM], { encoding: 'utf8' }).trim()
  const chrome = await chromium.launch({ executablePath: found, args: ARGUMENTS })
  const context = await chrome.newContext({ viewport: { width: 1920, height: 1080 } })
  const cookies = (opened.browser.cookies ?? '').split('; ').map(pair => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base }
  })
  await context.addCookies(cookies)
  for (const content of scripts) await context.addInitScript({ content })
  return { chrome, context, page: await context.newPage() }
}

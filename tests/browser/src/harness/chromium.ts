import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { repositoryRoot } from './repository-root.ts'

const FIND = fileURLToPath(new URL('scripts/chromium.mjs', repositoryRoot))

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the system's Chromium without a window. `names` maps host names to this machine, as a router would. */
export function launchChromium({ names = [] }: { names?: readonly string[] } = {}): Promise<Browser> {
  const rules = names.map(name => `MAP ${name} 127.0.0.1`).join(', ')
  return chromium.launch({
    executablePath: execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim(),
    args: [...QUIET, ...(rules === '' ? [] : [`--host-resolver-rules=${rules}`])],
  })
}

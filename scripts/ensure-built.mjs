import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { outputsFingerprint, sourcesFingerprint } from './fingerprint.mjs'
import { root, workspaces } from './repository.mjs'
import { turbo } from './run-tool.mjs'

/** What a command needs built: turbo's filters, and the folders whose files decide whether it is still fresh. */
const targets = {
  apps: { filters: ['./apps/*...'], folders: ['apps', 'packages'] },
  everything: { filters: [], folders: ['apps', 'packages', 'tests'] },
}

/**
 * Installs and builds only what is missing or out of date. When nothing changed since the last build turbo is not even
 * started: that second is the difference between a start that feels immediate and one that does not.
 * @param {'apps' | 'everything'} target
 * @returns {Promise<boolean>} false when something failed; the reason is on the terminal
 */
export async function ensureBuilt(target) {
  if (!(await ensureInstalled())) return false
  const { filters, folders } = targets[target]
  const ours = workspaces(root, folders).map(({ folder }) => folder)
  const stamp = join(root, 'node_modules/.cache/evenkeel', `built-${target}`)
  const sources = sourcesFingerprint(root, ours)
  const fresh = `${sources}\n${outputsFingerprint(root, ours)}\n`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fresh) return true

  console.error('Building Evenkeel. Only what changed is built.')
  const code = await turbo([
    'run',
    'build',
    '--output-logs=errors-only',
    ...filters.map(filter => `--filter=${filter}`),
  ])
  if (code > 128) process.exit(code) // interrupted
  if (code !== 0) {
    console.error('The build did not work. What the compiler says is above.')
    return false
  }
  mkdirSync(dirname(stamp), { recursive: true })
  // The sources as they were before the build: an edit made while it ran is built next time.
  writeFileSync(stamp, `${sources}\n${outputsFingerprint(root, ours)}\n`)
  return true
}

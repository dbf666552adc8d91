import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { outputsFingerprint, sourcesFingerprint } from './fingerprint.mjs'
import { root, withDependencies, workspaces } from './repository.mjs'
import { turbo } from './run-tool.mjs'

/**
 * Installs and builds only what is missing or out of date. When nothing changed since the last build turbo is not even
 * started: that second is the difference between a start that feels immediate and one that does not.
 * @param {string[]} folders the workspaces that are needed, such as `apps/server`; what they depend on comes by itself
 * @returns {Promise<boolean>} false when something failed; the reason is on the terminal
 */
export async function ensureBuilt(folders) {
  if (!(await ensureInstalled())) return false
  const needed = withDependencies(workspaces(), folders)
  const ours = needed.map(({ folder }) => folder)
  const stamp = join(root, 'node_modules/.cache/evenkeel', `built-${folders.join('+').replaceAll('/', '-')}`)
  const sources = sourcesFingerprint(root, ours)
  const fresh = `${sources}\n${outputsFingerprint(root, ours)}\n`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fresh) return true

  console.error('Building Evenkeel. Only what changed is built.')
  const filters = needed.map(({ manifest }) => `--filter=${manifest.name}`)
  const code = await turbo(['run', 'build', '--output-logs=errors-only', ...filters])
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

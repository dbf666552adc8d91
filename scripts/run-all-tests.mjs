import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { caddy } from './caddy.mjs'
import { chromium } from './chromium.mjs'
import { countResults } from './count-results.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { redisServer } from './redis-server.mjs'
import { root, workspaces } from './repository.mjs'
import { turbo } from './run-tool.mjs'
import { ensureProgram } from './system-program.mjs'

const summaries = join(root, '.turbo/runs')
const steps = ['lint', '//#lint-scripts', '//#arrows', 'check-types', 'build', 'test']

const summaryFiles = () => (existsSync(summaries) ? readdirSync(summaries) : [])
const readJson = file => JSON.parse(readFileSync(file, 'utf8'))

/** The vitest report that a workspace's tests wrote, or that turbo brought back from its cache. */
function reportOf(directory) {
  const file = join(root, directory, '.reports/vitest.json')
  return existsSync(file) ? readJson(file) : undefined
}

/** Prints every failure by name, and as the last line `N passed, N failed`. Returns the exit code. */
function conclude({ passed, skipped, failed }) {
  console.log('')
  if (failed.length > 0) console.log(['Failed:', ...failed.map(name => `  ${name}`)].join('\n'))
  if (skipped > 0) console.log(`${skipped} skipped`)
  console.log(`${passed} passed, ${failed.length} failed`)
  return failed.length > 0 ? 1 : 0
}

/**
 * Checks everything: installs if need be, then lint, arrows, check-types, build and tests of every workspace through turbo,
 * whose cache skips what did not change.
 * @param {string[]} args more arguments for turbo, such as `--force` or `--filter=@evenkeel/classroom`
 * @returns {Promise<number>} the exit code: 1 when anything failed
 */
export async function runAllTests(args) {
  process.chdir(root)
  if (!(await ensureInstalled())) return conclude({ passed: 0, skipped: 0, failed: ['install'] })

  // Programs that are not npm packages are looked for, and where possible installed, here: after the install and before the
  // first test. Without one of them the tests that need it fail, each of them; this says why.
  const missing = [chromium, redisServer].map(ensureProgram).flatMap(found => found.say ?? [])
  for (const sentence of missing) console.error(sentence)
  // Without the balancer its tests are skipped, and say so: everything else goes on as it would with it.
  const balancer = ensureProgram(caddy)
  if ('say' in balancer) console.error(balancer.say)

  const before = new Set(summaryFiles())
  const code = await turbo(
    [
      'run',
      ...steps,
      '--concurrency=2',
      '--continue=dependencies-successful',
      '--output-logs=new-only',
      '--summarize',
      ...args,
    ],
    // Tests depend on the Node that they run on, so turbo has to know it.
    { output: 'stdout', env: { CI: 'true', EVENKEEL_NODE: process.version } },
  )
  const summary = summaryFiles().find(name => !before.has(name))
  if (summary === undefined) {
    return conclude({ passed: 0, skipped: 0, failed: [`turbo ended with ${code} and no summary`] })
  }
  const { tasks } = readJson(join(summaries, summary))
  rmSync(join(summaries, summary))

  const result = countResults(tasks, reportOf)
  result.failed.push(...missing)
  const tested = new Set(tasks.filter(({ task }) => task === 'test').map(({ directory }) => directory))
  const untested = workspaces()
    .filter(({ folder, manifest }) => manifest.scripts?.test && !tested.has(folder))
    .map(({ folder }) => folder)
  if (untested.length > 0) console.log(`\nTests of ${untested.join(', ')} were not run.`)
  if (code !== 0 && result.failed.length === 0) result.failed.push(`turbo ended with ${code}`)
  return conclude(result)
}

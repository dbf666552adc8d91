import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sourcesFingerprint } from './fingerprint.mjs'
import { root, workspaces } from './repository.mjs'
import { quietEnvironment, turbo } from './run-tool.mjs'

/**
 * How often the sources are looked at, in ms. Names, sizes and times of a few hundred files take some 5 ms; the system's own
 * notifications lose files that an editor saves by renaming, on the Node that we start from.
 */
const lookEveryMs = 300

const say = sentence => console.error(`[dev] ${sentence}`)

function fingerprint() {
  try {
    return sourcesFingerprint(
      root,
      workspaces(root, ['apps', 'packages']).map(({ folder }) => folder),
    )
  } catch {
    return 'in the middle of a change' // a folder that went while we looked, or half a package.json
  }
}

/** One server process at a time: `replace` stops the old one, waits for its end and starts the next. */
function oneProcess(entry, args) {
  let child
  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const start = () => {
    const started = spawn(process.execPath, ['--enable-source-maps', join(root, entry), ...args], {
      cwd: root,
      env: { ...process.env, ...quietEnvironment },
      stdio: 'inherit',
    })
    started.on('close', code => {
      if (started === child) say(`The server ended with ${code}. It is started again when a file is saved.`)
    })
    child = started
  }
  const stop = async signal => {
    if (!runs()) return
    const ended = new Promise(resolve => child.once('close', resolve))
    const old = child
    child = undefined // its end is wanted: nothing to report
    if (signal !== undefined) old.kill(signal)
    await ended
  }
  return {
    stop,
    async replace() {
      await stop('SIGTERM')
      start()
    },
  }
}

/**
 * Builds, runs `entry`, and does both again after every change, until SIGINT or SIGTERM.
 * @param {string} entry a built file, relative to the repository
 * @param {string[]} args
 */
export async function keepRunning(entry, args) {
  const server = oneProcess(entry, args)
  let ending = false
  const end = async signal => {
    if (ending) return
    ending = true
    // Ctrl-C has already reached the server, which shares our terminal: only wait for it to finish.
    await server.stop(signal === 'SIGINT' && process.stdin.isTTY ? undefined : 'SIGTERM')
    process.exit(0)
  }
  process.on('SIGINT', end).on('SIGTERM', end)

  let built
  while (!ending) {
    const now = fingerprint()
    if (now === built) {
      await pause(lookEveryMs)
      continue
    }
    built = now
    const code = await turbo(['run', 'build', '--output-logs=errors-only', '--filter=./apps/*...'])
    if (ending) return
    if (code === 0) {
      await server.replace()
      say('Running. Waiting for changes in apps and packages.')
    } else {
      say('The build did not work: the server is left as it was.')
    }
  }
}

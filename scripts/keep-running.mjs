import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { root, workspaces } from './repository.mjs'
import { quietEnvironment, turbo } from './run-tool.mjs'

/** Editors save in several steps and people save several files: wait this long after the last of them. */
const settleMs = 150

const say = sentence => console.error(`[dev] ${sentence}`)

/** Calls back when anything that a build reads was changed in the apps or the packages. */
function watchSources(onChange) {
  for (const { folder } of workspaces(root, ['apps', 'packages'])) {
    for (const part of ['src', 'cards', 'data']) {
      const path = join(root, folder, part)
      if (!existsSync(path)) continue
      watch(path, { recursive: true }, (_event, name) => {
        if (!name || !/\.test\.tsx?$/.test(name)) onChange()
      })
    }
  }
}

/** One server process at a time: `replace` stops the old one, waits for its end and starts the next. */
function oneProcess(entry, args) {
  let child
  const stop = signal =>
    new Promise(resolve => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('close', resolve)
      if (signal !== undefined) child.kill(signal)
    })
  const start = () => {
    const started = spawn(process.execPath, ['--enable-source-maps', join(root, entry), ...args], {
      cwd: root,
      env: { ...process.env, ...quietEnvironment },
      stdio: 'inherit',
    })
    started.on('close', (code, signal) => {
      if (started === child && !signal)
        say(`The server ended with ${code}. It is started again when a file is saved.`)
    })
    child = started
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
  let timer
  let building = false
  let changedMeanwhile = false
  let ending = false

  const build = async () => {
    if (building) {
      changedMeanwhile = true
      return
    }
    building = true
    do {
      changedMeanwhile = false
      const code = await turbo(['run', 'build', '--output-logs=errors-only', '--filter=./apps/*...'])
      if (ending || changedMeanwhile) continue
      if (code === 0) await server.replace()
      else say('The build did not work: the server is left as it was.')
    } while (changedMeanwhile && !ending)
    building = false
  }

  const end = async signal => {
    ending = true
    clearTimeout(timer)
    // Ctrl-C has already reached the server, which shares our terminal: only wait for it to finish.
    await server.stop(signal === 'SIGINT' && process.stdin.isTTY ? undefined : 'SIGTERM')
    process.exit(0)
  }
  process.on('SIGINT', end).on('SIGTERM', end)

  watchSources(() => {
    clearTimeout(timer)
    timer = setTimeout(build, settleMs)
  })
  await build()
  say('Watching the sources of apps and packages.')
}

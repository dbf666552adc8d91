import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './repository.mjs'

/** Tools here never report home: a classroom may have no internet, and nobody asked them to. */
export const quietEnvironment = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
}

/**
 * Runs one program to its end. A signal that reaches us meanwhile goes on to it, so that nothing is left behind.
 * @param {string} file the program
 * @param {string[]} args
 * @param {{ output?: 'stdout' | 'stderr', env?: Record<string, string> }} options `stderr` keeps our own stdout clean
 * @returns {Promise<number>} its exit code; 128 + the signal's number when one ended it; 127 when it could not be started
 */
export function runTool(file, args, { output = 'stderr', env = {} } = {}) {
  const stdout = output === 'stdout' ? 1 : 2
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...quietEnvironment, ...env },
    stdio: ['ignore', stdout, 2],
  })
  let interrupted
  const forward = signal => {
    interrupted = signal
    child.kill(signal)
  }
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return new Promise(resolve => {
    child.on('error', error => {
      console.error(`${file} could not be started: ${error.message}`)
      resolve(127)
    })
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      const fatal = interrupted ?? signal
      resolve(fatal ? 128 + constants.signals[fatal] : code)
    })
  })
}

/** Runs npm: the one that started us if there is one, else the one on the PATH. */
export function npm(args, options) {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: it picks the npm that installs, and no task of turbo sees it
  const started = process.env.npm_execpath
  if (started?.endsWith('.js')) return runTool(process.execPath, [started, ...args], options)
  return runTool(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/** Runs the repository's own turbo. */
export function turbo(args, options) {
  return runTool(process.execPath, [join(root, 'node_modules/turbo/bin/turbo'), ...args], options)
}

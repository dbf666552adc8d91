#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Names under which systems have it, most likely first. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const outsideThePath = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium']

function executable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The system's Chromium: the one that CHROMIUM_PATH names, else the first that is on the PATH.
 * @returns {string | undefined} its file
 */
export function findChromium() {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: where the browser is does not change what the tests say
  const given = process.env.CHROMIUM_PATH
  if (given) return executable(given) ? given : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...outsideThePath].find(executable)
}

/** Runs quietly; what it says is shown only when it fails. */
function runs(command, args) {
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0 && stderr) console.error(stderr.trim())
  return status === 0
}

/**
 * Finds Chromium, or installs it with apt-get where that is allowed.
 * @returns {{ file: string } | { say: string }} where it is, or in a sentence what to do
 */
export function ensureChromium() {
  const found = findChromium()
  if (found !== undefined) return { file: found }
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: as above
  const given = process.env.CHROMIUM_PATH
  if (given) return { say: `CHROMIUM_PATH is ${given}, and no program is there.` }
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (mayInstall) {
    console.error('Installing Chromium for the tests of the screens. This needs the internet, once.')
    runs('apt-get', ['update'])
    runs('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
    const installed = findChromium()
    if (installed !== undefined) return { file: installed }
  }
  return {
    say: 'The tests of the screens need Chromium. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to a Chrome or Chromium that is there.',
  }
}

// Asked by itself it says where the browser is; so the tests find the same one.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = findChromium()
  if (file === undefined) process.exitCode = 1
  else console.log(file)
}

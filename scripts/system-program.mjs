import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A program that is no npm package: what the tests need of it, and where it may be.
 * @typedef {object} Program
 * @property {string} title its name in a sentence
 * @property {string} needed what cannot be tested without it
 * @property {string} variable the environment variable that names its file
 * @property {string[]} names under which systems have it, most likely first
 * @property {string[]} outsideThePath whole files where some systems have it
 * @property {string} debianPackage
 */

function executable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The file that the program's variable names, else the first that is on the PATH.
 * @param {Program} program
 * @returns {string | undefined}
 */
export function findProgram({ variable, names, outsideThePath }) {
  const given = process.env[variable]
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
 * Finds the program, or installs it with apt-get where that is allowed.
 * @param {Program} program
 * @returns {{ file: string } | { say: string }} where it is, or in a sentence what to do
 */
export function ensureProgram(program) {
  const { title, needed, variable, debianPackage } = program
  const found = findProgram(program)
  if (found !== undefined) return { file: found }
  const given = process.env[variable]
  if (given) return { say: `${variable} is ${given}, and no program is there.` }
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (mayInstall) {
    console.error(`Installing ${title} for ${needed}. This needs the internet, once.`)
    runs('apt-get', ['update'])
    runs('apt-get', ['install', '--yes', '--no-install-recommends', debianPackage])
    const installed = findProgram(program)
    if (installed !== undefined) return { file: installed }
  }
  return {
    say: `${needed[0].toUpperCase()}${needed.slice(1)} need ${title}. Install it (Debian: sudo apt-get install ${debianPackage}), or set ${variable} to where it is.`,
  }
}

/**
 * Asked by itself, a program's script says where it is; so the tests find the same one.
 * @param {string} script the URL of the script that asks
 * @param {Program} program
 */
export function sayWhere(script, program) {
  if (script !== pathToFileURL(process.argv[1] ?? '').href) return
  const file = findProgram(program)
  if (file === undefined) process.exitCode = 1
  else console.log(file)
}

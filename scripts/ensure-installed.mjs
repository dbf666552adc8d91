import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './repository.mjs'
import { npm } from './run-tool.mjs'

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes `node_modules/.package-lock.json` as the last
 * thing of an install, so a broken-off install never looks whole. Contents are compared and not file times: a clone or an
 * unpacked archive has any times at all.
 * @param {Record<string, any>} wanted the `packages` of package-lock.json
 * @param {Record<string, any>} present the `packages` of node_modules/.package-lock.json
 */
export function sameInstall(wanted, present) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true
    const installed = present[path]
    if (installed === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer)
    return installed.version === entry.version
  })
}

function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  try {
    return sameInstall(packages(join(root, 'package-lock.json')), packages(hidden))
  } catch {
    return false // a half-written file: `npm ci` makes it anew
  }
}

/**
 * Installs exactly what package-lock.json says, only when it is not there yet. Development tools come too, even under
 * NODE_ENV=production: the sources are built here.
 * @returns {Promise<boolean>} false when the install failed; npm has said why
 */
export async function ensureInstalled() {
  if (isInstalled()) return true
  console.error('Installing what Evenkeel needs. This needs the internet, once, and takes about a minute.')
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0)
    console.error('The install did not work. Is there an internet connection? What npm says is above.')
  return code === 0
}

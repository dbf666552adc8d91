import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const rootFiles = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'turbo.json']
const built = new Set(['dist', 'out'])
const notOurs = new Set(['node_modules', '.turbo', '.reports', '.next'])

/** Every file below a folder, without tests (they are in no build) and without what tools leave behind. */
function* filesBelow(folder, skip) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (notOurs.has(entry.name) || skip.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path, skip)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

function hashOf(root, files) {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat) hash.update(`${relative(root, file)} ${stat.size} ${stat.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * Says in a few milliseconds whether anything changed since the last build, from names, sizes and times: no file is read.
 * A file that was only touched costs one run of turbo, which looks at the contents.
 * @param {string} root
 * @param {string[]} folders of workspaces, relative to root
 */
export function sourcesFingerprint(root, folders) {
  const files = rootFiles.map(name => join(root, name))
  for (const folder of folders) files.push(...filesBelow(join(root, folder), built))
  return hashOf(root, files)
}

/** The same for what was built, so that a `dist` that was deleted or written by another command is noticed. */
export function outputsFingerprint(root, folders) {
  const files = []
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder))) {
      if (built.has(entry)) files.push(...filesBelow(join(root, folder, entry), new Set()))
    }
  }
  return hashOf(root, files)
}

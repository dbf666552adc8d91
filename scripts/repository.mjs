import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whatever folder the command was started in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The folders that npm's `workspaces` names. */
export const workspaceFolders = ['apps', 'packages', 'tests']

/**
 * Every workspace below some of those folders: its folder relative to `base`, and its parsed package.json.
 * @param {string} base
 * @param {string[]} folders
 * @returns {{ folder: string, manifest: Record<string, any> }[]}
 */
export function workspaces(base = root, folders = workspaceFolders) {
  return folders.flatMap(kind => {
    const parent = join(base, kind)
    if (!existsSync(parent)) return []
    return readdirSync(parent)
      .sort()
      .map(name => ({ folder: `${kind}/${name}`, file: join(parent, name, 'package.json') }))
      .filter(({ file }) => existsSync(file))
      .map(({ folder, file }) => ({ folder, manifest: JSON.parse(readFileSync(file, 'utf8')) }))
  })
}

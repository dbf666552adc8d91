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

/**
 * Some workspaces and all those that they depend on, in the order of `all`.
 * @template {{ folder: string, manifest: Record<string, any> }} Workspace
 * @param {Workspace[]} all
 * @param {string[]} folders
 */
export function withDependencies(all, folders) {
  const needed = new Set(folders)
  for (const folder of needed) {
    const { dependencies } = all.find(workspace => workspace.folder === folder)?.manifest ?? {}
    for (const { folder: below, manifest } of all) if (dependencies?.[manifest.name]) needed.add(below)
  }
  return all.filter(({ folder }) => needed.has(folder))
}

/** Everything that people run: the server, and the screens that it serves. */
export const appFolders = () => workspaces(root, ['apps']).map(({ folder }) => folder)

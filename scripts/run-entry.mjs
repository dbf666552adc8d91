import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endWithNpm } from './end-with-npm.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { root } from './repository.mjs'
import { quietEnvironment } from './run-tool.mjs'

/**
 * Builds what is out of date and then becomes the given program: it is loaded into this very process, as if
 * `node <entry> <args>` had been typed. So its signals, its terminal and its exit code are really its own, a `kill` never
 * leaves an orphan behind, and no second Node takes memory.
 * @param {string} entry a built file, relative to the repository
 * @param {string[]} args
 * @param {string[]} folders the workspaces that have to be built for it
 */
export async function runEntry(entry, args, folders) {
  process.chdir(root)
  endWithNpm()
  if (!(await ensureBuilt(folders))) process.exit(1)
  const file = join(root, entry)
  if (!existsSync(file)) {
    console.error(
      `${entry} is not there after the build: this version of Evenkeel does not have that command yet.`,
    )
    process.exit(1)
  }
  Object.assign(process.env, quietEnvironment)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}

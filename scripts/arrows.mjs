#!/usr/bin/env node
/**
 * Holds the shape of the code: `node scripts/arrows.mjs [root]`. Prints one `file:line sentence` for each thing that is not as
 * ARCHITECTURE.md says, and then exits with 1. The rules themselves are in arrows/rules.mjs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import {
  importFindings,
  manifestFindings,
  nameFindings,
  purityFindings,
  shapeFindings,
} from './arrows/rules.mjs'
import { root as ownRoot, workspaces as workspacesOf } from './repository.mjs'

const notOurs = new Set(['node_modules', 'dist', 'out', '.next', '.turbo', '.reports', '.git', 'data'])

const root = resolve(process.argv[2] ?? ownRoot)
const read = path => readFileSync(join(root, path), 'utf8')
const workspaces = workspacesOf(root)
const rootManifest = existsSync(join(root, 'package.json')) ? JSON.parse(read('package.json')) : {}

/** Every folder and file below one, relative to the root, with forward slashes. */
function* below(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (notOurs.has(entry.name)) continue
    const path = posix.join(folder, entry.name)
    yield path
    if (entry.isDirectory()) yield* below(path)
  }
}

/** The files that a package.json offers to others: they are allowed to gather. */
const entryPoints = workspaces.flatMap(({ folder, manifest }) =>
  Object.values(manifest.exports ?? {}).map(entry => posix.join(folder, entry['evenkeel:source'] ?? '')),
)

const findings = workspaces.flatMap(workspace =>
  manifestFindings(workspace, read(`${workspace.folder}/package.json`), workspaces),
)
let files = 0
for (const folder of ['apps', 'packages', 'tests', 'scripts', 'docs']) {
  if (!existsSync(join(root, folder))) continue
  for (const path of below(folder)) {
    findings.push(...nameFindings(path))
    if (!/^(?:apps|packages|tests)\/[^/]+\/src\/.*\.(?:tsx?|mts|mjs|js)$/.test(path)) continue
    files++
    const text = read(path)
    findings.push(
      ...importFindings(path, text, workspaces, rootManifest),
      ...purityFindings(path, text),
      ...shapeFindings(path, text, entryPoints),
    )
  }
}

for (const { file, line, say } of findings) console.log(`${file}:${line} ${say}`)
if (findings.length > 0) {
  console.log(
    `${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} not as ARCHITECTURE.md says.`,
  )
  process.exit(1)
}
console.log(`The arrows hold in ${files} files of ${workspaces.length} workspaces.`)

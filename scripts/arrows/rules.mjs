import { posix } from 'node:path'
import { codeOnly, lineAt } from './code-only.mjs'
import { importsOf, isBarrel, packageOf } from './imports.mjs'

/**
 * Which of our packages each of our packages may import. Arrows go one way: playbook -> classroom -> protocol -> apps;
 * insight only reads, and rehearsal plays what is simulated. A folder that is not named here, such as a new package, has to be added before it may import anything.
 */
export const mayImport = {
  'packages/playbook': [],
  'packages/classroom': ['packages/playbook'],
  'packages/protocol': ['packages/playbook', 'packages/classroom'],
  'packages/insight': ['packages/playbook', 'packages/classroom'],
  'packages/rehearsal': ['packages/playbook', 'packages/classroom', 'packages/insight'],
  'apps/server': [
    'packages/playbook',
    'packages/classroom',
    'packages/protocol',
    'packages/insight',
    'packages/rehearsal',
  ],
  'apps/web': ['packages/playbook', 'packages/classroom', 'packages/protocol', 'packages/insight'],
}

/** Cards hold both seats' secrets and are read from files: only the server loads them, never a bundle for a browser. */
const serverOnly = { source: '@evenkeel/playbook/cards', folders: ['apps/server'] }

const longest = 300
const vagueNames = /^(?:utils?|helpers?|common|types?|misc)$/

/** Clocks, chance, the outside world: the core gets what it needs of them inside the command. */
const impure = [
  ['Date.now', /(?<![\w$.])Date\s*\.\s*now\b/g],
  ['new Date', /\bnew\s+Date\b/g],
  ['Math.random', /(?<![\w$.])Math\s*\.\s*random\b/g],
  ...[
    'performance',
    'process',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'fetch',
    'console',
    'crypto',
    'globalThis',
  ].map(name => [name, new RegExp(`(?<![\\w$.])${name}\\b(?![\\w$]|\\??\\s*:)`, 'g')]),
]

/** Tests, and what exists only for them: contract suites that every store is put through, generators, property suites. */
const isTest = file => /\.test\.tsx?$|-contract\.ts$|^[^/]+\/[^/]+\/src\/(?:testing|properties)\//.test(file)

/** The workspace that a file or a relative import lies in: `packages/playbook/src/card.ts` -> `packages/playbook`. */
const workspaceOf = path => path.split('/').slice(0, 2).join('/')

/**
 * @typedef {{ file: string, line: number, say: string }} Finding
 * @typedef {{ folder: string, manifest: Record<string, any> }} Workspace
 */

/** Whether one of our packages may import another, in words: `undefined` when it may. */
function refusedArrow(from, to, test) {
  if (from === to || from.startsWith('tests/')) return undefined
  if (to.startsWith('tests/')) {
    return test ? undefined : `${from} imports ${to}: only tests may import what is in tests/`
  }
  const allowed = mayImport[from]
  if (allowed === undefined)
    return `${from} has no arrows yet: say in scripts/arrows/rules.mjs what it may import`
  if (allowed.includes(to)) return undefined
  return `${from} imports ${to}, against the arrows: it may import ${allowed.join(', ') || 'none of our packages'}`
}

/** @returns {Finding[]} imports in one file that go against the arrows, leave their package or were never declared */
export function importFindings(file, text, workspaces, rootManifest) {
  const from = workspaceOf(file)
  const test = isTest(file) || from.startsWith('tests/')
  const manifest = workspaces.find(({ folder }) => folder === from)?.manifest ?? {}
  const declared = {
    ...manifest.dependencies,
    ...(test ? { ...manifest.devDependencies, ...rootManifest.devDependencies } : {}),
  }
  return importsOf(text).flatMap(({ source, line }) => {
    const finding = say => [{ file, line, say }]
    if (source.startsWith('.')) {
      const target = posix.join(posix.dirname(file), source)
      if (workspaceOf(target) === from || from.startsWith('tests/')) return []
      return finding(`"${source}" reaches out of ${from}: import the package by its name`)
    }
    if (source.startsWith('node:')) return []
    const name = packageOf(source)
    const ours = workspaces.find(({ manifest }) => manifest.name === name)
    const refused = ours && refusedArrow(from, ours.folder, test)
    if (refused) return finding(refused)
    if (
      source === serverOnly.source &&
      !test &&
      from !== ours?.folder &&
      !serverOnly.folders.includes(from)
    ) {
      return finding(`${from} imports ${source}: cards are loaded on the server only`)
    }
    if (ours?.folder === from || name in declared || (test && name in (rootManifest.devDependencies ?? {})))
      return []
    return finding(`"${name}" is not among the dependencies in ${from}/package.json`)
  })
}

/** @returns {Finding[]} dependencies in a package.json that go against the arrows, whether imported or not */
export function manifestFindings({ folder, manifest }, text, workspaces) {
  const named = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.devDependencies }
  return Object.keys(named).flatMap(name => {
    const ours = workspaces.find(other => other.manifest.name === name)
    const say = ours && refusedArrow(folder, ours.folder, name in (manifest.devDependencies ?? {}))
    return say ? [{ file: `${folder}/package.json`, line: lineAt(text, text.indexOf(`"${name}"`)), say }] : []
  })
}

/** @returns {Finding[]} what keeps a file of packages/classroom from being pure; its tests and test material may do anything */
export function purityFindings(file, text) {
  if (!file.startsWith('packages/classroom/src/') || isTest(file)) return []
  const { code } = codeOnly(text)
  const words = impure.flatMap(([name, pattern]) =>
    [...code.matchAll(pattern)].map(({ index }) => ({
      file,
      line: lineAt(text, index),
      say: `the core is pure and may not use ${name}: time, ids and chance come in with the command`,
    })),
  )
  const imports = importsOf(text)
    .filter(({ source }) => !source.startsWith('.') && source !== '@evenkeel/playbook')
    .map(({ source, line }) => ({
      file,
      line,
      say: `the core is pure and may not import "${source}": only its own files and @evenkeel/playbook`,
    }))
  return [...words, ...imports]
}

/** @returns {Finding[]} a file that is too long or only passes on others' exports */
export function shapeFindings(file, text, entryPoints) {
  if (!/^(?:apps|packages)\/[^/]+\/src\//.test(file) || isTest(file)) return []
  const findings = []
  const lines = text.replace(/\n$/, '').split('\n').length
  if (lines > longest && !/^\/\/ long because: \S/.test(text)) {
    findings.push({
      file,
      line: 1,
      say: `${lines} lines: split it, or say on the first line why not ("// long because: ...")`,
    })
  }
  if (!entryPoints.includes(file) && isBarrel(text)) {
    findings.push({
      file,
      line: 1,
      say: 'a barrel inside a package: import from the file that has the thing',
    })
  }
  return findings
}

/** @returns {Finding[]} a folder or file whose name says nothing about what is in it */
export function nameFindings(path) {
  const name = posix.basename(path).split('.')[0] ?? ''
  if (!vagueNames.test(name)) return []
  return [
    { file: path, line: 1, say: `"${name}" says nothing: call it by the domain's word for what is in it` },
  ]
}

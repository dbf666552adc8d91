#!/usr/bin/env node
/**
 * `node scripts/complete-lock.mjs`, after an `npm install` that changed package-lock.json. Tools such as Biome, turbo and Next
 * bring one optional package for each platform. npm leaves those out of the lock file that the registry in use does not carry,
 * and then `npm ci` installs no binary there. This names them with what their own name says; npm adds their checksum when it
 * first meets them. Changes nothing when nothing is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './repository.mjs'

const systems = { windows: 'win32' }
const processors = { 64: 'x64' }

/** What a name like `@turbo/windows-64` or `@biomejs/cli-linux-x64-musl` says of the machine that it is for. */
function platformOf(name) {
  const [system, processor, libc] = (name.split('/')[1] ?? name).replace(/^(?:cli|swc)-/, '').split('-')
  return {
    os: [systems[system] ?? system],
    cpu: [processors[processor] ?? processor],
    ...(libc === 'musl' ? { libc: ['musl'] } : {}),
  }
}

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = {}
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue
    const { os, cpu, libc } = platformOf(name)
    added[`node_modules/${name}`] = {
      version,
      cpu,
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      license: entry.license,
      optional: true,
      os,
    }
  }
}
const names = Object.keys(added)
if (names.length > 0) {
  const all = Object.entries({ ...lock.packages, ...added })
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(names.length === 0 ? 'Nothing is missing.' : `Added ${names.join(', ')}.`)

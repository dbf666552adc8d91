#!/usr/bin/env node
import { refuseOldNode } from './refuse-old-node.mjs'

refuseOldNode()

/** The programs that are not the server itself: `node scripts/run.mjs <name> [arguments]`. */
const entries = {
  play: 'tests/simulant/dist/play.js',
  teach: 'tests/simulant/dist/teach.js',
  demo: 'tests/simulant/dist/demo.js',
  bench: 'tests/bench/dist/main.js',
}

const [name = '', ...args] = process.argv.slice(2)
if (!Object.hasOwn(entries, name)) {
  console.error(`There is no command "${name}". There are: ${Object.keys(entries).join(', ')}.`)
  process.exit(1)
}
const { appFolders } = await import('./repository.mjs')
const { runEntry } = await import('./run-entry.mjs')
const entry = entries[name]
const own = entry.split('/dist/')[0]
// The demo is to be looked at, so the screens are built for it too.
await runEntry(entry, args, name === 'demo' ? [...appFolders(), own] : [own])

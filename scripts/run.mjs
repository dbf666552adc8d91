#!/usr/bin/env node
import { refuseOldNode } from './refuse-old-node.mjs'

refuseOldNode()

/** The programs that are not the server itself: `node scripts/run.mjs <name> [arguments]`. */
const entries = {
  play: 'tests/simulant/dist/play.js',
  teach: 'tests/simulant/dist/teach.js',
  demo: 'tests/simulant/dist/demo.js',
  cards: 'packages/playbook/dist/cards-command.js',
  bench: 'tests/bench/dist/main.js',
  chaos: 'tests/chaos/dist/main.js',
  move: 'apps/server/dist/move/main.js',
  screenshots: 'tests/browser/dist/tests/browser/src/screenshots.js',
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
// These show the screens, so the screens are built for them too.
const shows =
  name === 'demo' ||
  name === 'screenshots' ||
  (name === 'bench' && args.some(arg => arg === '--wall-page' || arg === '--debrief-page'))
await runEntry(entry, args, shows ? [...appFolders(), own] : [own])

#!/usr/bin/env node
import { refuseOldNode } from './refuse-old-node.mjs'

// Everything else is loaded afterwards: an old Node could not even read it, and would say something unhelpful.
refuseOldNode()
const { appFolders } = await import('./repository.mjs')
const { runEntry } = await import('./run-entry.mjs')
await runEntry('apps/server/dist/main.js', process.argv.slice(2), appFolders())

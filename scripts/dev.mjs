#!/usr/bin/env node
/**
 * `npm run dev`: builds, starts the server, and on every saved file builds what changed and starts the server again. The server
 * is only replaced by a build that worked; until then the old one goes on running. Arguments go to the server.
 */
import { refuseOldNode } from './refuse-old-node.mjs'

refuseOldNode()
const { endWithNpm } = await import('./end-with-npm.mjs')
const { ensureInstalled } = await import('./ensure-installed.mjs')
const { keepRunning } = await import('./keep-running.mjs')
endWithNpm()
if (!(await ensureInstalled())) process.exit(1)
await keepRunning('apps/server/dist/main.js', process.argv.slice(2))

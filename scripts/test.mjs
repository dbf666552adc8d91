#!/usr/bin/env node
import { refuseOldNode } from './refuse-old-node.mjs'

refuseOldNode()
const { runAllTests } = await import('./run-all-tests.mjs')
process.exitCode = await runAllTests(process.argv.slice(2))

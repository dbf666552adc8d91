#!/usr/bin/env node
/*
 * Runs the browser tests. Whole classes play on real time in them, and a machine that is busy elsewhere can make one late: a
 * file that failed is run once more by itself, which is said, and counts as it ended then.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'

const REPORT = '.reports/vitest.json'
const ARGS = 'run --config ../../vitest.shared.ts --root . --no-file-parallelism'.split(' ')
const LIMITS = '--test-timeout 60000 --hook-timeout 60000'.split(' ')

const run = files => spawnSync('vitest', [...ARGS, ...LIMITS, ...files], { stdio: 'inherit' }).status ?? 1
const report = () => JSON.parse(readFileSync(REPORT, 'utf8'))

let status = run(process.argv.slice(2))
if (status !== 0) {
  const first = report()
  const failed = first.testResults.filter(file => file.status === 'failed').map(file => file.name)
  if (failed.length > 0) {
    console.log(`\nOnce more, by themselves: ${failed.map(name => relative('.', name)).join(', ')}`)
    status = run(failed.map(name => relative('.', name)))
    const again = new Map(report().testResults.map(file => [file.name, file]))
    const testResults = first.testResults.map(file => again.get(file.name) ?? file)
    writeFileSync(REPORT, JSON.stringify({ ...first, success: status === 0, testResults }))
  }
}
process.exitCode = status

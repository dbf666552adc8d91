import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { machineUse, TOO_BUSY, whyVoid } from './machine-use.ts'

test('a bench on a machine that is too busy, or whose generator was late, is void and says why', () => {
  expect(whyVoid({ inUse: 0.05, late: 0 })).toBeUndefined()
  expect(whyVoid({ inUse: 0.61, late: 0 })).toBe(
    "VOID: this machine is too busy. Others used 61 % of this machine's processors when it began (at most 20 %). Don't use these figures.",
  )
  expect(whyVoid({ inUse: 0, late: 2 })).toContain('late in 2 loads')
})

test('processes that use every processor are seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-busy-'))
  const file = join(folder, 'busy.mjs')
  writeFileSync(
    file,
    "process.on('disconnect', () => process.exit(0)); process.send(1); setInterval(() => { const end = Date.now() + 50; while (Date.now() < end); }, 0)",
  )
  const busy = cpus().map(() => fork(file, [], { execArgv: [] }))
  try {
    await Promise.all(busy.map(child => once(child, 'message')))
    expect(await machineUse(300)).toBeGreaterThan(TOO_BUSY)
  } finally {
    for (const child of busy) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})

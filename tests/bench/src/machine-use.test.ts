import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { machineUse, shareOfOthers, watchOthers } from './machine-use.ts'
import { TOO_BUSY } from './void-runs.ts'

test('what others used is what the system says without what the bench itself used', () => {
  expect(shareOfOthers({ busy: 9_000, own: 5_000, elapsed: 10_000, processors: 2 })).toBe(0.2)
  expect(shareOfOthers({ busy: 4_990, own: 5_000, elapsed: 10_000, processors: 2 })).toBe(0)
  expect(shareOfOthers({ busy: 9_000, own: Number.NaN, elapsed: 10_000, processors: 2 })).toBeNaN()
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
    // They are this test's own children, so that nobody is disturbed by them.
    if (process.platform !== 'linux') return
    const others = watchOthers()
    const all = await machineUse(300)
    expect(others()).toBeLessThan(all - 0.03)
  } finally {
    for (const child of busy) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})

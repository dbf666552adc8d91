import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openStore } from './open-store.ts'

const CYCLES = Number(process.env.CRASH_CYCLES ?? 8)
const CLASSES = 6

/**
 * Appends to all classes at once for ever; prints `class seq` for every acknowledged batch. A command id says how many
 * events its batch had, so that half a batch can be told.
 */
const WRITER = `
  import { openStore } from ${JSON.stringify(new URL('../../dist/journal/open-store.js', import.meta.url).href)}
  const { journal } = await openStore(process.argv[1])
  for (const { classId, epoch, seq } of await journal.classes()) write(classId, epoch, seq)
  async function write(classId, epoch, seq) {
    for (let turn = 0; ; turn += 1) {
      const size = 1 + (turn % 5)
      const events = Array.from({ length: size }, (_, i) => ({ seq: seq + 1 + i, at: 1, actor: 'p', commandId: seq + '/' + size, type: 'T', v: 1, data: 'x'.repeat((turn * 97) % 3000) }))
      const names = [{ personId: 'p' + seq, nameVersion: 1, name: 'n' }]
      const result = await journal.append({ classId, epoch, expectedSeq: seq, events, names })
      if (!result.ok) throw new Error(JSON.stringify(result))
      seq = result.seq
      process.stdout.write(classId + ' ' + seq + '\\n')
    }
  }
`

test(
  `[J19] ${CYCLES} times killed under load: every acknowledged batch is there, none is there by half`,
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-test-'))
    const first = await openStore(dataDir)
    for (let i = 0; i < CLASSES; i += 1) await first.journal.create(`k${i}`)
    await first.close()
    const acknowledged = new Map<string, number>()
    let heads = 0
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const killAfter = 20 + ((cycle * 137) % 400)
      const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let acks = 0
      for await (const line of createInterface(child.stdout)) {
        const [classId = '', seq] = line.split(' ')
        acknowledged.set(classId, Number(seq))
        acks += 1
        if (acks === killAfter) child.kill('SIGKILL')
      }
      expect(acks).toBeGreaterThanOrEqual(killAfter)

      const store = await openStore(dataDir)
      for (const { classId, seq } of await store.journal.classes()) {
        const events = await store.journal.read(classId, 0)
        expect(events.map(event => event.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1))
        expect(seq).toBeGreaterThanOrEqual(acknowledged.get(classId) ?? 0)
        const sizes = new Map<string, number>()
        for (const { commandId } of events) sizes.set(commandId, (sizes.get(commandId) ?? 0) + 1)
        for (const [commandId, size] of sizes) expect(commandId.split('/')[1]).toBe(String(size))
        expect(await store.people.names(classId)).toHaveLength(sizes.size)
        heads += seq
      }
      await store.close()
    }
    expect(heads).toBeGreaterThan(0)
    await rm(dataDir, { recursive: true })
  },
  60_000 + CYCLES * 5000,
)

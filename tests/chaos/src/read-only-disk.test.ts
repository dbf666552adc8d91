import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinClass, openClass, signIn } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { ServerProcess } from './faults/server-process.ts'
import { PASSCODE } from './passcode.ts'

const strace = spawnSync('strace', ['-V']).status === 0

test.runIf(strace)(
  '[J16] a disk that became read-only: nothing is acknowledged, and it goes on when it takes writes again',
  async context => {
    const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-read-only-'))
    const server = new ServerProcess(dataDir)
    try {
      await server.start()
      const base = `http://127.0.0.1:${server.port}`
      const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
      const { code } = await openClass(browser, { title: 'Read only', place: 'remote' })
      const device = await joinClass(base, code, 'Ana', { record: true })
      await device.until(it => it.seat)
      const mend = await server.refuseWrites()
      // There is strace, and it may not look into other processes.
      if (mend === undefined) {
        device.close()
        return context.skip()
      }
      const answer = device.act('CallHelp', {})
      await device.until(it => it.frames.some(({ text }) => text.includes('cannot-save')))
      expect(device.unanswered).toBe(1)
      await mend()
      expect(await answer).toMatchObject({ ok: true })
      device.close()
    } finally {
      await server.kill()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
  60_000,
)

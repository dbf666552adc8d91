import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinClass, openClass, signIn } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { ServerProcess } from './faults/server-process.ts'
import { PASSCODE } from './passcode.ts'

const COMMANDS = 12
const strace = spawnSync('strace', ['-V']).status === 0

/** Where in the system calls of a server a text is written to its log file, synced, and sent to a socket. */
interface Order {
  readonly written: number
  readonly synced: number
  readonly sent: number
}

/** The lines are in the order of the kernel; a sync counts where it returns. */
function orderOf(calls: readonly string[], id: string): Order {
  const written = calls.findIndex(call => /pwrite64|pwritev/.test(call) && call.includes(id))
  const synced = calls.findIndex(
    (call, at) => at > written && /f(data)?sync(\(|.*resumed)/.test(call) && /= 0$/.test(call),
  )
  const sent = calls.findIndex(
    (call, at) => at > written && /\b(write|writev|sendto|sendmsg)\(/.test(call) && call.includes(id),
  )
  return { written, synced, sent }
}

/** Attaches to every thread of a process; resolves when it listens. */
async function traced(pid: number, file: string) {
  const child = spawn(
    'strace',
    [
      '-f',
      '-y',
      '-s',
      '65536',
      '-e',
      'trace=pwrite64,pwritev,fsync,fdatasync,write,writev,sendto,sendmsg',
      '-o',
      file,
      '-p',
      String(pid),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const attached = await new Promise<boolean>(resolve => {
    child.stderr.on('data', (text: Buffer) => {
      if (text.includes('attached')) resolve(true)
    })
    child.once('exit', () => resolve(false))
  })
  const end = async () => {
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGINT')
    await gone
  }
  return attached ? end : undefined
}

test('[J19] no command is answered before its event was written and synced to the disk', async ({ skip }) => {
  if (!strace) return skip('there is no strace here')
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-fsync-'))
  const file = join(dataDir, 'calls.txt')
  const server = new ServerProcess(dataDir)
  try {
    await server.start()
    const base = `http://127.0.0.1:${server.port}`
    const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
    const { code } = await openClass(browser, { title: 'Sync', place: 'remote' })
    const trainee = await joinClass(base, code, 'Ana')
    await trainee.until(it => it.seat)
    const end = await traced(server.pid, file)
    if (end === undefined) return skip('this machine does not let strace attach')
    const ids = Array.from(
      { length: COMMANDS },
      (_, n) => `synced-command-${n}-${n % 2 === 0 ? 'call' : 'end'}`,
    )
    for (const [n, id] of ids.entries()) {
      const answer =
        n % 2 === 0
          ? await trainee.act('CallHelp', {}, id)
          : await trainee.act('EndHelp', { person: trainee.person }, id)
      expect(answer).toMatchObject({ ok: true })
    }
    trainee.close()
    await end()
    const calls = (await readFile(file, 'utf8')).split('\n')
    for (const id of ids) {
      const { written, synced, sent } = orderOf(calls, id)
      expect(written, `${id} was written to the log`).toBeGreaterThanOrEqual(0)
      expect(synced, `${id} was synced after that`).toBeGreaterThan(written)
      expect(sent, `${id} was answered after that`).toBeGreaterThan(synced)
    }
  } finally {
    await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}, 60_000)

test('[J19] an answer that came too early would be seen', () => {
  const calls = [
    '10 sendto(21<socket>, "42[\\"answers\\",{\\"id\\":\\"synced-1\\"}]", 40) = 40',
    '11 pwrite64(5<evenkeel.db-wal>, "synced-1", 8, 0) = 8',
    '11 fdatasync(5<evenkeel.db-wal> <unfinished ...>',
    '10 write(22<socket>, "synced-1", 8) = 8',
    '11 <... fdatasync resumed>) = 0',
  ]
  const { written, synced, sent } = orderOf(calls, 'synced-1')
  expect({ written, synced, sent }).toEqual({ written: 1, synced: 4, sent: 3 })
})

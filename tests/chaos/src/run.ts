import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClassEvent } from '@evenkeel/classroom'
import { openStore } from '@evenkeel/server'
import { Seeded } from '@evenkeel/simulant'
import { cardSecrets } from './card-secrets.ts'
import { check } from './check/check.ts'
import type { Evidence, Violation } from './check/evidence.ts'
import type { Crowd } from './crowd.ts'
import { bring, FAULTS, type Fault } from './faults/faults.ts'
import { ServerProcess } from './faults/server-process.ts'
import { TcpProxy } from './faults/tcp-proxy.ts'
import { Load, playingCrowd } from './load.ts'
import { watchOwnDelay } from './own-delay.ts'
import type { Bug } from './planted/planted-bugs.ts'

export interface RunOptions {
  readonly seed: number
  /** How many faults, one after the other. */
  readonly faults: number
  /** Left out: chosen by the seed from all of them. */
  readonly only?: readonly Fault[]
  /** Exactly these, in this order, in place of those that the seed would choose. */
  readonly schedule?: readonly Fault[] | undefined
  readonly bug?: Bug
  /** ms that a process is frozen at most. */
  readonly longest?: number
  readonly told?: (what: string) => void
}

export interface Ran {
  readonly evidence: Evidence
  readonly violations: readonly Violation[]
  readonly brought: readonly Fault[]
  /** Faults that this machine can't make. */
  readonly impossible: readonly Fault[]
  /** ms that this process waited for its turn, p99, while the class played. */
  readonly ownDelay: number
}

/** A class plays in a real server behind a proxy while one thing after the other breaks; then everything is compared. */
export async function run({
  seed,
  faults,
  only = FAULTS,
  schedule,
  bug,
  longest = 2_000,
  told = () => {},
}: RunOptions): Promise<Ran> {
  const seeded = new Seeded(seed)
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-chaos-'))
  const server = new ServerProcess(dataDir, bug)
  const proxy = new TcpProxy()
  let crowd: Crowd | undefined
  const brought: Fault[] = []
  const impossible: Fault[] = []
  try {
    await server.start()
    const base = `http://127.0.0.1:${await proxy.listen(() => [server.port])}`
    crowd = await playingCrowd(base)
    const load = new Load(crowd)
    load.begin()
    const scene = { crowd, server, proxy, seeded, longest, load: (answers: number) => load.more(answers) }
    const ownDelay = watchOwnDelay()
    await load.more(60)
    for (let n = 0; n < (schedule?.length ?? faults); n += 1) {
      const fault = schedule === undefined ? only[seeded.below(only.length)] : schedule[n]
      if (fault === undefined) break
      told(fault)
      const done = await bring[fault](scene)
      ;(done ? brought : impossible).push(fault)
      await load.more(40)
    }
    await load.end()
    await crowd.quiet()
    const delay = ownDelay()
    const devices = crowd.devices()
    crowd.end()
    await server.kill()
    const { classId } = crowd.opened
    const journal = await journalIn(dataDir, classId)
    const evidence = { classId, journal, commands: crowd.commands, devices, secrets: await cardSecrets() }
    return { evidence, violations: check(evidence), brought, impossible, ownDelay: delay }
  } finally {
    crowd?.end()
    await server.kill()
    await proxy.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function journalIn(dataDir: string, classId: string): Promise<readonly ClassEvent[]> {
  const store = await openStore(dataDir)
  try {
    // Written by this version of the server, so there is nothing to lift.
    return (await store.journal.read(classId, 0)) as readonly ClassEvent[]
  } finally {
    await store.close()
  }
}

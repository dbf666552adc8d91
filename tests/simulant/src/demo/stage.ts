import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCards } from '@evenkeel/playbook/cards'
import { Seeded } from '@evenkeel/rehearsal'
import {
  type Chance,
  type Clock,
  createServer,
  listen,
  openStore,
  type Store,
  silentLog,
  systemChance,
} from '@evenkeel/server'

export interface Stage {
  readonly base: string
  readonly port: number
  readonly store: Store
  readonly passcode: string
  /** A new single-use address that signs an instructor in. */
  link(): Promise<string>
  /** Stops the server and removes its data. */
  strike(): Promise<void>
}

const webDir = fileURLToPath(new URL('../../../../apps/web/out', import.meta.url))

/**
 * `seed`: makes the planner's choices repeatable. It makes tokens repeatable too, so it is for a server that only this
 * machine can reach.
 */
export interface StagePlan {
  readonly clock: Clock
  readonly port: number
  readonly host?: string
  readonly seed?: number
}

function chanceOf(seed: number | undefined): Chance {
  if (seed === undefined) return systemChance
  const seeded = new Seeded(seed)
  return { bytes: count => Buffer.from(Array.from({ length: count }, () => seeded.below(256))) }
}

/** A real server over a data folder of its own, which is gone afterwards: nothing simulated mixes with real classes. */
export async function setUp({ clock, port, host, seed }: StagePlan): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-demo-'))
  const store = await openStore(dataDir)
  const passcode = randomBytes(12).toString('base64url')
  const cards = new Map(loadCards().map(({ hash, card }) => [hash, card]))
  let listening = port
  const server = await createServer({
    store,
    clock,
    chance: chanceOf(seed),
    library: { cards },
    log: silentLog,
    passcode,
    onlySimulated: true,
    webDir: existsSync(webDir) ? webDir : undefined,
    addresses: () => [`http://localhost:${listening}`],
  })
  const strike = async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    listening = await listen(server.http, port, host)
  } catch (error) {
    await strike()
    throw error
  }
  const base = `http://localhost:${listening}`
  return { base, port: listening, store, passcode, link: async () => `${base}${await server.link()}`, strike }
}

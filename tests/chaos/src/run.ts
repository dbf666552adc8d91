import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClassEvent } from '@evenkeel/classroom'
import { loadCards } from '@evenkeel/playbook/cards'
import { openStore } from '@evenkeel/server'
import { openClass, Seeded, signIn } from '@evenkeel/simulant'
import { check } from './check/check.ts'
import type { Evidence, Secret, Violation } from './check/evidence.ts'
import { Crowd, type Member } from './crowd.ts'
import { bring, FAULTS, type Fault } from './faults/faults.ts'
import { ServerProcess } from './faults/server-process.ts'
import { TcpProxy } from './faults/tcp-proxy.ts'
import { PASSCODE } from './passcode.ts'
import type { Bug } from './planted-bugs.ts'

export interface RunOptions {
  readonly seed: number
  /** How many faults, one after the other. */
  readonly faults: number
  /** Left out: chosen by the seed from all of them. */
  readonly only?: readonly Fault[]
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
}

const PEOPLE = 6
/** Commands that each player has on the way at once. */
const AT_ONCE = 2

/** A class plays in a real server behind a proxy while one thing after the other breaks; then everything is compared. */
export async function run({
  seed,
  faults,
  only = FAULTS,
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
    const base = `http://127.0.0.1:${await proxy.listen(server.port)}`
    crowd = await playingCrowd(base)
    const load = new Load(crowd)
    load.begin()
    const scene = { crowd, server, proxy, seeded, longest, load: (answers: number) => load.more(answers) }
    await load.more(60)
    for (let n = 0; n < faults; n += 1) {
      const fault = only[seeded.below(only.length)]
      if (fault === undefined) break
      told(fault)
      const done = await bring[fault](scene)
      ;(done ? brought : impossible).push(fault)
      await load.more(40)
    }
    await load.end()
    await crowd.quiet()
    const devices = crowd.devices()
    crowd.end()
    await server.kill()
    const { classId } = crowd.opened
    const journal = await journalIn(dataDir, classId)
    const evidence = { classId, journal, commands: crowd.commands, devices, secrets: await cardSecrets() }
    return { evidence, violations: check(evidence), brought, impossible }
  } finally {
    crowd?.end()
    await server.kill()
    await proxy.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function playingCrowd(base: string): Promise<Crowd> {
  const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
  const crowd = new Crowd(await openClass(browser, { title: 'Chaos', place: 'remote' }))
  for (let n = 1; n <= PEOPLE; n += 1) await crowd.join(`Trainee ${n}`)
  const { instructor, members } = crowd
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round: 1 })
  for (const { device } of members) await device.until(it => it.seat?.room)
  for (const { device } of members) if (device.place) await device.do('Ready', { place: device.place })
  for (const { device } of members) await device.until(it => it.seat?.room?.phase.name === 'scene')
  return crowd
}

/** Everybody does what their seat does, as fast as they are answered, until it is ended. */
class Load {
  readonly #crowd: Crowd
  #answered = 0
  #going = true
  #working: Promise<void>[] = []
  readonly #waiting = new Set<() => void>()

  constructor(crowd: Crowd) {
    this.#crowd = crowd
  }

  begin(): void {
    this.#working = this.#crowd.members.flatMap(member =>
      Array.from({ length: AT_ONCE }, (_, lane) => this.#play(member, lane)),
    )
  }

  async #play(member: Member, lane: number): Promise<void> {
    for (let n = 1; this.#going; n += 1) {
      const { place } = member.device
      // A tab that was loaded anew has no seat for a moment.
      if (place === undefined) await member.device.until(it => !this.#going || it.place)
      else {
        await this.#one(member, place, `${member.person} ${lane} ${n}`)
        this.#answered += 1
        for (const look of this.#waiting) look()
      }
    }
  }

  #one(member: Member, place: NonNullable<Member['device']['place']>, text: string) {
    return place.seat === 'observer'
      ? this.#crowd.act(member, 'Mark', { place, mark: 'helped' })
      : this.#crowd.act(member, 'Speak', { place, how: 'say', text })
  }

  /** Resolves when so many more commands were answered. */
  more(answers: number): Promise<void> {
    const goal = this.#answered + answers
    return new Promise(resolve => {
      const look = () => {
        if (this.#answered < goal) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  async end(): Promise<void> {
    this.#going = false
    await Promise.all(this.#working)
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

/** The sentences of the cards that one seat has and another must not. */
async function cardSecrets(): Promise<Secret[]> {
  return (await loadCards()).flatMap(({ card }) => [
    { text: JSON.stringify(card.customer.need).slice(1, -1), of: `the need of ${card.id}` },
    ...card.customer.ifAsked.map(text => ({
      text: JSON.stringify(text).slice(1, -1),
      of: `a fact of ${card.id}`,
    })),
    ...card.officer.limits.map(text => ({
      text: JSON.stringify(text).slice(1, -1),
      of: `a limit of ${card.id}`,
    })),
  ])
}

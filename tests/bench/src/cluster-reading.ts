import { loadCards } from '@evenkeel/playbook/cards'
import { createServer, listen, openRedisStore, silentLog, systemChance, systemClock } from '@evenkeel/server'
import { instruct, joinClass, openClass, type Simulant, signIn } from '@evenkeel/simulant'
import { PASSCODE } from './passcode.ts'
import { redisBeside } from './redis-beside.ts'

export interface ReadingFigures {
  readonly servers: number
  readonly classes: number
  /** Events that were appended during the measured part. */
  readonly events: number
  /** Entries that servers read and parsed for them, by events times servers that hold the class and did not write it. NaN where that is none. */
  readonly perEntryNeeded: number
  /** The same by event. */
  readonly perEvent: number
  /**
   * Entries that came into a server's state, written there or read, over entries that some server needs: one for the server that
   * wrote, one for each other that holds the class. With each class at one server it is 1 and what is read in vain.
   */
  readonly decodedPerNeeded: number
  /** Lines acknowledged in a second, everybody sending the next as soon as the last of all is answered. */
  readonly linesPerSecond: number
  /** ms from sending a line until it is acknowledged. */
  readonly acknowledged: { readonly p50: number; readonly p99: number }
}

/** Rounds as fast as they are answered: for the pace. */
const LINES = 10
/** Then seconds at a pace that devices are let through with, a round each so many ms: servers look at what they follow every two seconds. */
const SECONDS = 9
const ROUND = 100

/**
 * How much several servers read of what the others wrote: each class at one server, or its people spread over all. The
 * servers and the people share one process, so a pace measured here is what more servers cost, not what they carry.
 */
export async function clusterReading(
  servers: number,
  classes: number,
  affinity: boolean,
): Promise<ReadingFigures> {
  const redis = await redisBeside()
  const library = { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) }
  const start = async () => {
    const store = await openRedisStore({ url: redis.url, clock: systemClock, failed: () => {} })
    const parts = { clock: systemClock, chance: systemChance, log: silentLog, passcode: PASSCODE }
    const server = await createServer({ ...parts, store, library, addresses: () => [] })
    return { server, store, base: `http://127.0.0.1:${await listen(server.http, 0, '127.0.0.1')}` }
  }
  const nodes = await Promise.all(Array.from({ length: servers }, start))
  const baseOf = (of: number, person: number) => nodes[(affinity ? of : of + person) % servers]?.base ?? ''
  const scenes: Simulant[][] = []
  const ids: string[] = []
  for (let n = 0; n < classes; n++) {
    const opened = await openClass(await signIn(baseOf(n, 0), { name: 'Bench', passcode: PASSCODE }), {
      title: 'Bench',
      place: 'remote',
    })
    const instructor = instruct(opened)
    const people: Simulant[] = []
    for (let p = 1; p <= 2; p++) people.push(await joinClass(baseOf(n, p), opened.code, `Trainee ${p}`))
    await instructor.until(it => it.console)
    await instructor.do('PlanRound', {})
    await instructor.do('StartRound', { round: 1 })
    for (const person of people) {
      const place = await person.until(it => it.place)
      await person.do('Ready', { place })
    }
    for (const person of people) await person.until(it => it.seat?.room?.phase.name === 'scene')
    scenes.push([...people, instructor])
    ids.push(opened.classId)
  }
  const count = async () => {
    let events = 0
    for (const id of ids) events += (await nodes[0]?.store.journal.head(id))?.seq ?? 0
    return { events, decoded: nodes.reduce((sum, { store }) => sum + store.journal.decoded, 0) }
  }
  const before = await count()
  const took: number[] = []
  let rounds = 0
  const round = () => {
    rounds++
    return Promise.all(
      scenes.flatMap(people =>
        people.slice(0, 2).map(async person => {
          const place = await person.until(it => it.place)
          const sent = performance.now()
          await person.do('Speak', { place, how: 'say', text: `line ${rounds}` })
          return performance.now() - sent
        }),
      ),
    )
  }
  const began = performance.now()
  while (rounds < LINES) took.push(...(await round()))
  const seconds = (performance.now() - began) / 1_000
  const end = performance.now() + SECONDS * 1_000
  while (performance.now() < end) {
    const next = performance.now() + ROUND
    await round()
    await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())))
  }
  for (const people of scenes) {
    for (const person of people.slice(0, 2))
      await person.until(it => it.seat?.room?.scenes[0]?.lines.length === 2 * rounds)
  }
  const after = await count()
  for (const people of scenes) for (const person of people) person.close()
  for (const { server } of nodes) await server.stop()
  await redis.end()
  const events = after.events - before.events
  const decoded = after.decoded - before.decoded
  const others = affinity ? 0 : Math.min(servers, 3) - 1
  return {
    servers,
    classes,
    events,
    perEntryNeeded: others === 0 ? Number.NaN : decoded / (events * others),
    perEvent: decoded / events,
    decodedPerNeeded: decodedPerNeeded(events, decoded, others),
    linesPerSecond: took.length / seconds,
    acknowledged: { p50: share(took, 0.5), p99: share(took, 0.99) },
  }
}

/** `others`: servers beside the writer that hold the class. What is written is needed once where it is written. */
export const decodedPerNeeded = (events: number, read: number, others: number): number =>
  (events + read) / (events * (1 + others))

const share = (times: readonly number[], of: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * of))] ?? Number.NaN

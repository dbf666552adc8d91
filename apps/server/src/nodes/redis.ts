import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { run } from '../redis/script.ts'
import type { ClassLine, Gap, Nodes } from './port.ts'
import { BEAT, END, TAKE_OVERDUE } from './redis-scripts.ts'
import { type ClassTold, classTold, type DeploymentTold, deploymentTold } from './told.ts'

const BEAT_EVERY = 1_000
/** ms without a sign of life after which a server counts as dead. */
const DEAD_AFTER = 5_000
const MOST_GAPS = 200
/** ms that a deadline may be late before another server sees to it, and ms that this one then has for it. */
const LATE = 3_000
const TAKEN_FOR = 5_000

export interface RedisNodesParts {
  readonly client: RedisClient
}

/** Several servers on one Redis. What is told goes over sharded channels, which promise nothing. */
export class RedisNodes implements Nodes {
  readonly id = randomUUID()
  readonly shared = true
  readonly beatEvery = BEAT_EVERY
  readonly #client: RedisClient
  #known = 0
  /** Deadlines that could not be noted yet. */
  readonly #unnoted = new Map<string, number | undefined>()
  /** What is being noted right now, by its number: an older word that fails late is not tried again. */
  readonly #noting = new Map<string, number>()
  #words = 0

  constructor({ client }: RedisNodesParts) {
    this.#client = client
  }

  async begin(now: number): Promise<readonly Gap[]> {
    const gaps = await this.#beat(now)
    this.#known = gaps.at(-1)?.to ?? 0
    return gaps
  }

  async beat(now: number): Promise<readonly Gap[]> {
    const gaps = (await this.#beat(now)).filter(({ to }) => to > this.#known)
    this.#known = gaps.at(-1)?.to ?? this.#known
    for (const [classId, at] of this.#unnoted) {
      this.#unnoted.delete(classId)
      this.setDue(classId, at)
    }
    return gaps
  }

  /** How many servers gave a sign of life lately. */
  async living(now: number): Promise<number> {
    return this.#client.zCount(keys.nodes, now - DEAD_AFTER, '+inf')
  }

  async #beat(now: number): Promise<Gap[]> {
    const args = [this.id, String(now), String(DEAD_AFTER), String(MOST_GAPS)]
    const lines = await run(this.#client, BEAT, [keys.nodes, keys.nodesAlive, keys.gaps], args)
    return (Array.isArray(lines) ? lines : []).map(line => {
      const [from, to] = String(line).split(' ').map(Number)
      return { from: from ?? 0, to: to ?? 0, noted: true }
    })
  }

  async end(now: number): Promise<void> {
    await run(this.#client, END, [keys.nodes, keys.nodesAlive], [this.id, String(now)])
  }

  join(classId: string, hear: (from: string, told: ClassTold) => void): ClassLine {
    const channel = keys.told(classId)
    const line = this.#client.channels.listen(channel, message => {
      const heard = this.#read(classTold, message)
      if (heard !== undefined) hear(heard.from, heard.told)
    })
    return { ...line, tell: told => this.#tell(channel, told) }
  }

  tellAll(told: DeploymentTold): void {
    this.#tell(keys.toldAll, told)
  }

  hearAll(hear: (told: DeploymentTold) => void): void {
    this.#client.channels.listen(keys.toldAll, message => {
      const heard = this.#read(deploymentTold, message)
      if (heard !== undefined) hear(heard.told)
    })
  }

  whenDeaf(look: () => void): void {
    this.#client.channels.whenDeaf(look)
  }

  setDue(classId: string, at: number | undefined): void {
    this.#words += 1
    const word = this.#words
    this.#noting.set(classId, word)
    this.#unnoted.delete(classId)
    const noted =
      at === undefined
        ? this.#client.zRem(keys.due, classId)
        : this.#client.zAdd(keys.due, { score: at, value: classId })
    const newest = () => this.#noting.get(classId) === word && this.#noting.delete(classId)
    noted.then(newest, () => {
      if (newest()) this.#unnoted.set(classId, at)
    })
  }

  async takeOverdue(now: number): Promise<readonly string[]> {
    const args = [String(now - LATE), String(now + TAKEN_FOR)]
    const ids = await run(this.#client, TAKE_OVERDUE, [keys.due], args)
    return Array.isArray(ids) ? ids.map(String) : []
  }

  #tell(channel: string, told: ClassTold | DeploymentTold): void {
    this.#client.sPublish(channel, JSON.stringify({ from: this.id, told })).catch(() => {})
  }

  /** Undefined for this server's own messages, and for what has no shape that this release knows. */
  #read<T>(schema: z.ZodType<T>, message: string): { from: string; told: T } | undefined {
    const opened = parseEnvelope(message)
    if (opened === undefined || opened.from === this.id) return undefined
    const parsed = schema.safeParse(opened.told)
    return parsed.success ? { from: opened.from, told: parsed.data } : undefined
  }
}

const envelope = z.object({ from: z.string().max(64), told: z.unknown() })

function parseEnvelope(message: string): z.infer<typeof envelope> | undefined {
  try {
    return envelope.parse(JSON.parse(message))
  } catch {
    return undefined
  }
}

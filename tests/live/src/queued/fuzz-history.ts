import { type ClassEvent, fold, presetFor, type Settings, unopened, viewOf } from '@evenkeel/classroom'
import { parseCommand, wire } from '@evenkeel/protocol'
import { alone, CardLibrary, Classes, Connection, createMemoryStore, type Library } from '@evenkeel/server'
import { Seeded } from '@evenkeel/simulant'
import { DrivenClock } from '../harness/driven-clock.ts'
import { seededChance } from '../harness/parts.ts'
import { chooseCommand } from './choose-command.ts'
import { HeldJournal } from './held-journal.ts'
import { QueuedClient } from './queued-client.ts'
import { QueuedNetwork, QueuedWire } from './queued-network.ts'

/** Lets everything run that waits for no message and no append. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve))

export interface PlayedHistory {
  readonly events: number
  readonly steps: number
}

/**
 * One seeded history: many clients on queued wires, an append always under the test's hand, drops, rejoins, restarts with
 * an append in flight. At the end everything is let through and must have come together. If not, the same seed is played
 * again up to each earlier step, and it throws with the seed, the shortest beginning that fails and its steps, ready to be
 * kept in `failed-once.test.ts`.
 */
export async function fuzzHistory(seed: number, library: Library): Promise<PlayedHistory> {
  try {
    return await playHistory(seed, library)
  } catch (error) {
    const shortest = await shortestThatFails(LONGEST, length => playHistory(seed, library, length))
    throw shortest ?? error
  }
}

/** The error of the shortest beginning that throws; undefined if none below `longest` does. */
export async function shortestThatFails(
  longest: number,
  play: (length: number) => Promise<unknown>,
): Promise<unknown> {
  for (let length = 1; length < longest; length++) {
    try {
      await play(length)
    } catch (error) {
      return error
    }
  }
  return undefined
}

/** `length`: how many steps of the history are played; all of them when left out. */
export async function playHistory(seed: number, library: Library, length?: number): Promise<PlayedHistory> {
  const history = new FuzzHistory(seed, library)
  try {
    await history.open()
    await history.play(length)
    await history.heal()
    history.check()
    return { events: history.events.length, steps: history.steps.length }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const played = length === undefined ? '' : `, first ${length} steps`
    throw new Error(`seed ${seed}${played}: ${cause}\nlast steps: ${history.steps.slice(-40).join(' ')}`, {
      cause: error,
    })
  }
}

/** Steps of the longest history. */
const LONGEST = 150

class FuzzHistory {
  readonly steps: string[] = []
  events: readonly ClassEvent[] = []
  readonly #seeded: Seeded
  readonly #seed: number
  readonly #library: Library
  readonly #clock = new DrivenClock()
  readonly #store = createMemoryStore()
  readonly #clients: QueuedClient[] = []
  readonly #connections = new Map<QueuedClient, Connection>()
  #network = new QueuedNetwork()
  #held = new HeldJournal(this.#store.journal)
  #classes: Classes
  #classId = ''
  #starts = 0
  #wires = 0

  constructor(seed: number, library: Library) {
    this.#seed = seed
    this.#seeded = new Seeded(seed)
    this.#library = library
    this.#classes = this.#start()
  }

  #start(): Classes {
    this.#network = new QueuedNetwork()
    this.#held = new HeldJournal(this.#store.journal)
    return new Classes({
      journal: this.#held.journal,
      people: this.#store.people,
      claims: this.#store.claims,
      clock: this.#clock,
      chance: seededChance(this.#seed + this.#starts++),
      cards: new CardLibrary(this.#library),
      io: this.#network,
      grace: 30_000,
      looksAfter: async () => true,
      nodes: alone(this.#store.journal),
      failed: (what, cause) => {
        throw new Error(`${what}: ${cause}`)
      },
    })
  }

  /** Lets a promise come to its end while appends are let through. */
  async #finish<T>(promise: Promise<T>): Promise<T> {
    let done = false
    const ended = promise.finally(() => {
      done = true
    })
    while (!done) {
      await settled()
      await this.#held.release()
    }
    return ended
  }

  async open(): Promise<void> {
    const place = this.#seeded.maybe(0.7) ? 'remote' : 'same-room'
    const settings: Settings = presetFor({ kind: 'practice', place, minutes: 60 }, [])
    const instructor = { id: 'ines', name: 'Ines' }
    const opened = await this.#finish(
      this.#classes.open({ title: 'Fuzz', settings, language: 'en', instructor }),
    )
    if (!opened.ok) throw new Error(opened.say)
    this.#classId = opened.classId
    const record = {
      classId: opened.classId,
      code: 'BCDFGH',
      title: 'Fuzz',
      ownerId: 'ines',
      openedAt: this.#clock.now(),
    }
    await this.#store.people.putClass(record)
    const people = 2 + this.#seeded.below(5)
    for (let n = 1; n <= people; n++) {
      const request = { classId: opened.classId, name: `T${n}`, request: `request-${n}` }
      const joined = await this.#finish(this.#classes.join(request))
      if (!joined.ok) throw new Error(joined.say)
    }
    for (let n = 1; n <= people + 1; n++) {
      const client = new QueuedClient(`p${n}`)
      this.#clients.push(client)
      await this.#connect(client)
    }
  }

  async #connect(client: QueuedClient): Promise<void> {
    const hub = await this.#classes.hub(this.#classId)
    if (hub === undefined) throw new Error('the class is gone')
    const line = new QueuedWire(`w${++this.#wires}`)
    this.#network.wires.add(line)
    const kind = client.person === 'p1' ? 'instructor' : 'person'
    const connection = new Connection(line, { kind, person: client.person })
    this.#connections.set(client, connection)
    hub.enter(connection)
    client.connected(line)
  }

  async #drop(client: QueuedClient): Promise<void> {
    const connection = this.#connections.get(client)
    this.#connections.delete(client)
    client.wire?.disconnect()
    client.lost()
    if (connection !== undefined) (await this.#classes.hub(this.#classId))?.leave(connection)
  }

  /** kill -9: nothing is said to anybody, one append may be in flight. */
  async #restart(): Promise<void> {
    const fate = this.#seeded.maybe(0.5) ? 'written' : 'lost'
    await this.#held.die(fate)
    for (const client of this.#clients) client.lost()
    this.#connections.clear()
    const gone = this.#classes
    // Its clocks must not go on in this process; a real one ends with its process.
    for (const wire of this.#network.wires) wire.disconnect()
    await gone.stop()
    this.#clock.advance(this.#seeded.below(60_000))
    this.#classes = this.#start()
    const now = this.#clock.now()
    await this.#finish(this.#classes.wakeUp([{ from: now - 1_000, to: now, noted: false }], now))
  }

  async #up(client: QueuedClient): Promise<void> {
    const message = client.up.shift()
    const connection = this.#connections.get(client)
    const hub = await this.#classes.hub(this.#classId)
    if (message === undefined || connection === undefined || hub === undefined) return
    const body: unknown = JSON.parse(message.text)
    if (message.name === 'follow') {
      const { sub, cursor } = wire.follow.parse(body)
      hub.follow(connection, sub, cursor)
      return
    }
    const parsed = parseCommand(body)
    if (!parsed.ok) throw new Error(parsed.say)
    hub.carryOut(connection, parsed.command)
  }

  #down(client: QueuedClient): void {
    const message = client.wire?.down.shift()
    if (message !== undefined) client.hear(message)
  }

  async play(most = LONGEST): Promise<void> {
    const length = Math.min(most, 60 + this.#seeded.below(90))
    for (let n = 0; n < length; n++) {
      await this.#step()
      await settled()
    }
  }

  async #step(): Promise<void> {
    const client = this.#seeded.pick(this.#clients)
    const dice = this.#seeded.next()
    if (dice < 0.34) {
      const state = (await this.#classes.hub(this.#classId))?.live.state
      const chosen = state && chooseCommand(client.person, client.seat, state, this.#seeded)
      if (chosen === undefined) return
      this.steps.push(`${client.person}:${chosen.type}`)
      client.act(chosen.type, chosen.data)
    } else if (dice < 0.58) {
      this.steps.push(`${client.person}^`)
      await this.#up(client)
    } else if (dice < 0.78) {
      this.steps.push(`${client.person}v`)
      this.#down(client)
    } else if (dice < 0.91) {
      this.steps.push('append')
      await this.#held.release()
    } else if (dice < 0.95) {
      if (client.wire === undefined) {
        this.steps.push(`${client.person}+`)
        await this.#connect(client)
      } else {
        this.steps.push(`${client.person}-`)
        await this.#drop(client)
      }
    } else if (dice < 0.985) {
      const ms = this.#seeded.below(90_000)
      this.steps.push(`+${ms}ms`)
      this.#clock.advance(ms)
    } else {
      this.steps.push('restart')
      await this.#restart()
    }
  }

  /** Everybody comes back and everything is let through until nothing moves any more. */
  async heal(): Promise<void> {
    for (const client of this.#clients) if (client.wire === undefined) await this.#connect(client)
    for (let quiet = 0; quiet < 3; ) {
      const moved =
        this.#held.waiting > 0 ||
        this.#clients.some(client => client.up.length > 0 || client.wire?.down.length)
      await this.#held.release()
      for (const client of this.#clients) {
        await this.#up(client)
        this.#down(client)
      }
      await settled()
      quiet = moved ? 0 : quiet + 1
    }
    this.events = (await this.#store.journal.read(this.#classId, 0)) as readonly ClassEvent[]
  }

  check(): void {
    const state = fold(unopened(this.#classId), this.events)
    this.events.forEach((event, index) => {
      if (event.seq !== index + 1) throw new Error(`seq ${event.seq} stands at ${index + 1}`)
    })
    const first = new Map<string, number>()
    for (const [index, { actor, commandId }] of this.events.entries()) {
      const key = `${actor} ${commandId}`
      const known = first.get(key)
      const before = this.events[index - 1]
      const together = before?.actor === actor && before.commandId === commandId
      if (known !== undefined && !together) throw new Error(`${key} was carried out twice`)
      first.set(key, known ?? index)
    }
    for (const client of this.#clients) {
      if (client.outbox.size > 0)
        throw new Error(`${client.person} has ${client.outbox.size} commands without an answer`)
      const expected = inOrder(viewOf({ kind: 'person', person: client.person }, state))
      const seen = inOrder(client.view.view)
      if (seen !== expected) throw new Error(`${client.person} sees ${seen}\nand should see ${expected}`)
      this.#checkAnswers(client, first)
    }
    this.#checkLines()
  }

  /** What was acknowledged with events is in the journal; what was refused is not. */
  #checkAnswers(client: QueuedClient, journaled: ReadonlyMap<string, number>): void {
    for (const [id, answer] of client.answers) {
      const at = journaled.get(`${client.person} ${id}`)
      if (!answer.ok && at !== undefined) throw new Error(`${id} was refused and carried out`)
      if (answer.ok && at !== undefined && answer.seq !== at + 1)
        throw new Error(`${id} was answered with another seq`)
    }
  }

  /** Each person's lines stand once and in the order in which their device sent them. */
  #checkLines(): void {
    const last = new Map<string, number>()
    for (const event of this.events) {
      if (event.type !== 'LineSaid') continue
      const number = Number(event.commandId.split('-').at(-1))
      const key = `${event.actor} ${event.data.scene}`
      if (number <= (last.get(key) ?? 0)) throw new Error(`a line of ${key} is out of order`)
      last.set(key, number)
    }
  }
}

/** As JSON, with sorted keys: folding may leave them in another order than building the view does. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !('toJSON' in inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

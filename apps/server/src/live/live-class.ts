import {
  type ClassEvent,
  type ClassState,
  type Command,
  decide,
  evolve,
  type PersonId,
  stamp,
  unopened,
} from '@evenkeel/classroom'
import type { WireRefusal } from '@evenkeel/protocol'
import { type Chance, chanceNumber } from '../chance.ts'
import type { Clock } from '../clock.ts'
import type { AppendResult, Journal, NameWrite } from '../journal/port.ts'
import { Answered } from './answered.ts'
import { eventsAfter } from './class-log.ts'
import type { Name, Outcome, Request, Step } from './request.ts'

interface Waiting {
  readonly request: Request
  readonly answer: (outcome: Outcome) => void
}

export interface LiveClassParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly chance: Chance
  readonly library: Command['library']
  readonly offered?: Command['offered']
  /** Called with what became durable, before the commands that caused it are answered. */
  readonly publish: (steps: readonly Step[]) => void
  readonly failed: (what: string, cause: unknown) => void
}

/** So that one append never holds up everybody else's for long. */
const MOST_IN_A_BATCH = 256
/** Other writers can win this often before a command is given up. */
const MOST_TRIES = 8

const cannotSave: WireRefusal = {
  ok: false,
  kind: 'cannot-save',
  say: "The server can't save right now. Try again.",
}

/**
 * One class in memory: its committed state, and the single line in which commands become events.
 *
 * One append is in flight at a time. Commands that arrive meanwhile wait, are then decided in order, each on the
 * committed state plus the earlier events of their batch, and are appended as one. Nothing is published or answered
 * before it is durable; a refusal is answered after the batch that it was decided behind.
 */
export class LiveClass {
  readonly classId: string
  readonly #parts: LiveClassParts
  readonly #answered = new Answered()
  readonly names = new Map<PersonId, Name>()
  #state: ClassState
  #epoch: string
  #waiting: Waiting[] = []
  #busy = false

  private constructor(classId: string, epoch: string, parts: LiveClassParts) {
    this.classId = classId
    this.#parts = parts
    this.#epoch = epoch
    this.#state = unopened(classId)
  }

  /** A class that has no event yet. */
  static async create(classId: string, parts: LiveClassParts): Promise<LiveClass> {
    const { epoch } = await parts.journal.create(classId)
    return new LiveClass(classId, epoch, parts)
  }

  /**
   * Folds a class from its journal; undefined if there is none. `recent` hears the newest events with their states, so
   * that clients with a recent cursor need no snapshot after a restart.
   */
  static async load(
    classId: string,
    parts: LiveClassParts,
    names: readonly { readonly personId: string; readonly nameVersion: number; readonly name: string }[],
    recent: (step: Step) => void,
  ): Promise<LiveClass | undefined> {
    const head = await parts.journal.head(classId)
    if (head === undefined) return undefined
    const live = new LiveClass(classId, head.epoch, parts)
    for (const { personId, nameVersion, name } of names)
      live.names.set(personId, { name, version: nameVersion })
    for await (const event of eventsAfter(parts.journal, classId, 0)) {
      const before = live.#state
      live.#take(event)
      if (event.seq > head.seq - RECENT) recent({ event, before, after: live.#state })
    }
    return live
  }

  get state(): ClassState {
    return this.#state
  }

  get epoch(): string {
    return this.#epoch
  }

  /** True while commands wait or an append is in flight. */
  get busy(): boolean {
    return this.#busy
  }

  /** Resolves when the command's events are durable and published, or when it is refused. Never rejects. */
  submit(request: Request): Promise<Outcome> {
    return new Promise(resolve => this.hand(request, resolve))
  }

  /** Like `submit`, but answers within the same turn in which the batch was published. */
  hand(request: Request, answer: (outcome: Outcome) => void): void {
    const seq = this.#answered.get(request.actor, request.id)
    if (seq !== undefined) return answer({ ok: true, seq })
    this.#waiting.push({ request, answer })
    if (!this.#busy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_IN_A_BATCH)
      try {
        await this.#carryOut(batch)
      } catch (error) {
        // A throw is a bug or a store that is gone: nobody waits forever, and nothing half-done stays in memory.
        this.#parts.failed('a batch of commands', error)
        await this.#catchUp().catch(again => this.#parts.failed('catching up', again))
        await this.#settleUnknown(batch)
      }
    }
    this.#busy = false
  }

  async #carryOut(given: readonly Waiting[]): Promise<void> {
    let batch = given
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const decided = this.#decideAll(batch)
      if (decided.steps.length === 0) return decided.answerAll()
      const result = await this.#append(decided.steps, decided.names)
      if (result.ok) {
        this.#commit(decided.steps, decided.names)
        return decided.answerAll()
      }
      switch (result.kind) {
        case 'stale':
          await this.#catchUp()
          break
        case 'duplicate':
          this.#answered.remember(result.actor, result.commandId, result.seq)
          await this.#catchUp()
          break
        case 'unavailable':
          this.#parts.failed('append', result.cause)
          if (result.outcome === 'not-written') return refuseAll(batch)
          await this.#catchUp()
          return this.#settleUnknown(batch)
      }
      batch = this.#answerKnown(batch)
    }
    refuseAll(batch)
  }

  /** Decides each command on the committed state plus the batch's earlier events. */
  #decideAll(batch: readonly Waiting[]) {
    const { clock, chance, library, offered } = this.#parts
    const steps: Step[] = []
    const names: NameWrite[] = []
    const answers: (() => void)[] = []
    const inThisBatch = new Map<string, number>()
    let state = this.#state
    for (const { request, answer } of batch) {
      const key = `${request.actor} ${request.id}`
      const known = this.#answered.get(request.actor, request.id) ?? inThisBatch.get(key)
      if (known !== undefined) {
        answers.push(() => answer({ ok: true, seq: known }))
        continue
      }
      const { name, ...bare } = request
      const command: Command = {
        ...bare,
        at: Math.max(clock.now(), state.at),
        chance: chanceNumber(chance),
        library,
        ...(offered && { offered }),
      }
      const decision = decide(command, state)
      if (!decision.ok) {
        answers.push(() => answer(decision))
        continue
      }
      const seq = decision.events.length === 0 ? state.seq : state.seq + 1
      if (decision.events.length > 0) inThisBatch.set(key, seq)
      answers.push(() => answer({ ok: true, seq }))
      for (const happening of decision.events) {
        const event = stamp(state, happening, command)
        const before = state
        state = evolve(state, event)
        steps.push({ event, before, after: state })
        if (event.type === 'PersonNamed' && name !== undefined) {
          names.push({ personId: event.data.person, nameVersion: event.data.nameVersion, ...name })
        }
      }
    }
    const answerAll = () => {
      for (const answerOne of answers) answerOne()
    }
    return { steps, names, answerAll }
  }

  #append(steps: readonly Step[], names: readonly NameWrite[]): Promise<AppendResult> {
    return this.#parts.journal.append({
      classId: this.classId,
      epoch: this.#epoch,
      expectedSeq: this.#state.seq,
      events: steps.map(step => step.event),
      ...(names.length > 0 && { names }),
    })
  }

  #commit(steps: readonly Step[], names: readonly NameWrite[]): void {
    for (const { personId, nameVersion, name } of names)
      this.names.set(personId, { name, version: nameVersion })
    for (const { event, after } of steps) {
      this.#state = after
      this.#answered.remember(event.actor, event.commandId, event.seq)
    }
    this.#parts.publish(steps)
  }

  #take(event: ClassEvent): void {
    this.#state = evolve(this.#state, event)
    this.#answered.remember(event.actor, event.commandId, event.seq)
  }

  /** Takes in and publishes what another writer, or an append of unknown outcome, has put into the journal. */
  async #catchUp(): Promise<void> {
    const head = await this.#parts.journal.head(this.classId)
    if (head === undefined) throw new Error(`class ${this.classId} is gone from the journal`)
    if (head.epoch !== this.#epoch) {
      this.#epoch = head.epoch
      this.#state = unopened(this.classId)
    }
    const steps: Step[] = []
    for await (const event of eventsAfter(this.#parts.journal, this.classId, this.#state.seq)) {
      const before = this.#state
      this.#take(event)
      steps.push({ event, before, after: this.#state })
    }
    if (steps.length > 0) this.#parts.publish(steps)
  }

  /** Answers those whose command turned out to be stored already; gives back the others. */
  #answerKnown(batch: readonly Waiting[]): readonly Waiting[] {
    return batch.filter(({ request, answer }) => {
      const seq = this.#answered.get(request.actor, request.id)
      if (seq !== undefined) answer({ ok: true, seq })
      return seq === undefined
    })
  }

  /** It is not known whether the batch was written: the journal is asked for each command before it is answered. */
  async #settleUnknown(batch: readonly Waiting[]): Promise<void> {
    for (const { request, answer } of batch) {
      const stored = await this.#parts.journal
        .lookup(this.classId, request.actor, request.id)
        .catch(() => undefined)
      answer(stored === undefined ? cannotSave : { ok: true, seq: stored })
    }
  }
}

/** How many of a class's newest events are published again when it is loaded. */
const RECENT = 512

function refuseAll(batch: readonly Waiting[]): void {
  for (const { answer } of batch) answer(cannotSave)
}

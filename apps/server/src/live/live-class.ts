// long because: the single line of a class is one thing, and all of its steps share the committed state.
import {
  type ClassEvent,
  type ClassState,
  type Command,
  evolve,
  type PersonId,
  unopened,
} from '@evenkeel/classroom'
import type { WireRefusal } from '@evenkeel/protocol'
import type { Chance } from '../chance.ts'
import type { Clock } from '../clock.ts'
import type { AppendResult, Journal, NameWrite, StoredEvent } from '../journal/port.ts'
import { UnknownEventError } from '../journal/upcast.ts'
import type { People } from '../people/port.ts'
import { Answered } from './answered.ts'
import { asClassEvent, eventsAfter } from './class-log.ts'
import { decideAll, type Waiting } from './decide-all.ts'
import { Marks } from './marks.ts'
import type { Name, Outcome, Request, Step } from './request.ts'

export interface LiveClassParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly chance: Chance
  readonly library: Command['library']
  readonly offered?: Command['offered']
  /** Called with what became durable, before the commands that caused it are answered. */
  readonly publish: (steps: readonly Step[]) => void
  readonly failed: (what: string, cause: unknown) => void
  /** Left out where nobody else writes to the journal. */
  readonly others?: Others
}

/** What a class needs where other servers write to it too. */
export interface Others {
  readonly names: People['names']
  /** The class was put in order under a new epoch: what clients hold is no longer to be added to. */
  readonly replaced: () => void
  /** A newer server wrote what this one can't read: it no longer knows the class. Called once. */
  readonly unreadable: () => void
}

/** So that one append never holds up everybody else's for long. */
const MOST_IN_A_BATCH = 256
/** Other writers can win this often before a command is given up. */
const MOST_TRIES = 8

/** So many of the newest commands are looked for in the journal before more is taken in from it. */
const LOOKED_FOR = 4

/** ms before what other servers wrote is taken in again after that failed. */
const TRY_AGAIN = 1_000

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
 * before it is durable; a refusal is answered after the batch that it was decided behind. What other servers append goes
 * through the same line: it is folded and published between two batches of this one's.
 */
export class LiveClass {
  readonly classId: string
  readonly #parts: LiveClassParts
  #answered = new Answered()
  #marks = new Marks()
  readonly names = new Map<PersonId, Name>()
  #state: ClassState
  #epoch: string
  #waiting: Waiting[] = []
  #busy = false
  /** What the journal told of; own events come this way too, and are passed over by their seq. */
  #heard: StoredEvent[] = []
  #lookFor: (() => void)[] = []
  #deaf = () => {}
  #ended = false
  #unreadable = false

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

  /** By these a device that comes back is known to have seen this history and no other. */
  get marks(): Marks {
    return this.#marks
  }

  /** True while commands wait or an append is in flight. */
  get busy(): boolean {
    return this.#busy
  }

  /** Hears from now on what other servers append. */
  async listen(): Promise<void> {
    if (this.#parts.others === undefined) return
    await this.#follow()
    // It may have been rewritten between the loading and now.
    await this.refresh()
  }

  async #follow(): Promise<void> {
    this.#deaf()
    this.#deaf = await this.#parts.journal.follow(
      this.classId,
      this.#state.seq,
      events => this.#hear(events),
      () => void this.refresh(),
    )
    if (this.#ended) this.#deaf()
  }

  /** Ends the hearing. */
  end(): void {
    this.#ended = true
    this.#deaf()
  }

  #hear(events: readonly StoredEvent[]): void {
    for (const event of events) if (event.seq > this.#state.seq) this.#heard.push(event)
    if (this.#heard.length > 0 && !this.#busy) void this.#work()
  }

  /** Resolves when this server knows at least what was durable at the call, or could not find out. */
  refresh(): Promise<void> {
    if (this.#parts.others === undefined) return Promise.resolve()
    return new Promise(resolve => {
      this.#lookFor.push(resolve)
      if (!this.#busy) void this.#work()
    })
  }

  /** Resolves when the command's events are durable and published, or when it is refused. Never rejects. */
  submit(request: Request): Promise<Outcome> {
    return new Promise(resolve => this.hand(request, resolve))
  }

  /** The first answer to a command of somebody's, if it was carried out lately. */
  answerTo(actor: PersonId, id: string): number | undefined {
    return this.#answered.get(actor, id)
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
    while (this.#waiting.length + this.#heard.length + this.#lookFor.length > 0) {
      if (this.#heard.length + this.#lookFor.length > 0) await this.#takeInOthers()
      const batch = this.#waiting.splice(0, MOST_IN_A_BATCH)
      if (batch.length === 0) continue
      if (this.#unreadable) {
        await this.#settleUnknown(batch)
        continue
      }
      try {
        await this.#carryOut(batch)
      } catch (error) {
        // A throw is a bug or a store that is gone: nobody waits forever, and nothing half-done stays in memory.
        this.#parts.failed('a batch of commands', error)
        this.#noticeUnreadable(error)
        await this.#catchUp().catch(again => this.#parts.failed('catching up', again))
        await this.#settleUnknown(batch)
      }
    }
    this.#busy = false
  }

  /** What other servers wrote, as far as it was heard; and as far as it is there, if somebody asked. */
  async #takeInOthers(): Promise<void> {
    const asked = this.#lookFor.splice(0)
    const heard = this.#heard.splice(0).filter(event => event.seq > this.#state.seq)
    try {
      const [first] = heard
      // A gap: what came before could not be taken in.
      const missing = first !== undefined && first.seq !== this.#state.seq + 1
      if (asked.length > 0 || missing) await this.#catchUp()
      else if (first !== undefined) await this.#takeIn(heard.map(asClassEvent))
    } catch (error) {
      this.#parts.failed('taking in what others wrote', error)
      this.#noticeUnreadable(error)
      if (!this.#ended) this.#parts.clock.after(TRY_AGAIN, () => void this.refresh())
    }
    for (const done of asked) done()
  }

  /** What is in memory stays behind for ever: whoever looks at it is sent away, rather than shown an old view. */
  #noticeUnreadable(error: unknown): void {
    if (!(error instanceof UnknownEventError) || this.#unreadable) return
    this.#unreadable = true
    this.end()
    this.#parts.others?.unreadable()
  }

  async #carryOut(given: readonly Waiting[]): Promise<void> {
    let batch = given
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const decided = decideAll(batch, this.#state, this.#answered, this.#parts)
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
      this.#marks.take(event)
      this.#answered.remember(event.actor, event.commandId, event.seq)
    }
    this.#parts.publish(steps)
  }

  #take(event: ClassEvent): void {
    this.#state = evolve(this.#state, event)
    this.#marks.take(event)
    this.#answered.remember(event.actor, event.commandId, event.seq)
  }

  /** Takes in and publishes what another writer, or an append of unknown outcome, has put into the journal. */
  async #catchUp(): Promise<void> {
    const [head, forked] = await Promise.all([this.#parts.journal.head(this.classId), this.#isForked()])
    if (head === undefined) throw new Error(`class ${this.classId} is gone from the journal`)
    if (head.epoch !== this.#epoch) return this.#beginAnew(head.epoch)
    if (this.#parts.others !== undefined && (forked || head.seq < this.#state.seq)) return this.#leaveFork()
    if (head.seq > this.#state.seq) await this.#takeIn(await this.#eventsAfter(this.#state.seq))
  }

  /**
   * Whether the journal does not know what was known here: a failover has lost it, and somebody who never knew it may have
   * written as much since.
   */
  async #isForked(): Promise<boolean> {
    if (this.#parts.others === undefined) return false
    const known = this.#answered.newest(LOOKED_FOR)
    const found = await Promise.all(
      known.map(({ actor, id }) => this.#parts.journal.lookup(this.classId, actor, id)),
    )
    return known.some(({ seq }, index) => found[index] !== seq)
  }

  /** Folded and published in one turn: nobody is sent a view that is ahead of the batches. */
  async #takeIn(events: readonly ClassEvent[]): Promise<void> {
    if (events.some(event => event.type === 'PersonNamed')) await this.#loadNames()
    const steps: Step[] = []
    for (const event of events) {
      const before = this.#state
      this.#take(event)
      steps.push({ event, before, after: this.#state })
    }
    if (steps.length > 0) this.#parts.publish(steps)
  }

  /** The names that other servers wrote; nobody else's are missing here. */
  async #loadNames(): Promise<void> {
    const { others } = this.#parts
    if (others === undefined) return
    const names = await others.names(this.classId)
    this.names.clear()
    for (const { personId, nameVersion, name } of names)
      this.names.set(personId, { name, version: nameVersion })
  }

  /** The class was rewritten or restored: the same history in other words, then what is new. */
  async #beginAnew(epoch: string): Promise<void> {
    const known = this.#state.seq
    const events = await this.#eventsAfter(0)
    await this.#loadNames()
    this.#epoch = epoch
    this.#state = unopened(this.classId)
    this.#marks = new Marks()
    this.#answered = new Answered()
    const fresh = events.findIndex(event => event.seq > known)
    for (const event of fresh < 0 ? events : events.slice(0, fresh)) this.#take(event)
    this.#parts.others?.replaced()
    this.#heard = []
    // Numbers that were heard once come again with other events.
    if (this.#state.seq < known && this.#parts.others !== undefined) await this.#follow()
    if (fresh >= 0) await this.#takeIn(events.slice(fresh))
  }

  /**
   * The journal knows less than was acknowledged: a failover has lost the newest events. Another history begins here, so it
   * gets an epoch of its own, by which servers and devices see that what they have is no longer so.
   */
  async #leaveFork(): Promise<void> {
    this.#parts.failed('the store lost events', `class ${this.classId} went back`)
    const { epoch } = await this.#parts.journal.rewrite(this.classId, event => event)
    await this.#beginAnew(epoch)
  }

  async #eventsAfter(seq: number): Promise<ClassEvent[]> {
    const events: ClassEvent[] = []
    for await (const event of eventsAfter(this.#parts.journal, this.classId, seq)) events.push(event)
    return events
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

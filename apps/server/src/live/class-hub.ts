import {
  type ClassEvent,
  deadlineId,
  type PersonId,
  personOf,
  roomOf,
  SERVER,
  sitting,
  type Viewer,
} from '@evenkeel/classroom'
import type { Cursor, Subscription, WireCommand } from '@evenkeel/protocol'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { Deadlines } from './deadlines.ts'
import { channelOf, fanOut, keep } from './fan-out.ts'
import { Following, wallChannel } from './following.ts'
import type { LiveClass } from './live-class.ts'
import { Pending } from './pending.ts'
import { Presence } from './presence.ts'
import { Recent } from './recent.ts'
import type { Request, Step } from './request.ts'
import { Wall } from './wall.ts'
import type { Channels } from './wire.ts'

export interface HubParts {
  readonly io: Channels
  readonly clock: Clock
  /** ms of absence before the class is told. */
  readonly grace: number
  /** Told of what the rest of the server must do: forget seats, end screens, note that a class closed. */
  readonly committed: (events: readonly ClassEvent[]) => void
}

/** ms before a command of the server's own is tried again when the store does not take it. */
const TRY_AGAIN = 1_000

/** Events after which somebody may read a name that they could not read before, or another one. */
const NAMING: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'PersonJoined',
  'PersonNamed',
  'PersonSeated',
  'SeatsSwapped',
  'RoundStarted',
  'RoomOpened',
])

/** Events that may give somebody a seat. */
const SEATING: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'RoundStarted',
  'RoomOpened',
  'PersonSeated',
  'SeatsSwapped',
])

/** Everything about one live class that is not the journal: who is connected, what they follow, which clocks run. */
export class ClassHub {
  readonly #parts: HubParts
  readonly #pending = new Pending()
  readonly #following: Following
  readonly #presence: Presence
  readonly #deadlines: Deadlines
  readonly #wall: Wall
  #recent = new Recent(0)
  #live: LiveClass | undefined
  #noted = 0

  constructor(parts: HubParts) {
    this.#parts = parts
    const { clock, grace } = parts
    this.#presence = new Presence({
      clock,
      grace,
      changed: (person, state) => this.#tellPresence({ [person]: state }, person),
      gone: person => this.#note('NoteAway', person),
      back: person => this.#note('NoteBack', person),
    })
    this.#deadlines = new Deadlines(clock, deadline => {
      const { room, endsAt } = deadline
      void this.live
        .submit({ id: deadlineId(deadline), actor: SERVER, type: 'PassDeadline', data: { room, endsAt } })
        .then(outcome => {
          if (!outcome.ok) this.#deadlines.retry(deadline, () => this.live.state, TRY_AGAIN)
        })
    })
    this.#wall = new Wall(
      clock,
      () => this.live.state,
      frame => parts.io.to(wallChannel(this.live.classId)).emit('wall', frame),
    )
    this.#following = new Following({
      io: parts.io,
      clock,
      live: () => this.live,
      recent: () => this.#recent,
      presence: this.#presence,
      wall: this.#wall,
    })
  }

  get live(): LiveClass {
    if (this.#live === undefined) throw new Error('the hub has no class yet')
    return this.#live
  }

  /** Nobody is connected and no clock runs: the class may be dropped from memory. */
  get idle(): boolean {
    return this.#following.connections.size === 0 && this.#deadlines.open === 0 && !this.live.busy
  }

  /** Hears the newest events while the class is loaded. */
  readonly remember = (step: Step): void => {
    if (this.#recent.floor === 0 && step.event.seq > 1) this.#recent = new Recent(step.event.seq - 1)
    keep(step, this.#recent, [])
  }

  adopt(live: LiveClass): void {
    this.#live = live
  }

  /** The clocks of what is open begin to run, and everybody's grace. */
  begin(): void {
    const { state } = this.live
    this.#deadlines.heedAll(state)
    for (const person of state.people) if (person.standing === 'present') this.#presence.expect(person.id)
  }

  readonly publish = (steps: readonly Step[]): void => {
    const events = steps.map(step => step.event)
    if (events.some(event => NAMING.has(event.type))) this.#following.sendNewNames()
    fanOut(steps, {
      classId: this.live.classId,
      io: this.#parts.io,
      recent: this.#recent,
      watching: () => this.#following.watching(),
      senders: (actor, id) => this.#pending.takeAll(actor, id),
    })
    this.#deadlines.heed(events, this.live.state)
    this.#wall.heed(events)
    this.#heedPresence(events)
    this.#parts.committed(events)
  }

  // ---- commands

  carryOut(connection: Connection, command: WireCommand): void {
    const { person } = connection
    const { id } = command
    if (person === undefined) {
      connection.answer({ id, ok: false, kind: 'not-allowed', say: 'This screen only shows the class.' })
      return
    }
    this.#pending.add(person, id, connection)
    // The payload never says who is asking.
    const request: Request = { ...command, actor: person }
    this.live.hand(request, outcome => {
      // Those whose batch carried the answer are no longer waiting.
      if (!this.#pending.take(person, id, connection)) return
      connection.answer(
        outcome.ok
          ? { id, ok: true, seq: outcome.seq }
          : { id, ok: false, kind: outcome.kind, say: outcome.say },
      )
    })
  }

  // ---- connections

  enter(connection: Connection): void {
    this.#following.connections.add(connection)
    if (connection.person !== undefined) this.#presence.enter(connection.person)
  }

  leave(connection: Connection): void {
    if (!this.#following.connections.delete(connection)) return
    if (connection.person !== undefined) this.#presence.leave(connection.person)
    this.#following.heedWall()
  }

  /** Ends every connection of a person, with a last word. */
  dismiss(person: PersonId, say: string): void {
    for (const connection of this.#following.connections) {
      if (connection.person === person) connection.bye('signed-out', say)
    }
  }

  dismissScreens(say: string): void {
    for (const connection of this.#following.connections) {
      if (connection.holder.kind === 'screen') connection.bye('signed-out', say)
    }
  }

  follow(connection: Connection, sub: Subscription, cursor: Cursor | undefined): void {
    this.#following.follow(connection, sub, cursor)
  }

  unfollow(connection: Connection, sub: Subscription): void {
    this.#following.unfollow(connection, sub)
  }

  // ---- presence

  #tellPresence(people: Readonly<Record<PersonId, 'here' | 'away'>>, person: PersonId): void {
    const { live } = this
    const room = roomOf(live.state, personOf(live.state, person)?.room ?? null)
    const viewers: Viewer[] = [{ kind: 'console' }]
    if (room !== undefined) {
      for (const mate of sitting(room.seats))
        if (mate !== person) viewers.push({ kind: 'person', person: mate })
      for (const look of this.#following.watching())
        if (look.kind === 'watch' && look.room === room.id) viewers.push(look)
    }
    this.#parts.io.to(viewers.map(viewer => channelOf(live.classId, viewer))).emit('presence', { people })
  }

  /** Typing is shown to the others in the room and never kept. */
  typing(connection: Connection, on: boolean): void {
    const { person } = connection
    const { state, classId } = this.live
    const room = roomOf(state, (person && personOf(state, person)?.room) ?? null)
    if (person === undefined || room === undefined || state.settings.medium !== 'typed') return
    const mates = sitting(room.seats).filter(mate => mate !== person)
    const channels = mates.map(mate => channelOf(classId, { kind: 'person', person: mate }))
    if (channels.length > 0) this.#parts.io.to(channels).volatile.emit('typing', { person, on })
  }

  #heedPresence(events: readonly ClassEvent[]): void {
    const { state } = this.live
    for (const event of events) {
      if (event.type === 'PersonJoined') this.#presence.expect(event.data.person)
      if (SEATING.has(event.type)) {
        // Somebody may have been given a seat whose device was lost long before.
        for (const person of state.people) {
          if (person.room !== null && this.#presence.isGone(person.id)) this.#note('NoteAway', person.id)
        }
      }
    }
  }

  /** A command that the server gives because of a device. Tried again while the store does not take it. */
  #note(type: 'NoteAway' | 'NoteBack', person: PersonId): void {
    if (this.#live === undefined) return
    const id = `${type}:${person}:${this.#parts.clock.now()}:${++this.#noted}`
    void this.live.submit({ id, actor: SERVER, type, data: { person } }).then(outcome => {
      if (outcome.ok || outcome.kind !== 'cannot-save') return
      this.#parts.clock.after(TRY_AGAIN, () => {
        if (this.#presence.isGone(person) === (type === 'NoteAway')) this.#note(type, person)
      })
    })
  }

  /** Lets go of clocks: the class is dropped from memory or the server goes. */
  end(): void {
    this.#deadlines.stop()
    this.#presence.stop()
    this.#wall.stop()
  }

  /** Tells everybody that the server is going. */
  stop(say: string): void {
    this.end()
    for (const connection of this.#following.connections) connection.bye('shutting-down', say, 1_000)
  }
}

import {
  type ClassEvent,
  deadlineId,
  namesFor,
  type PersonId,
  personOf,
  roomOf,
  SERVER,
  sitting,
  type Viewer,
  viewerKey,
  viewOf,
} from '@evenkeel/classroom'
import type { Cursor, Subscription, WireCommand } from '@evenkeel/protocol'
import type { Namespace } from 'socket.io'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { Deadlines } from './deadlines.ts'
import { channelOf, fanOut, keep } from './fan-out.ts'
import type { LiveClass, Request, Step } from './live-class.ts'
import { Presence } from './presence.ts'
import { Recent } from './recent.ts'
import { Wall } from './wall.ts'

export interface HubParts {
  readonly io: Namespace
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

/** Everything about one live class that is not the journal: who is connected, what they follow, which clocks run. */
export class ClassHub {
  readonly #parts: HubParts
  readonly #connections = new Set<Connection>()
  readonly #pending = new Map<string, Set<Connection>>()
  readonly #presence: Presence
  readonly #deadlines: Deadlines
  readonly #wall: Wall
  #recent = new Recent(0)
  #live: LiveClass | undefined
  #command = 0

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
      frame => parts.io.to(`${this.live.classId} wall`).emit('wall', frame),
    )
  }

  get live(): LiveClass {
    if (this.#live === undefined) throw new Error('the hub has no class yet')
    return this.#live
  }

  /** Nobody is connected and no clock runs: the class may be dropped from memory. */
  get idle(): boolean {
    return this.#connections.size === 0 && this.#deadlines.open === 0 && !this.live.busy
  }

  /** Hears the newest events while the class is loaded. */
  readonly remember = (step: Step): void => {
    if (this.#recent.floor === 0 && step.event.seq > 1) this.#recent = new Recent(step.event.seq - 1)
    keep(step, this.#recent, [])
  }

  begin(live: LiveClass): void {
    this.#live = live
    this.#deadlines.heedAll(live.state)
    for (const person of live.state.people) if (person.standing === 'present') this.#presence.expect(person.id)
  }

  readonly publish = (steps: readonly Step[]): void => {
    const events = steps.map(step => step.event)
    if (events.some(event => NAMING.has(event.type))) this.#sendNewNames()
    fanOut(steps, {
      classId: this.live.classId,
      io: this.#parts.io,
      recent: this.#recent,
      watching: () => this.#watching(),
      senders: (actor, id) => this.#takePending(actor, id),
    })
    this.#deadlines.heed(events, this.live.state)
    this.#wall.heed(events)
    this.#heedPresence(events)
    this.#parts.committed(events)
  }

  /** Rooms that an instructor has open right now, each once. */
  #watching(): readonly Viewer[] {
    const looks = new Map<string, Viewer>()
    for (const { holder, following } of this.#connections) {
      if (holder.kind !== 'instructor') continue
      for (const viewer of following.values()) if (viewer?.kind === 'watch') looks.set(viewerKey(viewer), viewer)
    }
    return [...looks.values()]
  }

  // ---- commands

  carryOut(connection: Connection, command: WireCommand): void {
    const { person } = connection
    if (person === undefined) {
      connection.answer({ id: command.id, ok: false, kind: 'not-allowed', say: 'This screen only shows the class.' })
      return
    }
    const key = `${person} ${command.id}`
    const waiting = this.#pending.get(key) ?? new Set()
    this.#pending.set(key, waiting.add(connection))
    // The payload never says who is asking.
    const request: Request = { ...command, actor: person }
    this.live.hand(request, outcome => {
      if (!waiting.delete(connection)) return
      if (waiting.size === 0) this.#pending.delete(key)
      if (outcome.ok) connection.answer({ id: command.id, ok: true, seq: outcome.seq })
      else connection.answer({ id: command.id, ok: false, kind: outcome.kind, say: outcome.say })
    })
  }

  #takePending(actor: string, id: string): readonly Connection[] {
    const key = `${actor} ${id}`
    const waiting = this.#pending.get(key)
    if (waiting === undefined) return []
    this.#pending.delete(key)
    const taken = [...waiting]
    waiting.clear()
    return taken
  }

  // ---- connections

  enter(connection: Connection): void {
    this.#connections.add(connection)
    if (connection.person !== undefined) this.#presence.enter(connection.person)
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    if (connection.person !== undefined) this.#presence.leave(connection.person)
    this.#wall.watch(this.#wallIsShown())
  }

  /** Ends every connection of a person, with a last word. */
  dismiss(person: PersonId, say: string): void {
    for (const connection of this.#connections) {
      if (connection.person === person) connection.bye('signed-out', say)
    }
  }

  dismissScreens(say: string): void {
    for (const connection of this.#connections) {
      if (connection.holder.kind === 'screen') connection.bye('signed-out', say)
    }
  }

  // ---- following

  /**
   * Begins to send a view: in one turn the connection joins the channel and gets what it missed, so nothing can fall
   * between. A recent cursor gets the events since; anything else the whole view.
   */
  follow(connection: Connection, sub: Subscription, cursor: Cursor | undefined): void {
    const { live } = this
    if (sub === 'wall') return this.#followWall(connection)
    const viewer = this.#viewerOf(connection, sub)
    if (viewer === undefined) return this.#refuseFollow(connection)
    connection.following.set(sub, viewer)
    void connection.socket.join(channelOf(live.classId, viewer))
    this.#sendNames(connection)
    const { seq } = live.state
    const now = this.#parts.clock.now()
    const events = this.#missed(viewer, cursor)
    const head = { sub, epoch: live.epoch, seq, now }
    if (events === undefined) connection.socket.emit('snapshot', { ...head, view: viewOf(viewer, live.state) })
    else connection.socket.emit('resumed', { ...head, events })
    this.#sendPresence(connection, viewer)
  }

  #followWall(connection: Connection): void {
    if (connection.holder.kind !== 'instructor') return this.#refuseFollow(connection)
    connection.following.set('wall', null)
    void connection.socket.join(`${this.live.classId} wall`)
    this.#wall.watch(true)
    connection.socket.emit('wall', this.#wall.wholeFrame())
  }

  unfollow(connection: Connection, sub: Subscription): void {
    const viewer = connection.following.get(sub)
    if (!connection.following.delete(sub)) return
    const channel = viewer ? channelOf(this.live.classId, viewer) : `${this.live.classId} wall`
    void connection.socket.leave(channel)
    this.#wall.watch(this.#wallIsShown())
  }

  #wallIsShown(): boolean {
    return [...this.#connections].some(connection => connection.following.has('wall'))
  }

  /** A view that nobody had open was not kept for, so a look into a room always begins whole. */
  #missed(viewer: Viewer, cursor: Cursor | undefined) {
    const { epoch, state } = this.live
    if (cursor === undefined || cursor.epoch !== epoch || cursor.upto > state.seq) return undefined
    if (viewer.kind === 'watch') return undefined
    const room = viewer.kind === 'person' ? (personOf(state, viewer.person)?.room ?? null) : null
    return this.#recent.since(viewer, room, cursor.upto)
  }

  /** What a connection may follow: its own seat, and for instructors the class and its rooms. */
  #viewerOf({ holder }: Connection, sub: Subscription): Viewer | undefined {
    if (sub === 'projector') return holder.kind === 'person' ? undefined : { kind: 'projector' }
    if (holder.kind === 'screen') return undefined
    const { person } = holder
    if (sub === 'seat') return { kind: 'person', person }
    if (holder.kind !== 'instructor') return undefined
    return sub === 'console' ? { kind: 'console' } : { kind: 'watch', room: sub.slice('room:'.length), person }
  }

  #refuseFollow(connection: Connection): void {
    connection.bye('not-allowed', 'This page may not show that.')
  }

  // ---- names

  #sendNewNames(): void {
    for (const connection of this.#connections) this.#sendNames(connection)
  }

  /** Names that this connection may read and does not have in their newest version. */
  #sendNames(connection: Connection): void {
    const names: Record<PersonId, { name: string; version: number }> = {}
    for (const viewer of connection.following.values()) {
      if (viewer === null) continue
      for (const person of namesFor(viewer, this.live.state)) {
        const known = this.live.names.get(person)
        if (known !== undefined && connection.names.get(person) !== known.version) names[person] = known
      }
    }
    for (const [person, { version }] of Object.entries(names)) connection.names.set(person, version)
    if (Object.keys(names).length > 0) connection.socket.emit('people', { names })
  }

  // ---- presence

  #tellPresence(people: Readonly<Record<PersonId, 'here' | 'away'>>, person: PersonId): void {
    const { live } = this
    const room = roomOf(live.state, personOf(live.state, person)?.room ?? null)
    const viewers: Viewer[] = [{ kind: 'console' }]
    if (room !== undefined) {
      for (const mate of sitting(room.seats)) if (mate !== person) viewers.push({ kind: 'person', person: mate })
      for (const look of this.#watching()) if (look.kind === 'watch' && look.room === room.id) viewers.push(look)
    }
    this.#parts.io.to(viewers.map(viewer => channelOf(live.classId, viewer))).emit('presence', { people })
  }

  #sendPresence(connection: Connection, viewer: Viewer): void {
    const people = namesFor(viewer, this.live.state).filter(
      person => viewer.kind !== 'console' || this.#presence.stateOf(person) === 'here',
    )
    if (people.length === 0) return
    const states = Object.fromEntries(people.map(person => [person, this.#presence.stateOf(person)]))
    connection.socket.emit('presence', { people: states })
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
      if (event.type === 'RoundStarted' || event.type === 'PersonSeated' || event.type === 'SeatsSwapped') {
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
    const id = `${type}:${person}:${this.#parts.clock.now()}:${++this.#command}`
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
    for (const connection of this.#connections) connection.bye('shutting-down', say, 1_000)
  }
}

import {
  type ClassEvent,
  type PersonId,
  personOf,
  roomOf,
  SERVER,
  sitting,
  type Viewer,
} from '@evenkeel/classroom'
import type { Clock } from '../clock.ts'
import type { ClassLine, Nodes } from '../nodes/port.ts'
import type { ClassTold } from '../nodes/told.ts'
import { channelOf } from './fan-out.ts'
import type { LiveClass } from './live-class.ts'
import { Presence, type PresenceState } from './presence.ts'
import type { Channels } from './wire.ts'

export interface AttendanceParts {
  readonly io: Channels
  readonly clock: Clock
  readonly grace: number
  readonly nodes: Nodes
  readonly live: () => LiveClass
  readonly watching: () => readonly Viewer[]
  /** Another server says that the class's screens were taken away. */
  readonly screensTaken: () => void
  /** Another server says what became of seats that were asked for. */
  readonly claimsChanged: () => void
  readonly seatMoved: (person: PersonId, token: string) => void
  /** Another server says that an instructor was taken out of the class. */
  readonly letOut: (person: PersonId) => void
}

/** ms before a command of the server's own is tried again when the store does not take it. */
const TRY_AGAIN = 1_000
/** ms between words to the other servers, and ms of silence after which one of them counts as gone. */
const TELL_EVERY = 2_000
const SILENT_FOR = 6_000
/** So that two hundred people who come at once are told of in a few words. */
const GATHER = 20
/** ms that each server lets the one before it go first with what all of them would do. */
const STEP_BACK = 400
const MOST_STEPS = 5

/** Events that may give somebody a seat. */
const SEATING: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'RoundStarted',
  'RoomOpened',
  'PersonSeated',
  'SeatsSwapped',
])

/** Who of a class is here, at this server or at another one, and what the class is told of it. */
export class Attendance {
  readonly #parts: AttendanceParts
  readonly #presence: Presence
  readonly #lastHeard = new Map<string, number>()
  #line: ClassLine | undefined
  #telling: (() => void) | undefined
  #beat: (() => void) | undefined
  #noted = 0

  constructor(parts: AttendanceParts) {
    this.#parts = parts
    const { clock, grace } = parts
    this.#presence = new Presence({
      clock,
      grace,
      changed: (person, state) => this.#showPresence(person, state),
      gone: person => this.#noteAway(person),
      back: person => this.#note('NoteBack', person),
    })
  }

  /** Everybody's grace begins to run, and the other servers are asked whom they have. */
  begin(): void {
    const { nodes, live } = this.#parts
    if (nodes.shared) {
      this.#line = nodes.join(live().classId, (from, told) => this.#hear(from, told))
      void this.#line.heard.then(() => this.#tellHere(true))
      this.#tellAgain()
    }
    for (const person of live().state.people)
      if (person.standing === 'present') this.#presence.expect(person.id)
  }

  stateOf(person: PersonId): PresenceState {
    return this.#presence.stateOf(person)
  }

  standingOf(person: PersonId) {
    return this.#presence.standingOf(person)
  }

  get settled(): boolean {
    return this.#presence.settled
  }

  enter(person: PersonId): void {
    this.#presence.enter(person)
    this.#tellSoon()
  }

  leave(person: PersonId): void {
    this.#presence.leave(person)
    this.#tellSoon()
  }

  heed(events: readonly ClassEvent[]): void {
    const { state } = this.#parts.live()
    for (const event of events) {
      if (event.type === 'PersonJoined') this.#presence.expect(event.data.person)
      if (event.type === 'PeopleMerged' || event.type === 'MergeUndone') {
        // A device of theirs is on its way back as somebody else.
        this.#presence.expectAnew(event.data.into)
        if (event.type === 'MergeUndone') this.#presence.expectAnew(event.data.from)
      }
      // Another server noted it in the moment in which they came to this one.
      if (event.type === 'PersonAway' && this.#presence.isWithUs(event.data.person))
        this.#note('NoteBack', event.data.person)
      if (SEATING.has(event.type)) {
        // Somebody may have been given a seat whose device was lost long before.
        for (const person of state.people) {
          if (person.room !== null && this.#presence.isGone(person.id)) this.#noteAway(person.id)
        }
      }
    }
  }

  /** ms for which this server lets others go first: none if it is the first of those that have somebody of the class. */
  get stepBack(): number {
    const { nodes } = this.#parts
    if (!nodes.shared) return 0
    const others = this.#presence.others
    const before = this.#presence.withUs().length === 0 ? others : others.filter(other => other < nodes.id)
    return STEP_BACK * Math.min(before.length, MOST_STEPS)
  }

  // ---- typing

  /** Typing is shown to the others in the room and never kept. */
  typing(person: PersonId, on: boolean): void {
    if (this.#showTyping(person, on)) this.#line?.tell({ kind: 'typing', person, on })
  }

  #showTyping(person: PersonId, on: boolean): boolean {
    const { state, classId } = this.#parts.live()
    const room = roomOf(state, personOf(state, person)?.room ?? null)
    if (room === undefined || state.settings.medium !== 'typed') return false
    const mates = sitting(room.seats).filter(mate => mate !== person)
    const channels = mates.map(mate => channelOf(classId, { kind: 'person', person: mate }))
    if (channels.length > 0) this.#parts.io.to(channels).volatile.emit('typing', { person, on })
    return channels.length > 0
  }

  tellClaims(): void {
    this.#line?.tell({ kind: 'claims' })
  }

  tellMoved(person: PersonId, token: string): void {
    this.#line?.tell({ kind: 'moved', person, token })
  }

  tellLetOut(person: PersonId): void {
    this.#line?.tell({ kind: 'let-out', person })
  }

  tellScreensTaken(): void {
    this.#line?.tell({ kind: 'screens' })
  }

  // ---- presence

  #showPresence(person: PersonId, presence: PresenceState): void {
    const { classId, state } = this.#parts.live()
    const room = roomOf(state, personOf(state, person)?.room ?? null)
    const viewers: Viewer[] = [{ kind: 'console' }]
    if (room !== undefined) {
      for (const mate of sitting(room.seats))
        if (mate !== person) viewers.push({ kind: 'person', person: mate })
      for (const look of this.#parts.watching())
        if (look.kind === 'watch' && look.room === room.id) viewers.push(look)
    }
    const channels = viewers.map(viewer => channelOf(classId, viewer))
    this.#parts.io.to(channels).emit('presence', { people: { [person]: presence } })
  }

  /** All servers that hold the class see that somebody is gone: one after the other, until one has noted it. */
  #noteAway(person: PersonId): void {
    const wait = this.stepBack
    if (wait === 0) return this.#note('NoteAway', person)
    this.#parts.clock.after(wait, () => {
      if (this.#presence.isGone(person)) this.#note('NoteAway', person)
    })
  }

  /** A command that the server gives because of a device. Tried again while the store does not take it. */
  #note(type: 'NoteAway' | 'NoteBack', person: PersonId): void {
    const { clock, nodes } = this.#parts
    const id = `${type}:${person}:${clock.now()}:${++this.#noted}${nodes.shared ? `:${nodes.id}` : ''}`
    void this.#parts
      .live()
      .submit({ id, actor: SERVER, type, data: { person } })
      .then(outcome => {
        if (outcome.ok || outcome.kind !== 'cannot-save') return
        clock.after(TRY_AGAIN, () => {
          if (this.#presence.isGone(person) === (type === 'NoteAway')) this.#note(type, person)
        })
      })
  }

  // ---- the other servers

  #hear(from: string, told: ClassTold): void {
    switch (told.kind) {
      case 'here':
        if (told.people.length === 0) this.#lastHeard.delete(from)
        else this.#lastHeard.set(from, this.#parts.clock.now())
        this.#presence.heard(from, told.people)
        if (told.ask) this.#tellSoon()
        return
      case 'typing':
        this.#showTyping(told.person, told.on)
        return
      case 'screens':
        this.#parts.screensTaken()
        return
      case 'claims':
        this.#parts.claimsChanged()
        return
      case 'moved':
        this.#parts.seatMoved(told.person, told.token)
        return
      case 'let-out':
        this.#parts.letOut(told.person)
    }
  }

  #tellHere(ask = false): void {
    this.#line?.tell({ kind: 'here', people: this.#presence.withUs(), ask })
  }

  #tellSoon(): void {
    if (this.#line === undefined) return
    this.#telling ??= this.#parts.clock.after(GATHER, () => {
      this.#telling = undefined
      this.#tellHere()
    })
  }

  #tellAgain(): void {
    this.#beat = this.#parts.clock.after(TELL_EVERY, () => {
      const { clock } = this.#parts
      for (const [other, at] of this.#lastHeard) {
        if (clock.now() - at < SILENT_FOR) continue
        this.#lastHeard.delete(other)
        this.#presence.heard(other, [])
      }
      if (this.#presence.withUs().length > 0) this.#tellHere()
      this.#tellAgain()
    })
  }

  stop(): void {
    this.#presence.stop()
    this.#telling?.()
    this.#beat?.()
    this.#line?.tell({ kind: 'here', people: [], ask: false })
    this.#line?.leave()
    this.#line = undefined
  }
}

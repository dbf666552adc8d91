// long because: connections, views, clocks and seats of one class are one thing to whoever holds it.
import {
  type ClassEvent,
  type Deadline,
  deadlineId,
  type PersonId,
  personNow,
  SERVER,
} from '@evenkeel/classroom'
import type { Claims, Cursor, Subscription, WireCommand } from '@evenkeel/protocol'
import type { Clock } from '../clock.ts'
import type { Nodes } from '../nodes/port.ts'
import { Attendance } from './attendance.ts'
import type { Connection } from './connection.ts'
import { Deadlines } from './deadlines.ts'
import { channelOf, fanOut, keep } from './fan-out.ts'
import { Following, wallChannel } from './following.ts'
import type { LiveClass } from './live-class.ts'
import { Pending } from './pending.ts'
import { Recent } from './recent.ts'
import type { Request, Step } from './request.ts'
import { signsOf } from './signs.ts'
import { Wall } from './wall.ts'
import type { Channels } from './wire.ts'

export interface HubParts {
  readonly io: Channels
  readonly clock: Clock
  /** ms of absence before the class is told. */
  readonly grace: number
  readonly nodes: Nodes
  /** Seats that are asked for from a second device right now. */
  readonly claims: () => Promise<Claims>
  /** Told of what the rest of the server must do: forget seats, end screens, note that a class closed. */
  readonly committed: (events: readonly ClassEvent[]) => void
}

/** Said to the device that had a seat before. */
export const MOVED = 'Your seat moved to another device.'

/** Said to a device whose person is somebody else's entry now, or no longer: it comes back at once as that one. */
export const ONE_NOW =
  'Your instructor put your entries in this class in order. Your page comes back by itself.'

/** ms until they come back. */
export const BACK_SOON = 100

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
  'PeopleMerged',
  'MergeUndone',
])

/** Everything about one live class that is not the journal: who is connected, what they follow, which clocks run. */
export class ClassHub {
  readonly #parts: HubParts
  readonly #pending = new Pending()
  readonly #following: Following
  readonly #attendance: Attendance
  readonly #deadlines: Deadlines
  readonly #wall: Wall
  #recent = new Recent(0)
  #live: LiveClass | undefined
  #due: number | undefined
  /** Said when it stopped; whoever was on the way in then hears it too. */
  #stopped: string | undefined
  /** Seats that were given to another device: the hash of the token that counts. */
  readonly #moved = new Map<PersonId, string>()

  constructor(parts: HubParts) {
    this.#parts = parts
    const { io, clock, grace, nodes } = parts
    this.#attendance = new Attendance({
      io,
      clock,
      grace,
      nodes,
      live: () => this.live,
      watching: () => this.#following.watching(),
      screensTaken: () => this.dismissScreens(),
      claimsChanged: () => void this.#showClaims(),
      seatMoved: (person, token) => this.#endOldSeat(person, token),
      letOut: person => this.endLetIn(person),
    })
    const pass = (deadline: Deadline) => {
      void this.live
        .submit({ id: deadlineId(deadline), actor: SERVER, type: 'PassDeadline', data: deadline })
        .then(outcome => {
          if (!outcome.ok && this.#stopped === undefined)
            this.#deadlines.retry(deadline, () => this.live.state, TRY_AGAIN)
        })
    }
    this.#deadlines = new Deadlines(clock, pass, () => this.#attendance.stepBack)
    this.#wall = new Wall({
      clock,
      state: () => this.live.state,
      signs: () => this.#signs(),
      send: frame => io.to(wallChannel(this.live.classId)).emit('wall', frame),
    })
    this.#following = new Following({
      io,
      clock,
      live: () => this.live,
      recent: () => this.#recent,
      presence: this.#attendance,
      wall: this.#wall,
    })
  }

  get live(): LiveClass {
    if (this.#live === undefined) throw new Error('the hub has no class yet')
    return this.#live
  }

  /**
   * Nobody is connected and no clock runs: the class may be dropped from memory. Where several servers share the classes,
   * a deadline does not hold one: it is noted where all see it, and whoever finds it overdue loads the class.
   */
  get idle(): boolean {
    if (this.#following.connections.size > 0 || this.live.busy) return false
    return this.#parts.nodes.shared ? this.#attendance.settled : this.#deadlines.open === 0
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
    if (this.#stopped !== undefined) return
    const { state } = this.live
    this.#deadlines.heedAll(state)
    this.#noteDue()
    this.#attendance.begin()
  }

  /** The class stands under a new epoch: whoever follows it gets whole views, and nothing from before is resumed. */
  readonly replaced = (): void => {
    const { state } = this.live
    this.#recent = new Recent(state.seq)
    this.#deadlines.heedAll(state)
    this.#noteDue()
    this.#following.sendAnew()
  }

  /** What is noted of its next deadline may be another server's word, and old. */
  renewDue(): void {
    this.#due = this.#deadlines.next
    this.#parts.nodes.setDue(this.live.classId, this.#due)
  }

  #noteDue(): void {
    const { nodes } = this.#parts
    const { next } = this.#deadlines
    if (!nodes.shared || next === this.#due) return
    this.#due = next
    nodes.setDue(this.live.classId, next)
  }

  readonly publish = (steps: readonly Step[]): void => {
    const events = steps.map(step => step.event)
    const others = this.#others(events)
    // What follows is about somebody else than whom they show.
    for (const connection of others) this.#following.unfollowAll(connection)
    if (events.some(event => NAMING.has(event.type))) this.#following.sendNewNames()
    fanOut(steps, {
      classId: this.live.classId,
      mark: this.live.marks.last,
      io: this.#parts.io,
      recent: this.#recent,
      watching: () => this.#following.watching(),
      senders: (actor, id) => this.#pending.takeAll(actor, id),
    })
    this.#deadlines.heed(events, this.live.state)
    this.#noteDue()
    this.#wall.heed(events)
    this.#attendance.heed(events)
    for (const connection of others) connection.bye('moved-on', ONE_NOW, BACK_SOON)
    this.#parts.committed(events)
  }

  /** Connections whose person was made one with somebody else, or is no longer. */
  #others(events: readonly ClassEvent[]): readonly Connection[] {
    const merged = events.some(({ type }) => type === 'PeopleMerged' || type === 'MergeUndone')
    return merged ? [...this.#following.connections].filter(connection => this.isAnother(connection)) : []
  }

  isAnother({ holder }: Connection): boolean {
    if (holder.kind !== 'person') return false
    return personNow(this.live.state, holder.cameAs ?? holder.person) !== holder.person
  }

  // ---- commands

  /** `answered` is called once, when the answer has gone out. */
  carryOut(connection: Connection, command: WireCommand, answered = () => {}): void {
    const { person } = connection
    const { id } = command
    if (person === undefined) {
      connection.answer({ id, ok: false, kind: 'not-allowed', say: 'This screen only shows the class.' })
      return answered()
    }
    // Sent before they were made one with somebody, and its answer never came: it was carried out under the id of then.
    const { holder } = connection
    const before =
      holder.kind === 'person' && holder.cameAs !== undefined
        ? this.live.answerTo(holder.cameAs, id)
        : undefined
    if (before !== undefined) {
      connection.answer({ id, ok: true, seq: before })
      return answered()
    }
    this.#pending.add(person, id, connection)
    // The payload never says who is asking.
    const request: Request = { ...command, actor: person }
    this.live.hand(request, outcome => {
      // Those whose batch carried the answer are no longer waiting.
      if (this.#pending.take(person, id, connection)) {
        connection.answer(
          outcome.ok
            ? { id, ok: true, seq: outcome.seq }
            : { id, ok: false, kind: outcome.kind, say: outcome.say },
        )
      }
      answered()
    })
  }

  // ---- connections

  enter(connection: Connection): void {
    if (this.#stopped !== undefined) return connection.bye('shutting-down', this.#stopped, 1_000)
    if (this.#isOld(connection)) return connection.bye('moved-on', MOVED)
    this.#following.connections.add(connection)
    if (connection.person !== undefined) this.#attendance.enter(connection.person)
  }

  leave(connection: Connection): void {
    if (!this.#following.connections.delete(connection)) return
    if (connection.person !== undefined) this.#attendance.leave(connection.person)
    this.#following.heedWall()
  }

  /** Ends every connection of a person, with a last word. */
  dismiss(person: PersonId, say: string): void {
    for (const connection of this.#following.connections) {
      if (connection.person === person) connection.bye('signed-out', say)
    }
  }

  /** A seat is asked for, or the answer is there: every console of the class is told, at whatever server. */
  claimsChanged(): void {
    void this.#showClaims()
    this.#attendance.tellClaims()
  }

  async #showClaims(to?: Connection): Promise<void> {
    const told = await this.#parts.claims()
    if (to === undefined)
      this.#parts.io.to(channelOf(this.live.classId, { kind: 'console' })).emit('claims', told)
    else if (told.claims.length > 0) to.wire.emit('claims', told)
  }

  /** A person's seat was given to another device: only the one with this token goes on, at whatever server. */
  moveSeat(person: PersonId, token: string): void {
    this.#endOldSeat(person, token)
    this.#attendance.tellMoved(person, token)
  }

  #endOldSeat(person: PersonId, token: string): void {
    this.#moved.set(person, token)
    for (const connection of this.#following.connections)
      if (this.#isOld(connection)) connection.bye('moved-on', MOVED)
  }

  #isOld({ holder }: Connection): boolean {
    if (holder.kind !== 'person') return false
    const token = this.#moved.get(holder.cameAs ?? holder.person)
    return token !== undefined && holder.seat !== token
  }

  /** Ends every connection of a session that was signed out. */
  dismissSession(session: string): void {
    for (const connection of this.#following.connections) {
      if (connection.holder.kind === 'instructor' && connection.holder.session === session)
        connection.bye('signed-out', 'You have signed out.')
    }
  }

  /** An instructor looks after the class no more: their devices go, at whatever server. */
  letOut(person: PersonId): void {
    this.endLetIn(person)
    this.#attendance.tellLetOut(person)
  }

  endLetIn(person: PersonId): void {
    for (const connection of this.#following.connections) {
      const { holder } = connection
      if (holder.kind === 'instructor' && holder.person === person)
        connection.bye('signed-out', 'You no longer look after this class.')
    }
  }

  /** The class's screens were taken away, at whatever server they are. */
  takeScreens(): void {
    this.dismissScreens()
    this.#attendance.tellScreensTaken()
  }

  get connections(): Iterable<Connection> {
    return this.#following.connections
  }

  dismissScreens(): void {
    for (const connection of this.#following.connections) {
      if (connection.holder.kind === 'screen')
        connection.bye('signed-out', 'This screen no longer shows the class.')
    }
  }

  follow(connection: Connection, sub: Subscription, cursor: Cursor | undefined): void {
    this.#following.follow(connection, sub, cursor)
    if (sub === 'console' && connection.following.has(sub)) void this.#showClaims(connection)
  }

  unfollow(connection: Connection, sub: Subscription): void {
    this.#following.unfollow(connection, sub)
  }

  // ---- presence

  #signs() {
    const sitting = this.live.state.people.filter(person => person.room !== null)
    return signsOf(
      sitting.map(person => person.id),
      person => this.#attendance.standingOf(person),
      this.#following.connections,
      this.#parts.clock.now(),
    )
  }

  typing({ person }: Connection, on: boolean): void {
    if (person !== undefined) this.#attendance.typing(person, on)
  }

  /** Lets go of clocks: the class is dropped from memory or the server goes. */
  end(): void {
    this.#deadlines.stop()
    this.#attendance.stop()
    this.live.end()
    this.#wall.stop()
  }

  /** Ends every connection for good. */
  over(say: string): void {
    this.end()
    for (const connection of this.#following.connections) connection.bye('signed-out', say)
  }

  /** Tells everybody that the server is going. */
  stop(say: string): void {
    this.#stopped = say
    this.end()
    for (const connection of this.#following.connections) connection.bye('shutting-down', say, 1_000)
  }
}

import {
  namesFor,
  type PersonId,
  personOf,
  sameSince,
  type Viewer,
  viewerKey,
  viewOf,
} from '@evenkeel/classroom'
import type { Cursor, Subscription } from '@evenkeel/protocol'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { channelOf } from './fan-out.ts'
import type { LiveClass } from './live-class.ts'
import type { PresenceState } from './presence.ts'
import type { Recent } from './recent.ts'
import type { Wall } from './wall.ts'
import type { Channels } from './wire.ts'

export interface FollowingParts {
  readonly io: Channels
  readonly clock: Clock
  readonly live: () => LiveClass
  readonly recent: () => Recent
  readonly presence: { stateOf(person: PersonId): PresenceState }
  readonly wall: Wall
}

/** What each connection of a class follows, and how it gets from where it was to where the class is. */
export class Following {
  readonly connections = new Set<Connection>()
  readonly #parts: FollowingParts

  constructor(parts: FollowingParts) {
    this.#parts = parts
  }

  /**
   * Begins to send a view: in one turn the connection joins the channel and gets what it missed, so nothing can fall
   * between. A recent cursor gets the events since; anything else the whole view.
   */
  follow(connection: Connection, sub: Subscription, cursor: Cursor | undefined): void {
    if (sub === 'wall') return this.#followWall(connection)
    const viewer = viewerOf(connection, sub)
    if (viewer === undefined) return refuseFollow(connection)
    const live = this.#parts.live()
    connection.following.set(sub, viewer)
    void connection.wire.join(channelOf(live.classId, viewer))
    this.sendNames(connection)
    const now = this.#parts.clock.now()
    const head = { sub, epoch: live.epoch, seq: live.state.seq, mark: live.marks.last }
    const events = this.#missed(connection, viewer, cursor)
    if (events === undefined)
      connection.wire.emit('snapshot', { ...head, now, view: viewOf(viewer, live.state) })
    else connection.wire.emit('resumed', { ...head, now, events })
    this.#sendPresence(connection, viewer)
  }

  #followWall(connection: Connection): void {
    if (connection.holder.kind !== 'instructor') return refuseFollow(connection)
    connection.following.set('wall', null)
    void connection.wire.join(wallChannel(this.#parts.live().classId))
    this.#parts.wall.watch(true)
    connection.wire.emit('wall', this.#parts.wall.wholeFrame())
  }

  unfollow(connection: Connection, sub: Subscription): void {
    const viewer = connection.following.get(sub)
    if (!connection.following.delete(sub)) return
    const { classId } = this.#parts.live()
    void connection.wire.leave(viewer ? channelOf(classId, viewer) : wallChannel(classId))
    this.heedWall()
  }

  unfollowAll(connection: Connection): void {
    for (const sub of [...connection.following.keys()]) this.unfollow(connection, sub)
  }

  /** The wall works only while somebody looks. */
  heedWall(): void {
    this.#parts.wall.watch([...this.connections].some(connection => connection.following.has('wall')))
  }

  /** Everybody's whole views, and the wall, after the class was put in order under another epoch. */
  sendAnew(): void {
    for (const connection of this.connections) {
      for (const sub of [...connection.following.keys()]) this.follow(connection, sub, undefined)
    }
  }

  /** Rooms that an instructor has open right now, each once. */
  watching(): readonly Viewer[] {
    const looks = new Map<string, Viewer>()
    for (const { holder, following } of this.connections) {
      if (holder.kind !== 'instructor') continue
      for (const viewer of following.values())
        if (viewer?.kind === 'watch') looks.set(viewerKey(viewer), viewer)
    }
    return [...looks.values()]
  }

  /** A look into a room is not kept for while nobody has it open, so it always begins whole. */
  #missed({ holder }: Connection, viewer: Viewer, cursor: Cursor | undefined) {
    const { epoch, state, marks } = this.#parts.live()
    if (cursor === undefined || cursor.epoch !== epoch) return undefined
    // Also when a backup was put back: its numbers were given again to other events.
    if (cursor.mark !== marks.of(cursor.upto)) return undefined
    // Before they were made one with somebody, or told apart again, this device showed another person's view.
    if (holder.kind === 'person' && cursor.upto < sameSince(state, holder.cameAs ?? holder.person))
      return undefined
    if (viewer.kind === 'watch') return undefined
    const room = viewer.kind === 'person' ? (personOf(state, viewer.person)?.room ?? null) : null
    return this.#parts.recent().since(viewer, room, cursor.upto)
  }

  sendNewNames(): void {
    for (const connection of this.connections) this.sendNames(connection)
  }

  /** Names that this connection may read and does not have in their newest version. */
  sendNames(connection: Connection): void {
    const { state, names } = this.#parts.live()
    const sent: Record<PersonId, { name: string; version: number }> = {}
    for (const viewer of connection.following.values()) {
      if (viewer === null) continue
      for (const person of namesFor(viewer, state)) {
        const known = names.get(person)
        if (known !== undefined && connection.names.get(person) !== known.version) sent[person] = known
      }
    }
    for (const [person, { version }] of Object.entries(sent)) connection.names.set(person, version)
    if (Object.keys(sent).length > 0) connection.wire.emit('people', { names: sent })
  }

  #sendPresence(connection: Connection, viewer: Viewer): void {
    const { presence, live } = this.#parts
    const people = namesFor(viewer, live().state)
    if (people.length === 0) return
    const states = Object.fromEntries(people.map(person => [person, presence.stateOf(person)]))
    connection.wire.emit('presence', { people: states })
  }
}

export const wallChannel = (classId: string): string => `${classId} wall`

/** What a connection may follow: its own seat; instructors also the class and its rooms; a screen what it projects. */
function viewerOf({ holder }: Connection, sub: Subscription): Viewer | undefined {
  if (sub === 'projector') return holder.kind === 'person' ? undefined : { kind: 'projector' }
  if (holder.kind === 'screen') return undefined
  const { person } = holder
  if (sub === 'seat') return { kind: 'person', person }
  if (holder.kind !== 'instructor') return undefined
  return sub === 'console' ? { kind: 'console' } : { kind: 'watch', room: sub.slice('room:'.length), person }
}

function refuseFollow(connection: Connection): void {
  connection.bye('not-allowed', 'This page may not show that.')
}

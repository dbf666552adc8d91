import {
  type CellsFrame,
  type View,
  type WallCell,
  type WireCommandType,
  type WireShapes,
  withFrame,
} from '@evenkeel/classroom/view'
import {
  type Answer,
  type Batch,
  type Bye,
  type Claims,
  PROTOCOL_VERSION,
  RETRYABLE,
  type Resumed,
  type Sign,
  type Snapshot,
  type Subscription,
  type WireRefusalKind,
} from '@evenkeel/protocol/constants'
import { io, type Socket } from 'socket.io-client'
import { ComingBack } from './coming-back.ts'
import { type Followed, fromSnapshot, nothingYet, withEvents } from './followed.ts'
import { newId } from './new-id.ts'
import { Outbox, type OutboxState } from './outbox.ts'
import type { Wired } from './tap-age.ts'

export type As = { kind: 'seat'; seat: string } | { kind: 'instructor' } | { kind: 'screen' }

export interface LinkState {
  /** `ended`: the server will not have this page back; `refused` or `bye` says why. */
  readonly status: 'connecting' | 'live' | 'lost' | 'ended'
  readonly followed: Readonly<Partial<Record<Subscription, Followed>>>
  readonly names: Readonly<Record<string, string>>
  readonly presence: Readonly<Record<string, 'here' | 'away'>>
  readonly typing: Readonly<Record<string, boolean>>
  readonly wall: Readonly<Record<string, WallCell>>
  /** Of whom in a room there is no sign, as the wall has it. */
  readonly signs: Readonly<Record<string, Sign>>
  /** Seats that are asked for from a second device; the console's only. */
  readonly claims: Claims['claims']
  readonly outbox: OutboxState
  /** Add to this device's clock to get the server's, in ms. */
  readonly clockAhead: number
  readonly refused: { readonly kind: WireRefusalKind; readonly say: string } | undefined
}

const before: Omit<LinkState, 'outbox'> = {
  status: 'connecting',
  followed: {},
  names: {},
  presence: {},
  typing: {},
  wall: {},
  signs: {},
  claims: [],
  clockAhead: 0,
  refused: undefined,
}

/** One page's connection to one class: follows views, folds batches, keeps the outbox. For useSyncExternalStore. */
export class ClassLink {
  readonly classId: string
  readonly #socket: Socket
  readonly #outbox: Outbox
  /** After what the socket does not come back from by itself. If it does after all, there is nothing to do. */
  readonly #comingBack = new ComingBack(() => void (this.#socket.active || this.#socket.connect()))
  readonly #listeners = new Set<() => void>()
  #state: LinkState

  constructor(classId: string, as: As) {
    this.classId = classId
    this.#outbox = new Outbox(
      `${classId} ${as.kind === 'seat' ? as.seat : as.kind}`,
      wired => this.#emit(wired),
      () => this.#set({ outbox: this.#outbox.state }),
    )
    this.#state = { ...before, outbox: this.#outbox.state }
    this.#socket = io({
      // Long polling only where a network lets no websocket through; servers that share a Redis refuse it.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      query: { class: classId },
      auth: { v: PROTOCOL_VERSION, class: classId, as },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    })
    this.#listen()
  }

  // ---- for React

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getState = (): LinkState => this.#state

  #set(change: Partial<LinkState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  // ---- the wire

  #emit(wired: Wired): boolean {
    if (!this.#socket.connected) return false
    this.#socket.emit('command', wired)
    return true
  }

  #listen(): void {
    const socket = this.#socket
    socket.on('connect', () => {
      this.#comingBack.cancel()
      this.#set({ status: 'live', refused: undefined })
      for (const sub of Object.keys(this.#state.followed) as Subscription[]) this.#askFor(sub)
      this.#outbox.sendAll()
    })
    socket.on('connect_error', error => {
      const data = 'data' in error ? (error.data as LinkState['refused']) : undefined
      const final = data !== undefined && !RETRYABLE.has(data.kind)
      this.#set({ status: final ? 'ended' : 'lost', refused: data })
      if (data !== undefined && !final) this.#comingBack.after(2_000)
    })
    socket.on('disconnect', () => {
      if (this.#state.status === 'live') this.#set({ status: 'lost', typing: {} })
    })
    socket.on('snapshot', (told: Snapshot) => this.#take(told.sub, fromSnapshot(told), told.now))
    socket.on('resumed', (told: Resumed) =>
      this.#take(told.sub, withEvents(this.#state.followed[told.sub] ?? nothingYet, told), told.now),
    )
    socket.on('batch', (told: Batch) => {
      const followed = this.#state.followed[told.sub]
      if (followed !== undefined) this.#take(told.sub, withEvents(followed, told))
      told.answers?.forEach(answer => void this.#outbox.answered(answer))
    })
    socket.on('answers', (told: { answers: Answer[] }) =>
      told.answers.forEach(answer => void this.#outbox.answered(answer)),
    )
    socket.on('people', (told: { names: Record<string, { name: string }> }) => {
      const names = Object.fromEntries(Object.entries(told.names).map(([id, { name }]) => [id, name]))
      this.#set({ names: { ...this.#state.names, ...names } })
    })
    socket.on('presence', (told: { people: Record<string, 'here' | 'away'> }) =>
      this.#set({ presence: { ...this.#state.presence, ...told.people } }),
    )
    socket.on('typing', (told: { person: string; on: boolean }) =>
      this.#set({ typing: { ...this.#state.typing, [told.person]: told.on } }),
    )
    socket.on('wall', (told: CellsFrame & { signs?: Record<string, Sign> }) =>
      this.#set({ wall: withFrame(this.#state.wall, told), ...(told.signs && { signs: told.signs }) }),
    )
    socket.on('claims', ({ claims }: Claims) => this.#set({ claims }))
    socket.on('bye', (bye: Bye) => {
      const { again } = bye
      if (again === undefined) return this.#set({ status: 'ended', refused: bye })
      // To connect while the old connection still closes would be nothing.
      const back = () => this.#comingBack.after(again)
      if (socket.connected) socket.once('disconnect', back)
      else back()
    })
  }

  #take(sub: Subscription, followed: Followed, now?: number): void {
    this.#set({
      followed: { ...this.#state.followed, [sub]: followed },
      ...(now !== undefined && { clockAhead: now - Date.now() }),
    })
  }

  // ---- what a page asks for

  follow(sub: Subscription): void {
    if (this.#state.followed[sub] !== undefined) return
    this.#set({ followed: { ...this.#state.followed, [sub]: nothingYet } })
    if (this.#socket.connected) this.#askFor(sub)
  }

  unfollow(sub: Subscription): void {
    const { [sub]: _gone, ...followed } = this.#state.followed
    this.#set({ followed })
    this.#socket.emit('unfollow', { sub })
  }

  #askFor(sub: Subscription): void {
    const cursor = this.#state.followed[sub]?.cursor
    this.#socket.emit('follow', { sub, ...(cursor && { cursor }) })
  }

  /** Resolves with the server's answer, over any number of connections. */
  readonly act: Act = (type, data) => this.#outbox.add({ id: newId(), type, data })

  dismiss(id: string): void {
    this.#outbox.dismiss(id)
  }

  tellTyping(on: boolean): void {
    if (this.#socket.connected) this.#socket.volatile.emit('typing', { on })
  }

  close(): void {
    this.#comingBack.end()
    this.#socket.close()
  }
}

/** Gives a command. A refused one is also kept in the outbox's `notSent`, with its sentence. */
export type Act = <T extends WireCommandType>(type: T, data: WireShapes[T]) => Promise<Answer>

/** The folded view of a subscription, if it is there and of its kind. */
export function viewIn<K extends View['kind']>(
  state: LinkState,
  sub: Subscription,
  kind: K,
): Extract<View, { kind: K }> | undefined {
  const view = state.followed[sub]?.view
  return view?.kind === kind ? (view as Extract<View, { kind: K }>) : undefined
}

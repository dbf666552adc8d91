import {
  type CellsFrame,
  type ConsoleView,
  type PersonView,
  type ProjectorView,
  type View,
  type WallCell,
  type WatchView,
  type WireCommandType,
  type WireShapes,
  withFrame,
} from '@evenkeel/classroom'
import {
  type Answer,
  type Bye,
  PROTOCOL_VERSION,
  RETRYABLE,
  type Subscription,
  wire,
} from '@evenkeel/protocol'
import { io, type Socket } from 'socket.io-client'
import { FollowedView } from './followed-view.ts'
import { type LastWord, NotLetIn } from './not-let-in.ts'
import { Outbox } from './outbox.ts'
import { RECONNECT_AFTER, type SimulantOptions } from './simulant-options.ts'

/** A person's device without a screen: follows views on the real socket, sends commands, comes back by its cursor. */
export class Simulant {
  readonly socket: Socket
  readonly classId: string
  readonly names = new Map<string, string>()
  readonly presence = new Map<string, 'here' | 'away'>()
  wall: Readonly<Record<string, WallCell>> = {}
  /** Of whom the wall says that there is no sign. */
  signs: NonNullable<(typeof wire.wall)['_output']['signs']> = {}
  /** The server's word when it ended the connection; undefined again with the next one. */
  bye: Bye | undefined
  /** Why the server would not let this device in, if so. */
  refused: LastWord | undefined
  readonly frames: { readonly name: string; readonly text: string }[] = []
  readonly #options: SimulantOptions
  readonly #followed = new Map<Subscription, FollowedView>()
  readonly #outbox: Outbox
  readonly #watchers = new Set<() => void>()
  #closed = false
  /** The server's last word, while nothing more will come by itself. */
  #over: LastWord | undefined
  #comesBack: ReturnType<typeof setTimeout> | undefined

  constructor(options: SimulantOptions) {
    const {
      browser,
      classId,
      as,
      newId,
      reconnectAfter = RECONNECT_AFTER,
      transports = ['websocket'],
    } = options
    this.#options = { ...options, newId }
    this.classId = classId
    this.socket = io(browser.base, {
      forceNew: true,
      transports: [...transports],
      query: { class: classId },
      auth: { v: PROTOCOL_VERSION, class: classId, as },
      ...(browser.cookies !== undefined && { extraHeaders: { cookie: browser.cookies } }),
      reconnectionDelay: reconnectAfter,
      reconnectionDelayMax: reconnectAfter,
      randomizationFactor: 0,
    })
    this.#outbox = new Outbox(
      // What has no answer goes with the next connection; what the socket kept for it would go before that, and twice.
      sending => void (this.socket.connected && this.socket.emit('command', sending)),
      send => setTimeout(send, reconnectAfter),
    )
    this.#listen()
  }

  #listen(): void {
    const { socket } = this
    const on = (name: string, take: (body: unknown) => void) => {
      socket.on(name, (body: unknown) => {
        if (this.#options.record) this.frames.push({ name, text: JSON.stringify(body) })
        take(body)
        this.#look()
      })
    }
    socket.on('connect', () => {
      this.refused = undefined
      this.bye = undefined
      this.#staysAway()
      this.#over = undefined
      for (const [sub, followed] of this.#followed) this.#follow(sub, followed)
      this.#outbox.sendAll()
      this.#look()
    })
    socket.on('connect_error', error => {
      // A refusal of the server's; anything else is the network, and the socket tries again by itself.
      if ('data' in error && error.data !== undefined) this.#turnedAway(error.data as LastWord)
      this.#look()
    })
    socket.on('disconnect', reason => {
      // The server's own word is not followed by a reconnection unless it invites one.
      if (reason === 'io server disconnect' && this.bye !== undefined) {
        if (this.bye.again === undefined) this.#ends(this.bye)
        else this.#comesBackAfter(this.bye.again)
      }
      this.#look()
    })
    on('snapshot', body => {
      const snapshot = wire.snapshot.parse(body)
      this.#followed.get(snapshot.sub)?.snapshot(snapshot)
    })
    on('resumed', body => {
      const resumed = wire.resumed.parse(body)
      this.#followed.get(resumed.sub)?.resumed(resumed)
    })
    on('batch', body => {
      const batch = wire.batch.parse(body)
      this.#followed.get(batch.sub)?.batch(batch)
      for (const answer of batch.answers ?? []) this.#outbox.answered(answer)
    })
    on('answers', body => {
      for (const answer of wire.answers.parse(body).answers) this.#outbox.answered(answer)
    })
    on('people', body => {
      for (const [id, { name }] of Object.entries(wire.people.parse(body).names)) this.names.set(id, name)
    })
    on('presence', body => {
      for (const [id, state] of Object.entries(wire.presence.parse(body).people)) this.presence.set(id, state)
    })
    on('wall', body => {
      const frame = wire.wall.parse(body)
      this.wall = withFrame(this.wall, frame as unknown as CellsFrame)
      this.signs = frame.signs ?? this.signs
    })
    on('typing', body => void wire.typingSeen.parse(body))
    on('bye', body => {
      this.bye = wire.bye.parse(body)
    })
  }

  /** The socket does not try again by itself, as a page does after what was refused for now only. */
  #turnedAway(refused: LastWord): void {
    this.refused = refused
    if (RETRYABLE.has(refused.kind)) this.#comesBackAfter(this.#options.reconnectAfter ?? RECONNECT_AFTER)
    else this.#ends(refused)
  }

  #comesBackAfter(ms: number): void {
    this.#staysAway()
    this.#comesBack = setTimeout(() => this.socket.connect(), ms)
  }

  #staysAway(): void {
    clearTimeout(this.#comesBack)
  }

  #ends(word: LastWord): void {
    this.#over = word
    this.#outbox.end(new NotLetIn(word))
  }

  #look(): void {
    for (const watcher of [...this.#watchers]) watcher()
  }

  // ---- views

  follow(sub: Subscription): this {
    if (this.#followed.has(sub)) return this
    const followed = new FollowedView()
    this.#followed.set(sub, followed)
    if (this.socket.connected) this.#follow(sub, followed)
    return this
  }

  #follow(sub: Subscription, { cursor }: FollowedView): void {
    this.socket.emit('follow', { sub, ...(cursor && { cursor }) })
  }

  unfollow(sub: Subscription): void {
    this.#followed.delete(sub)
    this.socket.emit('unfollow', { sub })
  }

  followed(sub: Subscription): FollowedView | undefined {
    return this.#followed.get(sub)
  }

  #view<K extends View['kind']>(sub: Subscription, kind: K): Extract<View, { kind: K }> | undefined {
    const view = this.#followed.get(sub)?.view
    return view?.kind === kind ? (view as Extract<View, { kind: K }>) : undefined
  }

  get seat(): PersonView | undefined {
    return this.#view('seat', 'person')
  }

  get console(): ConsoleView | undefined {
    return this.#view('console', 'console')
  }

  get projector(): ProjectorView | undefined {
    return this.#view('projector', 'projector')
  }

  room(id: string): WatchView | undefined {
    return this.#view(`room:${id}` as Subscription, 'watch')
  }

  /**
   * Resolves as soon as it is so; looks again after everything that comes. Rejects with the server's sentence when the
   * server does not let this device in or has sent it away for good, unless that is what was waited for, and when the
   * device is closed: nothing more would ever come.
   */
  async until<T>(what: (simulant: this) => T | undefined | false | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const watcher = () => {
        const found = what(this)
        if (found !== undefined && found !== false && found !== null) resolve(found)
        else if (this.#over !== undefined) reject(new NotLetIn(this.#over))
        else if (this.#closed) reject(new Error('This device is closed.'))
        else return
        this.#watchers.delete(watcher)
      }
      this.#watchers.add(watcher)
      watcher()
    })
  }

  /** Calls it now and after everything that comes, as long as the device is open. */
  watch(look: (simulant: this) => void): void {
    const watcher = () => look(this)
    this.#watchers.add(watcher)
    watcher()
  }

  // ---- commands

  /**
   * Sends a command and gives the server's answer, over reconnections if need be. Rejects with the server's sentence when
   * that is its last word: whether the command was carried out is then not known.
   */
  async act<T extends WireCommandType>(
    type: T,
    data: WireShapes[T],
    id = this.#options.newId(),
  ): Promise<Answer> {
    if (this.#over !== undefined) throw new NotLetIn(this.#over)
    return this.#outbox.add(id, type, data, this.socket.connected)
  }

  /** Like `act`, for what must be carried out: rejects with the sentence of a refusal. */
  async do<T extends WireCommandType>(type: T, data: WireShapes[T]): Promise<number> {
    const answer = await this.act(type, data)
    if (!answer.ok) throw new Error(`${type}: ${answer.say} (${answer.kind})`)
    return answer.seq
  }

  /** Commands without an answer. */
  get unanswered(): number {
    return this.#outbox.size
  }

  /** Room, scene and seat as this device shows them now: what its commands are composed for. */
  get place() {
    const room = this.seat?.room
    return room ? { room: room.id, scene: room.scene, seat: room.seat } : undefined
  }

  // ---- the connection

  /** The network is lost; comes back with `reconnect`. */
  drop(): void {
    this.#staysAway()
    this.socket.disconnect()
  }

  reconnect(): void {
    this.#staysAway()
    this.#over = undefined
    this.socket.connect()
  }

  close(): void {
    this.#staysAway()
    this.socket.disconnect()
    this.#closed = true
    this.#look()
    this.#watchers.clear()
  }
}

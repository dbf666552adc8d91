import { randomUUID } from 'node:crypto'
import {
  type ConsoleView,
  type PersonId,
  type PersonView,
  personOf,
  viewOf,
  type WireCommandType,
  type WireShapes,
} from '@evenkeel/classroom'
import { parseCommand } from '@evenkeel/protocol'
import type { Device } from '@evenkeel/rehearsal'
import type { ClassHub } from '../live/class-hub.ts'
import { Connection } from '../live/connection.ts'

interface Answer {
  readonly ok: boolean
  readonly seq?: number
  readonly say?: string
}

/**
 * A device without a network: somebody simulated who sits inside the server. They see what their views show and no more,
 * their commands go through the same schema and the same line as everybody's, and they can drop out and come back.
 */
export class LocalDevice implements Device {
  readonly person: PersonId
  readonly #hub: ClassHub
  readonly #watchers = new Set<() => void>()
  #connection: Connection | undefined
  #known: { state: unknown; seat?: PersonView; console?: ConsoleView } = { state: undefined }

  constructor(hub: ClassHub, person: PersonId) {
    this.#hub = hub
    this.person = person
    this.enter()
  }

  // ---- the connection

  enter(): void {
    if (this.#connection !== undefined) return
    const wire = {
      id: randomUUID(),
      emit: () => true,
      join: () => true,
      leave: () => true,
      disconnect: () => this.leave(),
    }
    const instructs = personOf(this.#hub.live.state, this.person)?.role === 'instructor'
    this.#connection = new Connection(wire, {
      kind: instructs ? 'instructor' : 'person',
      person: this.person,
    })
    this.#hub.enter(this.#connection)
    this.look()
  }

  leave(): void {
    const connection = this.#connection
    this.#connection = undefined
    if (connection !== undefined) this.#hub.leave(connection)
  }

  // ---- what it shows

  #views() {
    const { state } = this.#hub.live
    if (this.#known.state !== state) this.#known = { state }
    return this.#known
  }

  get seat(): PersonView | undefined {
    const known = this.#views()
    if (known.seat !== undefined) return known.seat
    const view = viewOf({ kind: 'person', person: this.person }, this.#hub.live.state)
    if (view.kind === 'person') known.seat = view
    return known.seat
  }

  get console(): ConsoleView | undefined {
    const known = this.#views()
    if (known.console !== undefined) return known.console
    const view = viewOf({ kind: 'console' }, this.#hub.live.state)
    if (view.kind === 'console') known.console = view
    return known.console
  }

  get place() {
    const room = this.seat?.room
    return room ? { room: room.id, scene: room.scene, seat: room.seat } : undefined
  }

  /** Something happened in the class. A device that has dropped out does not see it. */
  look(): void {
    if (this.#connection === undefined) return
    for (const watcher of [...this.#watchers]) watcher()
  }

  until<T>(what: (device: Device) => T | undefined | false | null): Promise<T> {
    return new Promise(resolve => {
      const watcher = () => {
        if (this.#connection === undefined) return
        const found = what(this)
        if (found === undefined || found === false || found === null) return
        this.#watchers.delete(watcher)
        resolve(found)
      }
      this.#watchers.add(watcher)
      watcher()
    })
  }

  // ---- commands

  async act<T extends WireCommandType>(type: T, data: WireShapes[T]): Promise<Answer> {
    await this.until(() => true)
    const parsed = parseCommand({ id: randomUUID(), type, data })
    if (!parsed.ok) return { ok: false, say: parsed.say }
    return this.#hub.live.submit({ ...parsed.command, actor: this.person })
  }

  async do<T extends WireCommandType>(type: T, data: WireShapes[T]): Promise<number> {
    const answer = await this.act(type, data)
    if (!answer.ok) throw new Error(`${type}: ${answer.say ?? ''}`)
    return answer.seq ?? 0
  }
}

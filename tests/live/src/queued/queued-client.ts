import type { PersonView, WireCommandType, WireShapes } from '@evenkeel/classroom'
import { type Answer, wire } from '@evenkeel/protocol'
import { FollowedView, Outbox } from '@evenkeel/simulant'
import type { Message, QueuedWire } from './queued-network.ts'

/** A person's device on a queued wire, made of the simulant's own parts. */
export class QueuedClient {
  readonly person: string
  readonly view = new FollowedView()
  readonly outbox: Outbox
  readonly answers = new Map<string, Answer>()
  /** Messages to the server that are under way. */
  readonly up: Message[] = []
  wire: QueuedWire | undefined
  #number = 0

  constructor(person: string) {
    this.person = person
    this.outbox = new Outbox(
      sending => this.#send('command', sending),
      send => send(),
    )
  }

  get seat(): PersonView | undefined {
    const { view } = this.view
    return view?.kind === 'person' ? view : undefined
  }

  connected(to: QueuedWire): void {
    this.wire = to
    const { cursor } = this.view
    this.#send('follow', { sub: 'seat', ...(cursor && { cursor }) })
    this.outbox.sendAll()
  }

  /** Both directions lose what was under way. */
  lost(): void {
    this.wire = undefined
    this.up.length = 0
  }

  act<T extends WireCommandType>(type: T, data: WireShapes[T]): void {
    const id = `${this.person}-cmd-${++this.#number}`
    void this.outbox.add(id, type, data, this.wire !== undefined).then(answer => this.answers.set(id, answer))
  }

  #send(name: string, body: object): void {
    if (this.wire !== undefined) this.up.push({ name, text: JSON.stringify(body) })
  }

  /** Takes in the next message that is under way to this client. */
  hear({ name, text }: Message): void {
    const body: unknown = JSON.parse(text)
    switch (name) {
      case 'snapshot':
        return this.view.snapshot(wire.snapshot.parse(body))
      case 'resumed':
        return this.view.resumed(wire.resumed.parse(body))
      case 'batch': {
        const batch = wire.batch.parse(body)
        this.view.batch(batch)
        return batch.answers?.forEach(answer => void this.outbox.answered(answer))
      }
      case 'answers':
        return wire.answers.parse(body).answers.forEach(answer => void this.outbox.answered(answer))
      default:
    }
  }
}

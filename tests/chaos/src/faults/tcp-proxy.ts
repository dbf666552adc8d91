import { connect, createServer, type Server, type Socket } from 'node:net'

/** How the way between clients and server is at the moment. */
export interface Weather {
  /** ms that each piece is held up. */
  readonly delay: number
  /** Pieces are cut into so many bytes at most; 0 leaves them whole. */
  readonly slice: number
  /** Nothing comes through, and nobody is told. */
  readonly silent: boolean
}

const FINE: Weather = { delay: 0, slice: 0, silent: false }

/** A TCP proxy of our own between clients and server: it can hold up, cut into pieces, fall silent, and hang up on everybody. */
export class TcpProxy {
  port = 0
  #targets: () => readonly number[] = () => []
  #turn = 0
  #weather = FINE
  readonly #server: Server
  readonly #open = new Set<Socket>()

  constructor() {
    this.#server = createServer(client => this.#join(client))
  }

  /** Takes connections and carries them to one of the targets in turn, as a balancer does that sees who is there. */
  async listen(targets: () => readonly number[]): Promise<number> {
    this.#targets = targets
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    this.port = typeof address === 'object' && address !== null ? address.port : 0
    return this.port
  }

  set weather(weather: Partial<Weather>) {
    this.#weather = { ...FINE, ...weather }
  }

  /** Every connection breaks at once. */
  cut(): void {
    for (const socket of this.#open) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise<void>(resolve => this.#server.close(() => resolve()))
  }

  #join(client: Socket): void {
    const targets = this.#targets()
    const target = targets[this.#turn++ % Math.max(1, targets.length)]
    if (target === undefined) return void client.destroy()
    const server = connect(target, '127.0.0.1')
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#open.add(from)
      from.setNoDelay(true)
      from.on('error', () => {})
      from.on('close', () => {
        this.#open.delete(from)
        to.destroy()
      })
      this.#carry(from, to)
    }
  }

  /** Pieces of one connection keep their order, however long each is held up. */
  #carry(from: Socket, to: Socket): void {
    let before = Promise.resolve()
    from.on('data', (piece: Buffer) => {
      const { delay, slice, silent } = this.#weather
      if (silent) return
      before = before
        .then(() => held(delay))
        .then(() => {
          for (const part of parts(piece, slice)) if (!to.destroyed) to.write(part)
        })
    })
  }
}

const held = (ms: number) => (ms === 0 ? undefined : new Promise<void>(resolve => setTimeout(resolve, ms)))

function* parts(piece: Buffer, slice: number): Generator<Buffer> {
  if (slice === 0) yield piece
  else for (let at = 0; at < piece.length; at += slice) yield piece.subarray(at, at + slice)
}

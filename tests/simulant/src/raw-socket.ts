import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** The opcodes of RFC 6455 that a client may use. */
export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9 } as const

export interface FrameParts {
  readonly opcode: number
  /** Whether the message ends with this frame. */
  readonly fin: boolean
  readonly payload?: string | Uint8Array
  /** Clients must mask. */
  readonly masked?: boolean
  /** Bits that mean nothing without an extension. */
  readonly reserved?: number
  /** What the frame says of its length, where that is not true. */
  readonly announced?: bigint
}

/** One frame as RFC 6455, section 5.2, draws it, right or wrong. The mask is zero, so that the payload can be read on the way. */
export function frameOf({ opcode, fin, payload = '', masked = true, reserved = 0, announced }: FrameParts) {
  const body = Buffer.from(payload)
  const length = announced ?? BigInt(body.length)
  const head = Buffer.alloc(10)
  head[0] = (fin ? 0x80 : 0) | (reserved << 4) | opcode
  const mask = masked ? 0x80 : 0
  let size = 2
  if (length < 126n) head[1] = mask | Number(length)
  else if (length < 65_536n) {
    head[1] = mask | 126
    head.writeUInt16BE(Number(length), 2)
    size = 4
  } else {
    head[1] = mask | 127
    head.writeBigUInt64BE(length, 2)
    size = 10
  }
  return Buffer.concat([head.subarray(0, size), Buffer.alloc(masked ? 4 : 0), body])
}

/** How a connection ended: the code and the words of the server's close frame, or neither when it was just cut. */
export interface Ended {
  readonly code?: number
  readonly reason?: string
}

/** A websocket without a library: it sends what no library would. It answers no ping unless it is told to. */
export class RawSocket {
  readonly ended: Promise<Ended>
  readonly #socket: Socket
  readonly #heard: string[] = []
  #end: Ended = {}
  #rest = Buffer.alloc(0)
  #look: () => void = () => {}

  private constructor(socket: Socket, rest: Buffer) {
    this.#socket = socket
    this.ended = new Promise(resolve => socket.once('close', () => resolve(this.#end)))
    socket.on('error', () => {})
    socket.on('data', piece => this.#take(piece))
    this.#take(rest)
  }

  /** Asks the live connection for a websocket. Rejects when it is not given one: with the status line if there is one. */
  static open(base: string, query = '', cookie?: string): Promise<RawSocket> {
    const { hostname, port, host } = new URL(base)
    const socket = connect(Number(port), hostname)
    const lines = [
      `GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0)
      const read = (piece: Buffer) => {
        head = Buffer.concat([head, piece])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        socket.off('data', read)
        const [status = ''] = head.toString('latin1').split('\r\n')
        if (status.includes(' 101 ')) resolve(new RawSocket(socket, head.subarray(end + 4)))
        else reject(new Error(status))
      }
      socket.on('data', read)
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('The connection ended before there was an answer.')))
    })
  }

  send(...frames: readonly FrameParts[]): void {
    if (this.#socket.writable) this.#socket.write(Buffer.concat(frames.map(frameOf)))
  }

  /** A whole message in one frame. */
  say(text: string): void {
    this.send({ opcode: OPCODE.text, fin: true, payload: text })
  }

  /** The first text that came and begins like this. Rejects when the connection ends before. */
  async until(start: string): Promise<string> {
    for (;;) {
      const found = this.#heard.find(text => text.startsWith(start))
      if (found !== undefined) return found
      if (this.#socket.destroyed) throw new Error(`ended before anything began with ${start}`)
      await new Promise<void>(resolve => {
        this.#look = resolve
        this.#socket.once('close', resolve)
      })
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  /** Servers do not mask and ours does not fragment. */
  #take(piece: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, piece])
    for (;;) {
      const short = (this.#rest[1] ?? 0) & 0x7f
      const head = short === 126 ? 4 : short === 127 ? 10 : 2
      if (this.#rest.length < head) return
      const length =
        short === 126
          ? this.#rest.readUInt16BE(2)
          : short === 127
            ? Number(this.#rest.readBigUInt64BE(2))
            : short
      if (this.#rest.length < head + length) return
      const opcode = (this.#rest[0] ?? 0) & 0x0f
      const body = this.#rest.subarray(head, head + length)
      this.#rest = this.#rest.subarray(head + length)
      if (opcode === OPCODE.close) {
        this.#end = length < 2 ? {} : { code: body.readUInt16BE(0), reason: body.toString('utf8', 2) }
        this.#socket.end()
      } else if (opcode === OPCODE.text) this.#heard.push(body.toString('utf8'))
      this.#look()
    }
  }
}

import { LIMITS } from '@evenkeel/protocol'
import type { Socket } from 'socket.io'
import type { Clock } from '../clock.ts'

export type Weighed = 'fine' | 'too-many' | 'too-large' | 'flood'

const SECOND = 1_000

/**
 * How much one socket sends. Messages are counted and measured as they come off the connection, before they are parsed;
 * Socket.IO then hands them on in the same order.
 */
export class Intake {
  readonly #clock: Clock
  readonly #sizes: number[] = []
  #windowStart = 0
  #count = 0

  constructor(socket: Socket, clock: Clock) {
    this.#clock = clock
    socket.conn.on('packet', packet => {
      // '2' is Socket.IO's type for an event, '5' for one that brings bytes; everything else is not handed on to the class.
      if (packet.type === 'message' && typeof packet.data === 'string' && /^[25]/.test(packet.data)) {
        this.#sizes.push(Buffer.byteLength(packet.data))
      }
    })
  }

  /** Judges the message that is handed on next. */
  weigh(): Weighed {
    const size = this.#sizes.shift() ?? 0
    const now = this.#clock.now()
    if (now - this.#windowStart >= SECOND || now < this.#windowStart) {
      this.#windowStart = now
      this.#count = 0
    }
    this.#count++
    if (this.#count > LIMITS.commandsPerSecond * LIMITS.floodFactor) return 'flood'
    if (this.#count > LIMITS.commandsPerSecond) return 'too-many'
    return size > LIMITS.message ? 'too-large' : 'fine'
  }
}

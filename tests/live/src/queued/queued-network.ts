import type { Broadcast, Channels, Wire } from '@evenkeel/server'

export interface Message {
  readonly name: string
  /** As it would lie on the wire: nothing is shared between the two ends. */
  readonly text: string
}

/** One connection whose messages wait until the test lets them through, in order, as TCP keeps them. */
export class QueuedWire implements Wire {
  readonly id: string
  readonly down: Message[] = []
  readonly channels = new Set<string>()
  open = true

  constructor(id: string) {
    this.id = id
  }

  emit(name: string, body: object): void {
    if (this.open) this.down.push({ name, text: JSON.stringify(body) })
  }

  join(channel: string): void {
    this.channels.add(channel)
  }

  leave(channel: string): void {
    this.channels.delete(channel)
  }

  /** What is still under way is lost. */
  disconnect(): void {
    this.open = false
    this.down.length = 0
    this.channels.clear()
  }
}

/** All wires of one server. */
export class QueuedNetwork implements Channels {
  readonly wires = new Set<QueuedWire>()

  to(channels: string | string[]): Broadcast {
    const wanted = typeof channels === 'string' ? [channels] : channels
    return this.#to(wire => wanted.some(channel => wire.channels.has(channel)))
  }

  #to(hears: (wire: QueuedWire) => boolean): Broadcast {
    const broadcast: Broadcast = {
      get volatile() {
        return broadcast
      },
      except: ids => this.#to(wire => hears(wire) && !ids.includes(wire.id)),
      emit: (name, body) => {
        for (const wire of this.wires) if (hears(wire)) wire.emit(name, body)
      },
    }
    return broadcast
  }
}

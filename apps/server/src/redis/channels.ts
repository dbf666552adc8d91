import type { Clock } from '../clock.ts'
import type { Link, Listener } from './link.ts'
import { ANSWERED_WITHIN } from './silence.ts'

/** ms between looks whether what should be heard is subscribed to. */
const LOOK_EVERY = 2_000

export interface Heard {
  /** Resolves when the channel is heard, or can't be right now: then the next look tries again. */
  readonly heard: Promise<void>
  leave(): void
}

interface Channel {
  readonly name: string
  /** Each hearer is known by its own function, so that one may go and come again at once. */
  readonly hearers: Set<Listener>
  /** The one function that the library knows. */
  readonly tell: Listener
  /** What the library was asked about it last, until that is answered. */
  asking: Promise<void> | undefined
}

/**
 * Sharded channels. After a broken connection the library subscribes anew; that it did is looked at, not believed.
 *
 * The library is asked one thing at a time about a channel. Asking it again while it waits would be a command each time, and
 * would keep a connection that swallows everything from being taken for dead; and a word to leave behind a word to
 * hear takes the channel from both.
 */
export class Channels {
  readonly #link: Link
  readonly #clock: Clock
  readonly #channels = new Map<string, Channel>()
  #cancel: (() => void) | undefined

  constructor(link: Link, clock: Clock) {
    this.#link = link
    this.#clock = clock
    this.#lookAgain()
  }

  listen(name: string, hear: Listener): Heard {
    const channel = this.#channels.get(name) ?? this.#newChannel(name)
    const hearer: Listener = (message, on) => hear(message, on)
    channel.hearers.add(hearer)
    return {
      heard: this.#inTime(this.#settle(channel)),
      leave: () => {
        if (channel.hearers.delete(hearer) && channel.hearers.size === 0) void this.#settle(channel)
      },
    }
  }

  /** Called when something may have been told and not heard; what is told from then on is heard. */
  whenDeaf(look: () => void): void {
    this.#link.whenBack(() => void this.#subscribeToAll().then(look))
  }

  stop(): void {
    this.#cancel?.()
    this.#channels.clear()
  }

  #newChannel(name: string): Channel {
    const hearers = new Set<Listener>()
    const tell: Listener = (message, on) => {
      for (const hear of [...hearers]) hear(message, on)
    }
    const channel: Channel = { name, hearers, tell, asking: undefined }
    this.#channels.set(name, channel)
    return channel
  }

  #settle(channel: Channel): Promise<void> {
    channel.asking ??= this.#ask(channel).finally(() => {
      channel.asking = undefined
    })
    return channel.asking
  }

  /** Subscribes where somebody hears and unsubscribes where nobody does, until that is what was asked for last. */
  async #ask(channel: Channel): Promise<void> {
    const { name, tell, hearers } = channel
    for (;;) {
      const wanted = hearers.size > 0
      try {
        // Costs nothing where it is so already.
        await (wanted ? this.#link.subscribe(name, tell) : this.#link.unsubscribe(name, tell))
      } catch {
        // The next look tries again.
      }
      if (hearers.size > 0 !== wanted) continue
      if (!wanted && this.#channels.get(name) === channel) this.#channels.delete(name)
      return
    }
  }

  /** While Redis is away or silent the library waits with it; whoever wants to hear does not. */
  #inTime(asked: Promise<void>): Promise<void> {
    return new Promise(resolve => {
      const giveUp = this.#clock.after(ANSWERED_WITHIN, resolve)
      void asked.then(() => {
        giveUp()
        resolve()
      })
    })
  }

  async #subscribeToAll(): Promise<void> {
    const subscribed = async (channel: Channel) => {
      // What was asked before may have been asked of a connection that is gone.
      await channel.asking
      await this.#settle(channel)
    }
    await Promise.all([...this.#channels.values()].map(channel => this.#inTime(subscribed(channel))))
  }

  #lookAgain(): void {
    this.#cancel = this.#clock.after(LOOK_EVERY, () => {
      void this.#subscribeToAll()
      this.#lookAgain()
    })
  }
}

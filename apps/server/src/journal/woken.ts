import type { Clock } from '../clock.ts'
import type { Channels, Heard } from '../redis/channels.ts'
import { keys } from '../redis/keys.ts'

/** ms between looks at the journals that are followed, whatever was or was not heard. */
const LOOK_EVERY = 2_000

export interface WokenParts {
  readonly channels: Channels
  readonly clock: Clock
  /** Messages of this writer are its own: it has the events already. */
  readonly writer: string
  /** There may be events up to `seq`; undefined: look. */
  readonly woke: (classId: string, seq: number | undefined) => void
}

/**
 * Hears that somebody appended. A message may be lost (pub/sub promises nothing, and a connection that came back may have
 * lost its subscriptions), so nothing rests on it: after every reconnection and every two seconds all that is followed is looked at.
 */
export class Woken {
  readonly #parts: WokenParts
  readonly #followed = new Map<string, { count: number; readonly listening: Heard }>()
  #cancel: (() => void) | undefined
  #stopped = false

  constructor(parts: WokenParts) {
    this.#parts = parts
    parts.channels.whenDeaf(this.#lookAtAll)
    this.#lookAgain()
  }

  /** Resolves when messages are heard, or could not be subscribed to now: then the looks find what there is. */
  async follow(classId: string): Promise<void> {
    const known = this.#followed.get(classId)
    if (known !== undefined) {
      known.count += 1
      return known.listening.heard
    }
    const listening = this.#parts.channels.listen(keys.woke(classId), message => this.#hear(classId, message))
    this.#followed.set(classId, { count: 1, listening })
    return listening.heard
  }

  leave(classId: string): void {
    const known = this.#followed.get(classId)
    if (known === undefined) return
    known.count -= 1
    if (known.count > 0) return
    this.#followed.delete(classId)
    known.listening.leave()
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
  }

  #hear(classId: string, message: string): void {
    const [writer, seq] = message.split(' ')
    // A rewrite brings no event: whoever follows looks, and sees the new epoch.
    if (writer === 'rewrite') this.#parts.woke(classId, undefined)
    else if (writer !== this.#parts.writer) this.#parts.woke(classId, Number(seq))
  }

  readonly #lookAtAll = (): void => {
    if (this.#stopped) return
    for (const classId of this.#followed.keys()) this.#parts.woke(classId, undefined)
  }

  #lookAgain(): void {
    this.#cancel = this.#parts.clock.after(LOOK_EVERY, () => {
      this.#lookAtAll()
      if (!this.#stopped) this.#lookAgain()
    })
  }
}

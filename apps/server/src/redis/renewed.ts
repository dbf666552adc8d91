import type { Clock } from '../clock.ts'
import type { Link } from './link.ts'
import { within } from './within.ts'

interface Opened {
  readonly link: Link
  /** Settles when it can be used, or can't; or never. */
  readonly connected: Promise<unknown>
}

interface Renewed {
  readonly open: () => Opened
  readonly failed: (cause: unknown) => void
  readonly clock: Pick<Clock, 'after'>
}

/**
 * A link that is made anew when it is told to, because the library waits for what will not come. The old one serves until
 * the new one is connected; then it is ended, which rejects all that still waits in it, and whoever hears looks for what
 * was told meanwhile. One that does not connect in time is given up, and the old one stays.
 */
export async function renewed({ open, failed, clock }: Renewed): Promise<Link> {
  const looks: (() => void)[] = []
  const opened = () => {
    const { link, connected } = open()
    link.whenBack(() => {
      for (const look of looks) look()
    })
    return { link, connected }
  }
  const first = opened()
  await first.connected
  let link = first.link
  let next: Link | undefined
  let ended = false

  async function renew(): Promise<void> {
    const coming = opened()
    next = coming.link
    try {
      await within(clock, coming.connected)
      if (ended) return
      const old = link
      link = coming.link
      next = undefined
      old.destroy()
      for (const look of looks) look()
    } catch (cause) {
      failed(cause)
    } finally {
      next?.destroy()
      next = undefined
    }
  }

  return {
    get commands() {
      return link.commands
    },
    placeOf: key => link.placeOf(key),
    primaries: () => link.primaries(),
    subscribe: (channel, listener) => link.subscribe(channel, listener),
    unsubscribe: (channel, listener) => link.unsubscribe(channel, listener),
    whenBack: look => void looks.push(look),
    renew: () => {
      if (next === undefined && !ended) void renew()
    },
    get isOpen() {
      return link.isOpen
    },
    destroy: () => {
      ended = true
      next?.destroy()
      link.destroy()
    },
  }
}

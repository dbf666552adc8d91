import type { StoredEvent } from './port.ts'

type Read = (classId: string, afterSeq: number, limit: number) => Promise<readonly StoredEvent[]>

interface Follower {
  readonly onEvents: (events: readonly StoredEvent[]) => void
  upto: number
  catchingUp: boolean
  /** Somebody else may have appended while a page was being read. */
  missed: boolean
  /** What this store appended meanwhile: it is at hand, and need not be read. */
  readonly held: (readonly StoredEvent[])[]
  ended: boolean
}

const PAGE = 1000

/**
 * Following in three steps: subscribe, read what was missed, go live and skip what was already sent.
 * The store tells `appended` in seq order after each commit; a gap (it should not happen) is read from the store.
 */
export class Followers {
  readonly #read: Read
  readonly #byClass = new Map<string, Set<Follower>>()

  constructor(read: Read) {
    this.#read = read
  }

  async follow(classId: string, afterSeq: number, onEvents: Follower['onEvents']): Promise<() => void> {
    const follower: Follower = {
      onEvents,
      upto: afterSeq,
      catchingUp: false,
      missed: false,
      held: [],
      ended: false,
    }
    const followers = this.#byClass.get(classId) ?? new Set()
    this.#byClass.set(classId, followers.add(follower))
    const end = () => {
      follower.ended = true
      followers.delete(follower)
      if (followers.size === 0 && this.#byClass.get(classId) === followers) this.#byClass.delete(classId)
    }
    try {
      await this.#catchUp(classId, follower)
    } catch (error) {
      end()
      throw error
    }
    return end
  }

  appended(classId: string, events: readonly StoredEvent[]): void {
    const followers = this.#byClass.get(classId)
    if (followers === undefined) return
    for (const follower of [...followers]) {
      // What follows on is heard at once, also while something is being read: that will find it heard.
      if (deliver(follower, events)) continue
      if (follower.catchingUp) follower.held.push(events)
      // Not filled now? Then the next append finds the same gap and tries again.
      else this.#catchUp(classId, follower).catch(() => {})
    }
  }

  /** Another writer may have appended, up to `seq` if that is known: whoever has not got so far reads what is missing. */
  woke(classId: string, seq = Number.POSITIVE_INFINITY): void {
    for (const follower of [...(this.#byClass.get(classId) ?? [])]) {
      if (follower.upto >= seq) continue
      if (follower.catchingUp) follower.missed = true
      // The store did not answer: the next sign of life asks again.
      else this.#catchUp(classId, follower).catch(() => {})
    }
  }

  async #catchUp(classId: string, follower: Follower): Promise<void> {
    follower.catchingUp = true
    try {
      for (;;) {
        follower.missed = false
        const page = await this.#read(classId, follower.upto, PAGE)
        if (follower.ended) return
        deliver(follower, page)
        if (page.length === PAGE) continue
        // Before one that does not follow on there is somebody else's, which has to be read.
        const gap = follower.held.splice(0).some(events => !deliver(follower, events))
        if (!gap && !follower.missed) return
      }
    } finally {
      follower.held.length = 0
      follower.catchingUp = false
    }
  }
}

/** False when events are missing before these. */
function deliver(follower: Follower, events: readonly StoredEvent[]): boolean {
  if (follower.ended) return true
  const fresh = events.filter(event => event.seq > follower.upto)
  const [first] = fresh
  const last = fresh.at(-1)
  if (first === undefined || last === undefined) return true
  if (first.seq !== follower.upto + 1) return false
  follower.upto = last.seq
  try {
    follower.onEvents(fresh)
  } catch (error) {
    // A follower's bug must be seen, but not by the writer whose events are stored already.
    queueMicrotask(() => {
      throw error
    })
  }
  return true
}

import {
  type ClassEvent,
  type ClassState,
  type Deadline,
  deadlineId,
  deadlineOf,
  type Room,
  roomOf,
} from '@evenkeel/classroom'
import type { Clock } from '../clock.ts'

/** Events after which the deadlines of every room may be others. */
const EVERY_ROOM: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'RoundStarted',
  'RoomOpened',
  'ClocksShifted',
  'SettingsChanged',
  'SeatsSwapped',
  'PersonSetAside',
  'PersonRemoved',
  'PersonSeated',
  'ClassClosed',
])

interface Timer {
  readonly id: string
  readonly endsAt: number
  readonly cancel: () => void
}

/**
 * One timer for each room that moves by itself. A deadline stands in the journal as an absolute time; this only wakes up
 * for it. `pass` gives the command under an id of the deadline's own, so that it is carried out once whoever gives it.
 */
export class Deadlines {
  readonly #clock: Clock
  readonly #pass: (deadline: Deadline) => void
  readonly #wait: () => number
  readonly #timers = new Map<string, Timer>()

  /** `wait`: ms for which another server is let go first when a deadline has passed. */
  constructor(clock: Clock, pass: (deadline: Deadline) => void, wait: () => number = () => 0) {
    this.#clock = clock
    this.#pass = pass
    this.#wait = wait
  }

  /** The earliest deadline that is open. */
  get next(): number | undefined {
    const all = [...this.#timers.values()].map(({ endsAt }) => endsAt).filter(at => !Number.isNaN(at))
    return all.length === 0 ? undefined : Math.min(...all)
  }

  get open(): number {
    return this.#timers.size
  }

  /** Looks again at the rooms that these events were about. */
  heed(events: readonly ClassEvent[], state: ClassState): void {
    const rooms = new Set<string>()
    for (const event of events) {
      if (EVERY_ROOM.has(event.type)) return this.heedAll(state)
      if ('room' in event.data && event.data.room !== null) rooms.add(event.data.room)
    }
    for (const id of rooms) {
      const room = roomOf(state, id)
      if (room !== undefined) this.#set(state, room)
    }
  }

  heedAll(state: ClassState): void {
    const rooms = state.status === 'open' ? (state.round?.rooms ?? []) : []
    const ids = new Set(rooms.map(room => room.id))
    for (const [id, timer] of this.#timers) {
      if (ids.has(id)) continue
      timer.cancel()
      this.#timers.delete(id)
    }
    for (const room of rooms) this.#set(state, room)
  }

  #set(state: ClassState, room: Room): void {
    const due = deadlineOf(state, room)
    const timer = this.#timers.get(room.id)
    if (timer?.id === (due && deadlineId(due))) return
    timer?.cancel()
    this.#timers.delete(room.id)
    if (due === undefined) return
    const { endsAt } = due
    const id = deadlineId(due)
    const pass = () => {
      this.#timers.delete(room.id)
      this.#pass(due)
    }
    const cancel = this.#clock.after(endsAt - this.#clock.now(), () => {
      const wait = this.#wait()
      if (wait === 0) return pass()
      // If the other has passed it by then, its event calls this off.
      this.#timers.set(room.id, { id, endsAt, cancel: this.#clock.after(wait, pass) })
    })
    this.#timers.set(room.id, { id, endsAt, cancel })
  }

  /** The store did not take it: asks again after a pause, as long as the deadline is still open. */
  retry(deadline: Deadline, state: () => ClassState, ms: number): void {
    const cancel = this.#clock.after(ms, () => {
      this.#timers.delete(deadline.room)
      this.heedAll(state())
    })
    this.#timers.set(deadline.room, { id: '', endsAt: Number.NaN, cancel })
  }

  stop(): void {
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
  }
}

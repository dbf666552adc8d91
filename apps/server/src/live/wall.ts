import { type ClassEvent, type ClassState, type RoomId, type WallCell, wallCell } from '@evenkeel/classroom'
import type { Clock } from '../clock.ts'

/** At most four frames a second, whatever the rooms do. */
export const WALL_FRAME_MS = 250

export interface WallFrame {
  readonly whole: boolean
  readonly cells: Readonly<Record<RoomId, WallCell>>
  readonly now: number
}

/** Collects what changed on the instructors' wall into frames. Works only while somebody looks. */
export class Wall {
  readonly #clock: Clock
  readonly #state: () => ClassState
  readonly #send: (frame: WallFrame) => void
  readonly #shown = new Map<RoomId, string>()
  #timer: (() => void) | undefined
  #whole = false
  #watched = false

  constructor(clock: Clock, state: () => ClassState, send: (frame: WallFrame) => void) {
    this.#clock = clock
    this.#state = state
    this.#send = send
  }

  /** Whether any screen shows the wall. */
  watch(on: boolean): void {
    this.#watched = on
    if (on) return
    this.#timer?.()
    this.#timer = undefined
  }

  heed(events: readonly ClassEvent[]): void {
    if (!this.#watched) return
    if (events.some(event => event.type === 'RoundStarted')) this.#whole = true
    this.#timer ??= this.#clock.after(WALL_FRAME_MS, () => {
      this.#timer = undefined
      this.#frame()
    })
  }

  /** Everything, for a screen that begins to show the wall. It may be newer than what the others were sent last. */
  wholeFrame(): WallFrame {
    this.#shown.clear()
    return { whole: true, cells: Object.fromEntries(this.#cells()), now: this.#clock.now() }
  }

  #cells(): [RoomId, WallCell][] {
    const state = this.#state()
    return (state.round?.rooms ?? []).map(room => [room.id, wallCell(state, room)])
  }

  #frame(): void {
    const whole = this.#whole
    this.#whole = false
    if (whole) this.#shown.clear()
    const changed = this.#cells().filter(([id, cell]) => {
      const text = JSON.stringify(cell)
      if (this.#shown.get(id) === text) return false
      this.#shown.set(id, text)
      return true
    })
    if (changed.length > 0) this.#send({ whole, cells: Object.fromEntries(changed), now: this.#clock.now() })
  }

  stop(): void {
    this.watch(false)
  }
}

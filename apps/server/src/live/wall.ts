import {
  type ClassEvent,
  type ClassState,
  type Room,
  type RoomId,
  sameData,
  type WallCell,
  wallCell,
} from '@evenkeel/classroom'
import type { Clock } from '../clock.ts'
import type { Signs } from './signs.ts'

/** At most four frames a second, whatever the rooms do. */
export const WALL_FRAME_MS = 250
/** How often it is looked who gives a sign. */
const LOOK_EVERY = 1_000

export interface WallFrame {
  readonly whole: boolean
  readonly cells: Readonly<Record<RoomId, WallCell>>
  readonly signs?: Signs
  readonly now: number
}

export interface WallParts {
  readonly clock: Clock
  readonly state: () => ClassState
  readonly signs: () => Signs
  readonly send: (frame: WallFrame) => void
}

/** A cell, and all that it was made from. */
interface Made {
  readonly room: Room
  readonly help: ClassState['help']
  readonly people: ClassState['people']
  readonly cell: WallCell
}

/** Collects what changed on the instructors' wall into frames. Works only while somebody looks. */
export class Wall {
  readonly #parts: WallParts
  readonly #shown = new Map<RoomId, Made>()
  #signs: Signs = {}
  #frameTimer: (() => void) | undefined
  #lookTimer: (() => void) | undefined
  #whole = false
  #watched = false

  constructor(parts: WallParts) {
    this.#parts = parts
  }

  /** Whether any screen shows the wall. */
  watch(on: boolean): void {
    if (on && !this.#watched) this.#lookAgain()
    this.#watched = on
    if (on) return
    this.#frameTimer?.()
    this.#frameTimer = undefined
    this.#lookTimer?.()
    this.#lookTimer = undefined
  }

  heed(events: readonly ClassEvent[]): void {
    if (!this.#watched) return
    if (events.some(event => event.type === 'RoundStarted')) this.#whole = true
    this.#frameSoon()
  }

  /** Everything, for a screen that begins to show the wall. It may be newer than what the others were sent last. */
  wholeFrame(): WallFrame {
    this.#shown.clear()
    const { clock, state, signs } = this.#parts
    const cells = (state().round?.rooms ?? []).map(room => [room.id, wallCell(state(), room)] as const)
    return { whole: true, cells: Object.fromEntries(cells), signs: signs(), now: clock.now() }
  }

  #lookAgain(): void {
    this.#lookTimer = this.#parts.clock.after(LOOK_EVERY, () => {
      if (!sameData(this.#parts.signs(), this.#signs)) this.#frameSoon()
      this.#lookAgain()
    })
  }

  #frameSoon(): void {
    this.#frameTimer ??= this.#parts.clock.after(WALL_FRAME_MS, () => {
      this.#frameTimer = undefined
      this.#frame()
    })
  }

  #frame(): void {
    const { clock, state, send } = this.#parts
    const whole = this.#whole
    this.#whole = false
    if (whole) this.#shown.clear()
    const cells = Object.fromEntries(this.#changed(state()).map(cell => [cell.room, cell]))
    const signs = this.#parts.signs()
    const told = whole || !sameData(signs, this.#signs)
    this.#signs = signs
    if (told || Object.keys(cells).length > 0)
      send({ whole, cells, ...(told && { signs }), now: clock.now() })
  }

  /** A room that is the same value as in the last frame is not looked at. */
  #changed(state: ClassState): WallCell[] {
    const { help, people } = state
    return (state.round?.rooms ?? []).flatMap(room => {
      const shown = this.#shown.get(room.id)
      if (shown?.room === room && shown.help === help && shown.people === people) return []
      const cell = wallCell(state, room)
      this.#shown.set(room.id, { room, help, people, cell })
      return shown !== undefined && sameData(shown.cell, cell) ? [] : [cell]
    })
  }

  stop(): void {
    this.watch(false)
  }
}

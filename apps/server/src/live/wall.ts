import {
  type CellChange,
  type CellsFrame,
  type ClassEvent,
  type ClassState,
  cellChange,
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
/**
 * ms behind a frame in which many rooms changed. Such a frame costs as much as all of them, and where everything moves nobody sees
 * whether it moves every 600 ms or every 250.
 */
export const WALL_BUSY_MS = 600
const MANY_ROOMS = 30
/** What a scene is made of. Everything else, a call for help or a stop, does not wait so long. */
const USUAL: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'LineSaid',
  'TemperatureSet',
  'MomentMarked',
])

/** How often it is looked who gives a sign. */
const LOOK_EVERY = 1_000

export interface WallFrame extends CellsFrame {
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
  #tellSigns = false
  /** No screen was sent anything yet. */
  #alone = true
  #frameTimer: (() => void) | undefined
  /** Server time at which the running timer makes a frame. */
  #due = 0
  #pause = WALL_FRAME_MS
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
    this.#alone = true
    this.#shown.clear()
    this.#frameTimer?.()
    this.#frameTimer = undefined
    this.#lookTimer?.()
    this.#lookTimer = undefined
  }

  heed(events: readonly ClassEvent[]): void {
    if (!this.#watched) return
    if (events.some(event => event.type === 'RoundStarted')) this.#whole = true
    this.#frameSoon(events.every(event => USUAL.has(event.type)) ? this.#pause : WALL_FRAME_MS)
  }

  /**
   * Everything, for a screen that begins to show the wall. It may be newer than what the others were sent last; what
   * differs is then sent whole to all, so that it may as well change back until the next frame.
   */
  wholeFrame(): WallFrame {
    const { clock, state, signs } = this.#parts
    const { help, people, round } = state()
    const cells: Record<RoomId, WallCell> = {}
    for (const room of round?.rooms ?? []) {
      const shown = this.#shown.get(room.id)
      const cell = wallCell(state(), room, shown)
      cells[room.id] = cell
      if (this.#alone || (shown !== undefined && cellChange(shown.cell, cell) === null))
        this.#shown.set(room.id, { room, help, people, cell })
      else {
        this.#shown.delete(room.id)
        this.#frameSoon()
      }
    }
    this.#alone = false
    const told = signs()
    if (!sameData(told, this.#signs)) {
      this.#tellSigns = true
      this.#frameSoon()
    }
    return { whole: true, cells, signs: told, now: clock.now() }
  }

  #lookAgain(): void {
    this.#lookTimer = this.#parts.clock.after(LOOK_EVERY, () => {
      if (!sameData(this.#parts.signs(), this.#signs)) this.#frameSoon()
      this.#lookAgain()
    })
  }

  /** The next frame, so many ms from now at the latest. */
  #frameSoon(within = this.#pause): void {
    const { clock } = this.#parts
    const due = clock.now() + within
    if (this.#frameTimer !== undefined && this.#due <= due) return
    this.#frameTimer?.()
    this.#due = due
    this.#frameTimer = clock.after(within, () => {
      this.#frameTimer = undefined
      this.#frame()
    })
  }

  #frame(): void {
    const { clock, state, send } = this.#parts
    const whole = this.#whole
    this.#whole = false
    if (whole) this.#shown.clear()
    const { cells, changes } = this.#changed(state())
    const signs = this.#parts.signs()
    const told = whole || this.#tellSigns || !sameData(signs, this.#signs)
    this.#tellSigns = false
    this.#signs = signs
    if (told || cells !== undefined || changes !== undefined)
      send({
        whole,
        cells: cells ?? {},
        ...(changes && { changes }),
        ...(told && { signs }),
        now: clock.now(),
      })
  }

  /** A room that is the same value as in the last frame is not looked at. */
  #changed(state: ClassState): Partial<Pick<CellsFrame, 'cells' | 'changes'>> {
    const { help, people } = state
    let cells: Record<RoomId, WallCell> | undefined
    let changes: Record<RoomId, CellChange> | undefined
    let changed = 0
    for (const room of state.round?.rooms ?? []) {
      const shown = this.#shown.get(room.id)
      if (shown?.room === room && shown.help === help && shown.people === people) continue
      const cell = wallCell(state, room, shown)
      this.#shown.set(room.id, { room, help, people, cell })
      if (shown === undefined) {
        cells ??= {}
        cells[room.id] = cell
        continue
      }
      const change = cellChange(shown.cell, cell)
      if (change === null) continue
      changed++
      changes ??= {}
      changes[room.id] = change
    }
    this.#pause = changed > MANY_ROOMS ? WALL_BUSY_MS : WALL_FRAME_MS
    return { ...(cells && { cells }), ...(changes && { changes }) }
  }

  stop(): void {
    this.watch(false)
  }
}

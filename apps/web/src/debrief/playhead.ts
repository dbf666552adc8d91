import { type Instant, played, type Speed, sceneAt, type Timeline } from '@evenkeel/insight/scene'

export interface PlayheadState {
  readonly instant: Instant
  readonly playing: boolean
  readonly speed: Speed
  /** The moment that somebody chose; without one it is the newest at the playhead. */
  readonly picked: string | undefined
}

/** Real time, as a browser gives it: ms, once a frame. */
export interface Frames {
  request: (then: (ms: number) => void) => number
  cancel: (id: number) => void
  /** Somebody asked for less motion. */
  still: () => boolean
}

/** A tab that slept does not jump over what it missed; ms of real time. */
const LONGEST_FRAME = 250
/** With less motion the playhead moves in steps of this many ms of real time. */
const STILL_STEP = 1_000

/**
 * Where somebody reads in a scene: one offset that the drawing, the transcript and the moments follow. It is a store of
 * its own, so that a frame of playing draws a line anew and not a page.
 */
export class Playhead {
  /** Begins the ids of the elements that stand for points of this scene. */
  readonly id: string
  readonly #frames: Frames
  readonly #listeners = new Set<() => void>()
  #timeline: Timeline
  #state: PlayheadState
  /** Where playing has come to; runs ahead of what is shown when that moves in steps. */
  #reached = 0
  #last: number | undefined
  #frame: number | undefined

  constructor(timeline: Timeline, id: string, frames: Frames) {
    this.id = id
    this.#timeline = timeline
    this.#frames = frames
    this.#state = { instant: sceneAt(timeline, 0), playing: false, speed: 1, picked: undefined }
  }

  get state(): PlayheadState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same scene, when something of it came in or was named. */
  turnTo(timeline: Timeline): void {
    if (timeline === this.#timeline) return
    this.#timeline = timeline
    this.#show({ instant: sceneAt(timeline, this.#state.instant.offset) })
  }

  seek(offset: number, picked?: string): void {
    const instant = sceneAt(this.#timeline, offset)
    this.#reached = instant.offset
    this.#show({ instant, picked })
  }

  /** To what happened next, or before; at an end it stays. */
  step(direction: 'next' | 'previous'): void {
    const to = this.#state.instant[direction]
    if (to !== null) this.seek(to)
  }

  speedUp(speed: Speed): void {
    this.#show({ speed })
  }

  /** From the end it plays from the beginning. */
  play(): void {
    if (this.#state.playing || this.#timeline.played <= 0) return
    if (this.#state.instant.next === null) this.seek(0)
    this.#reached = this.#state.instant.offset
    this.#last = undefined
    this.#show({ playing: true })
    this.#frame = this.#frames.request(this.#tick)
  }

  pause(): void {
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame)
    this.#frame = undefined
    if (this.#state.playing) this.#show({ playing: false })
  }

  toggle(): void {
    if (this.#state.playing) this.pause()
    else this.play()
  }

  readonly #tick = (ms: number): void => {
    const { speed, instant } = this.#state
    const passed = Math.min(LONGEST_FRAME, Math.max(0, ms - (this.#last ?? ms)))
    this.#last = ms
    this.#reached = played(this.#timeline, this.#reached, passed, speed)
    const ended = this.#reached >= this.#timeline.played
    const due = ended || !this.#frames.still() || this.#reached - instant.offset >= STILL_STEP * speed
    if (due && this.#reached !== instant.offset)
      this.#show({ instant: sceneAt(this.#timeline, this.#reached), picked: undefined })
    if (ended) return this.pause()
    this.#frame = this.#frames.request(this.#tick)
  }

  #show(change: Partial<PlayheadState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

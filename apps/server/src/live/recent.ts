import type { Audience, ViewEvent } from '@evenkeel/classroom'
import { type Viewer, viewerKey } from '@evenkeel/classroom'

interface Entry {
  readonly seq: number
  readonly audiences: readonly Audience[]
}

interface Ring {
  readonly entries: Entry[]
  /** Everything up to here may have been forgotten. */
  floor: number
}

/** At least so many events are kept for each room, and for the class outside of rooms; at most twice as many. */
const KEPT = 64

/**
 * What was published lately in one class: a bounded ring for each room answers clients with a recent cursor, so that
 * reconnecting costs what was missed. Whoever is older than their ring gets a snapshot.
 */
export class Recent {
  readonly #rings = new Map<string, Ring>()
  /** When a viewer's whole view last changed: nothing from before may reach them again. */
  readonly #standing = new Map<string, number>()
  #floor: number

  /** `floor`: the class's seq when this memory begins. */
  constructor(floor: number) {
    this.#floor = floor
  }

  get floor(): number {
    return this.#floor
  }

  keep(seq: number, room: string | null, audiences: readonly Audience[]): void {
    const bySide = new Map<string, Audience[]>()
    for (const audience of audiences) {
      const whole = audience.events.some(event => event.op === 'view')
      for (const viewer of audience.viewers) {
        if (whole) {
          // Whoever comes back from before it gets a snapshot, which is the same; so it need not be kept.
          this.#standing.set(viewerKey(viewer), seq)
          continue
        }
        const side =
          viewer.kind === 'console' || viewer.kind === 'projector' ? viewer.kind : `room:${room ?? ''}`
        const known = bySide.get(side)
        if (known === undefined) bySide.set(side, [audience])
        else if (known.at(-1) !== audience) known.push(audience)
      }
    }
    for (const [side, entry] of bySide) this.#ring(side).entries.push({ seq, audiences: entry })
    for (const side of bySide.keys()) this.#trim(side)
  }

  #ring(side: string): Ring {
    const known = this.#rings.get(side)
    if (known !== undefined) return known
    const ring: Ring = { entries: [], floor: this.#floor }
    this.#rings.set(side, ring)
    return ring
  }

  #trim(side: string): void {
    const ring = this.#ring(side)
    // Cut in halves, so that it costs nothing on most calls.
    if (ring.entries.length < KEPT * 2) return
    const dropped = ring.entries.splice(0, KEPT)
    ring.floor = dropped.at(-1)?.seq ?? ring.floor
  }

  /** The view events that a viewer who sits in `room` missed after `upto`; undefined when only a snapshot will do. */
  since(viewer: Viewer, room: string | null, upto: number): readonly ViewEvent[] | undefined {
    const key = viewerKey(viewer)
    if (upto < this.#floor || upto < (this.#standing.get(key) ?? 0)) return undefined
    const sides =
      viewer.kind === 'console' || viewer.kind === 'projector'
        ? [viewer.kind]
        : [...new Set([`room:${room ?? ''}`, 'room:'])]
    const missed: { seq: number; events: readonly ViewEvent[] }[] = []
    for (const side of sides) {
      const ring = this.#rings.get(side)
      if (ring === undefined) continue
      if (upto < ring.floor) return undefined
      for (let index = ring.entries.length - 1; index >= 0; index--) {
        const entry = ring.entries[index]
        if (entry === undefined || entry.seq <= upto) break
        for (const audience of entry.audiences) {
          if (audience.viewers.some(known => viewerKey(known) === key))
            missed.push({ seq: entry.seq, events: audience.events })
        }
      }
    }
    return missed.sort((a, b) => a.seq - b.seq).flatMap(entry => entry.events)
  }
}

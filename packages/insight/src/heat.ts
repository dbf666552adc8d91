import type { BandId, Temperature } from '@evenkeel/playbook'
import { bandOf } from '@evenkeel/playbook/words'
import type { Told } from './played-scene.ts'
import { type Segment, shownPoints, shownSegments } from './segments.ts'

/** `over`: the played time behind the mean, in ms. */
export type MeanLevel =
  | { readonly level: number; readonly over: number }
  | { readonly level: null; readonly over: 0; readonly because: NoLevel }

/** `no-curve`: whoever asks may not see the temperature, or there is none. */
export type NoLevel = 'no-curve' | 'nothing-played'

export const NO_LEVEL_SAYS: Readonly<Record<NoLevel, string>> = {
  'no-curve': 'No temperature is known for this scene.',
  'nothing-played': 'No time was played in this scene.',
}

/** The temperature of a scene in figures, of the curve as it counts. Levels are null only without a curve. */
export interface Heat {
  readonly start: Temperature | null
  readonly peak: Temperature | null
  readonly end: Temperature | null
  /** Sum of level x duration over the played time. */
  readonly mean: MeanLevel
  /** Milliseconds in each band of the ladder; together the played time. */
  readonly within: Readonly<Record<BandId, number>>
  /** How often the customer moved it while they played. At 0 the curve says no more than where the card starts. */
  readonly moves: number
}

export function heatOf(scene: Pick<Told, 'played' | 'curve' | 'corrected'>): Heat {
  const segments = shownSegments(scene)
  const points = shownPoints(scene)
  const start = segments[0]?.level ?? points[0]?.level ?? null
  // Set in the last millisecond it has no stretch of its own, and is still how the scene ended.
  const end = points.at(-1)?.level ?? null
  const levels = [...segments.map(segment => segment.level), ...(end === null ? [] : [end])]
  return {
    start,
    peak: levels.reduce<Temperature | null>(
      (top, level) => (top === null || level > top ? level : top),
      null,
    ),
    end,
    mean: meanLevel(segments, points.length > 0),
    within: timeWithin(segments),
    moves: Math.max(0, (scene.curve?.length ?? 0) - 1),
  }
}

function meanLevel(segments: readonly Segment[], known: boolean): MeanLevel {
  const over = segments.reduce((sum, { from, to }) => sum + to - from, 0)
  if (over === 0) return { level: null, over: 0, because: known ? 'nothing-played' : 'no-curve' }
  return { level: segments.reduce((sum, { from, to, level }) => sum + level * (to - from), 0) / over, over }
}

function timeWithin(segments: readonly Segment[]): Record<BandId, number> {
  const within: Record<BandId, number> = { settled: 0, upset: 0, furious: 0 }
  for (const { from, to, level } of segments) within[bandOf(level)] += to - from
  return within
}

import type { Line, Moment, PersonId, SceneView } from '@evenkeel/classroom/view'
import type { Told } from '@evenkeel/insight/scene'

/**
 * A scene as it is drawn: a `SceneView`, or the projector's, which does not say who spoke and marked. Offsets are
 * milliseconds of played time.
 */
export interface ShownScene
  extends Pick<SceneView, 'curve' | 'corrected' | 'twists' | 'calls' | 'played' | 'fork'> {
  readonly lines: readonly (Omit<Line, 'by'> & { readonly by?: PersonId })[]
  readonly moments: readonly (Omit<Moment, 'by'> & { readonly by?: PersonId })[]
}

/** By nobody in particular: no person has an empty id. */
const NOBODY: PersonId = ''

/** The same scene in the shape that the readings take. */
export const asTold = ({ curve, corrected, twists, calls, played, lines, moments }: ShownScene): Told => ({
  curve,
  corrected,
  twists,
  calls,
  played,
  lines: lines.map(line => ({ ...line, by: line.by ?? NOBODY })),
  moments: moments.map(moment => ({ ...moment, by: moment.by ?? NOBODY })),
})

/** `4:05` for an offset in ms; what began in a second belongs to it. */
export function timeText(offset: number): string {
  const seconds = Math.max(0, Math.floor(offset / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How to say who somebody is; empty where nobody is named. */
export type NameOf = (person: PersonId) => string
export const unnamed: NameOf = () => ''

import { applyViewEvent, type View, type ViewEvent } from '@evenkeel/classroom/view'
import type { Cursor } from '@evenkeel/protocol/constants'

/** One followed view with its cursor. Immutable: each message gives the next. */
export interface Followed {
  readonly view: View | undefined
  readonly cursor: Cursor | undefined
}

export const nothingYet: Followed = { view: undefined, cursor: undefined }

interface Told {
  readonly epoch?: string
  readonly seq: number
  readonly mark: number
  readonly events: readonly unknown[]
}

export const fromSnapshot = (told: {
  epoch: string
  seq: number
  mark: number
  view: unknown
}): Followed => ({
  view: told.view as View,
  cursor: { epoch: told.epoch, upto: told.seq, mark: told.mark },
})

/** Folds a batch or what was missed; what the view has already taken in is skipped. */
export function withEvents(followed: Followed, { epoch, seq, mark, events }: Told): Followed {
  const { view, cursor } = followed
  if (view === undefined || cursor === undefined) return followed
  if (epoch === undefined && seq <= cursor.upto) return followed
  const folded = (events as readonly ViewEvent[]).reduce((known, event) => applyViewEvent(known, event), view)
  const seen = seq < cursor.upto ? cursor : { upto: seq, mark }
  return { view: folded, cursor: { epoch: epoch ?? cursor.epoch, upto: seen.upto, mark: seen.mark } }
}

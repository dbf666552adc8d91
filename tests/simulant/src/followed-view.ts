import { applyViewEvent, type View } from '@evenkeel/classroom'
import type { Batch, Cursor, Resumed, Snapshot } from '@evenkeel/protocol'

/** One followed view and its cursor: folded from what the server sends, and nothing else. */
export class FollowedView {
  view: View | undefined
  #epoch = ''
  #upto = 0
  #mark = 0
  /** Batches that were skipped because the view had them already. */
  skipped = 0

  get cursor(): Cursor | undefined {
    return this.view === undefined ? undefined : { epoch: this.#epoch, upto: this.#upto, mark: this.#mark }
  }

  snapshot({ epoch, seq, mark, view }: Snapshot): void {
    this.#epoch = epoch
    this.#upto = seq
    this.#mark = mark
    // The server builds it from the core's View; the schema only checks its kind.
    this.view = view as unknown as View
  }

  resumed({ epoch, seq, mark, events }: Resumed): void {
    this.#epoch = epoch
    this.#fold(seq, mark, events)
  }

  batch({ seq, mark, events }: Batch): void {
    if (seq <= this.#upto) {
      this.skipped++
      return
    }
    this.#fold(seq, mark, events)
  }

  #fold(seq: number, mark: number, events: Batch['events']): void {
    if (seq >= this.#upto) this.#mark = mark
    this.#upto = Math.max(this.#upto, seq)
    for (const event of events) {
      this.view = applyViewEvent(this.view, event as Parameters<typeof applyViewEvent>[1]) as View
    }
  }
}

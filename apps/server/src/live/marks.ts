import type { ClassEvent } from '@evenkeel/classroom'

type Signed = Pick<ClassEvent, 'at' | 'commandId'>

/** So many of the newest events have their marks kept, at most twice as many. */
const KEPT = 4_096

/**
 * A mark of each event that tells it and everything before it from any other history: a 32 bit number, chained from the
 * first event on. After a backup was put back the numbers of what was lost are given again to other events; the marks
 * are not. Made of what neither a lifting nor a restart changes, so every server that reads a journal finds the same. Of what
 * was done, by whom, and of what was written nothing goes into it: it is sent to everybody.
 */
export class Marks {
  #marks: number[] = []
  /** The seq of the first mark that is kept. */
  #from = 1
  #last = 0

  take({ at, commandId }: Signed): void {
    this.#last = chained(this.#last, `${at} ${commandId}`)
    this.#marks.push(this.#last)
    if (this.#marks.length < KEPT * 2) return
    this.#marks = this.#marks.slice(KEPT)
    this.#from += KEPT
  }

  /** The newest event's; 0 before the first. */
  get last(): number {
    return this.#last
  }

  /** The mark of the event with this seq; undefined when it is too long ago or did not happen. */
  of(seq: number): number | undefined {
    return this.#marks[seq - this.#from]
  }
}

/** FNV-1a of 32 bits over UTF-16 units, begun from the mark before. http://www.isthe.com/chongo/tech/comp/fnv/ */
function chained(before: number, text: string): number {
  let hash = Math.imul(before ^ 0x811c9dc5, 0x01000193)
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

import { checkRewritten } from './check-batch.ts'
import type { ClassHead, StoredEvent } from './port.ts'

/** A class on its way to being rewritten: which rows change, as far as its events have been mapped. */
export class MappedClass {
  head: ClassHead
  upto = 0
  changed: [seq: number, v: number, data: string][] = []

  constructor(head: ClassHead) {
    this.head = head
  }

  /** The class is there by now. Under another epoch everything has to be mapped again. */
  moveTo(head: ClassHead): void {
    if (head.epoch !== this.head.epoch) {
      this.upto = 0
      this.changed = []
    }
    this.head = head
  }

  take(event: StoredEvent, map: (event: StoredEvent) => StoredEvent): void {
    const before = JSON.stringify(event.data)
    const after = map(event)
    checkRewritten(event, after)
    const data = JSON.stringify(after.data)
    if (data !== before || after.v !== event.v) this.changed.push([event.seq, after.v, data])
    this.upto = event.seq
  }
}

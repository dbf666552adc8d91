import type { AppendBatch, StoredEvent } from './port.ts'

/** Throws when a batch could never be right, whatever the store holds. That is a bug of the writer, not a refusal. */
export function checkBatch(batch: AppendBatch): void {
  if (batch.events.length === 0) throw new Error('A batch without events')
  let seq = batch.expectedSeq
  let at = 0
  for (const event of batch.events) {
    if (event.seq !== seq + 1) throw new Error(`Event seq ${event.seq} does not follow ${seq}`)
    if (!Number.isSafeInteger(event.at)) throw new Error(`Event time ${event.at} is not a whole number`)
    if (event.at < at) throw new Error(timeGoesBack(event.at, at))
    if (event.data === undefined) throw new Error(`Event ${event.type} has no data`)
    seq = event.seq
    at = event.at
  }
}

export const timeGoesBack = (at: number, before: number): string => `Event time ${at} is before ${before}`
export const noSuchClass = (classId: string): string => `There is no class ${classId} in the journal`
export const classExists = (classId: string): string => `Class ${classId} is already in the journal`

/** Throws when a rewrite changes what must stay: everything but `data` and `v`. */
export function checkRewritten(before: StoredEvent, after: StoredEvent): void {
  for (const part of ['seq', 'at', 'actor', 'commandId', 'type'] as const) {
    if (before[part] !== after[part])
      throw new Error(`A rewrite must not change ${part} (event ${before.seq})`)
  }
  if (after.data === undefined) throw new Error(`A rewrite took the data of event ${before.seq}`)
}

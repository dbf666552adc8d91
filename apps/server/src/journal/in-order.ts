import type { StoredEvent } from './port.ts'

/** An event's fields in one order, whatever store it comes from: so that the same class gives the same bytes in a file. */
export const inOrder = ({ seq, at, actor, commandId, type, v, data }: StoredEvent): StoredEvent => ({
  seq,
  at,
  actor,
  commandId,
  type,
  v,
  data,
})

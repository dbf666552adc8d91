/* What a screen needs of the protocol without its schemas. */
export { LIMITS } from './limits.ts'
export type { WireRefusalKind } from './refusal.ts'
export { RETRYABLE } from './retryable.ts'
export type { Answer, Batch, Bye, Cursor, People, Resumed, Snapshot, Subscription } from './socket.ts'
export { PROTOCOL_VERSION } from './version.ts'

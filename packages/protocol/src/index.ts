export { commandData, commandId, type ParsedCommand, parseCommand, type WireCommand } from './commands.ts'
export * as http from './http.ts'
export { LIMITS } from './limits.ts'
export * as records from './records.ts'
export * from './refusal.ts'
export { RETRYABLE } from './retryable.ts'
export type {
  Answer,
  Batch,
  Bye,
  Claims,
  Cursor,
  Handshake,
  People,
  Resumed,
  Sign,
  Snapshot,
  Subscription,
} from './socket.ts'
export * as wire from './socket.ts'
export { PROTOCOL_VERSION } from './version.ts'

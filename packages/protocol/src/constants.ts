/* What a screen needs of the protocol without its schemas. */
export type {
  CardChecked,
  CardFinding,
  CardImport,
  CardList,
  CardRefused,
  CardRow,
  CardSaved,
  CardsExist,
  CardsImported,
  CardWhole,
  ClassInstructors,
  FileFinding,
  ImportRefused,
} from './http.ts'
export { LIMITS } from './limits.ts'
export type { WireRefusalKind } from './refusal.ts'
export { RETRYABLE } from './retryable.ts'
export type {
  Answer,
  Batch,
  Bye,
  Claims,
  Cursor,
  People,
  Resumed,
  Sign,
  Snapshot,
  Subscription,
} from './socket.ts'
export { PROTOCOL_VERSION } from './version.ts'

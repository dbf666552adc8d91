import type { WireRefusalKind } from './refusal.ts'

/** What may be sent again unchanged. */
export const RETRYABLE: ReadonlySet<WireRefusalKind> = new Set<WireRefusalKind>([
  'slow-down',
  'cannot-save',
  'shutting-down',
])

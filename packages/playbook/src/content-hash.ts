import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** The first 32 hex characters (128 bits) of the sha-256 of the value's canonical JSON in UTF-8. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex').slice(0, 32)
}

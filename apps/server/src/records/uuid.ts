import { createHash } from 'node:crypto'

/** RFC 9562's namespace for names that are addresses. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** A UUID of version 5 (RFC 9562, 5.5): the same name gives the same id. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32].map((to, at, ends) => hex.slice(ends[at - 1] ?? 0, to)).join('-')
}

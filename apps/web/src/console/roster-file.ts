/** Bytes or letters of a list of names above which it is none: two hundred names need a tenth of it. */
export const LONGEST_ROSTER = 200_000

export type RosterFile =
  | { readonly ok: true; readonly text: string }
  /** `size`: more than any list of names. `binary`: a spreadsheet's own format, a picture and so on. */
  | { readonly ok: false; readonly why: 'size' | 'binary' }

/**
 * The text of a file with names. UTF-8, UTF-16 as some spreadsheets save "Unicode text" (with a byte order mark or without), or
 * else the Western encoding of older ones.
 */
export function rosterFile(bytes: ArrayBuffer): RosterFile {
  if (bytes.byteLength > LONGEST_ROSTER) return { ok: false, why: 'size' }
  const text = textOf(new Uint8Array(bytes)).replace(/^\ufeff/, '')
  // No text has these: what does is no text, whatever its name ends with.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? { ok: false, why: 'binary' } : { ok: true, text }
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = wideness(bytes)
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Letters of the Latin script have a zero beside them in UTF-16: most of the even bytes, or most of the odd ones. */
function wideness(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length, 512) & ~1
  const zeros = [0, 0]
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = looked * 0.3
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : undefined
}

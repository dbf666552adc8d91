import { readFile, writeFile } from 'node:fs/promises'

/** A seat as it is kept between two starts. The cookies are as good as the seat itself: the file is the owner's alone. */
export interface KeptSeat {
  readonly base: string
  readonly code: string
  readonly classId: string
  readonly seat: string
  readonly cookies: string
}

/** Undefined if there is no such file, it is no seat, or it is a seat of another class. */
export async function keptSeat(path: string, base: string, code: string): Promise<KeptSeat | undefined> {
  let kept: unknown
  try {
    kept = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
  return isSeat(kept) && kept.base === base && sameCode(kept.code, code) ? kept : undefined
}

export function keepSeat(path: string, seat: KeptSeat): Promise<void> {
  return writeFile(path, `${JSON.stringify(seat)}\n`, { mode: 0o600 })
}

const FIELDS = ['base', 'code', 'classId', 'seat', 'cookies'] as const

function isSeat(value: unknown): value is KeptSeat {
  return (
    typeof value === 'object' &&
    value !== null &&
    FIELDS.every(field => typeof Object.getOwnPropertyDescriptor(value, field)?.value === 'string')
  )
}

const sameCode = (a: string, b: string) => plain(a) === plain(b)
const plain = (code: string) => code.replace(/[\s-]/g, '').toUpperCase()

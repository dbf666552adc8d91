import type { Completion, Signed } from '@evenkeel/insight'
import { z } from 'zod'
import type { RecordRow, RecordStore } from './port.ts'

export const signedSchema = z.strictObject({ by: z.string().max(200), at: z.number() })
const line = z.string().max(200)
export const completionSchema = z.strictObject({ course: line, hours: line, instructor: line, licence: line })
const keptSchema = z.strictObject({ days: z.int().min(1).nullable() })
const importedSchema = z.strictObject({ at: z.number() })

export const NO_COMPLETION: Completion = { course: '', hours: '', instructor: '', licence: '' }

/** What a school wrote about one class. */
export interface ClassRows {
  readonly signed: ReadonlyMap<string, Signed>
  readonly serials: ReadonlyMap<string, string>
  readonly completion: Completion
  /** Days after its end; null: until somebody deletes it; undefined: as the deployment says. */
  readonly keptDays: number | null | undefined
  /** Server time at which it came in as a file. */
  readonly importedAt: number | null
}

const SIGNED = 'signed '
const SERIAL = 'serial '
const COMPLETION = 'completion'
const KEPT = 'kept'
const IMPORTED = 'imported'

/** Rows of records are written here alone, so one that does not parse is left out rather than guessed at. */
export async function classRows(records: RecordStore, classId: string): Promise<ClassRows> {
  const signed = new Map<string, Signed>()
  const serials = new Map<string, string>()
  let completion = NO_COMPLETION
  let keptDays: number | null | undefined
  let importedAt: number | null = null
  for (const { name, value } of await records.rows(classId)) {
    if (name.startsWith(SIGNED)) {
      const read = signedSchema.safeParse(value)
      if (read.success) signed.set(name.slice(SIGNED.length), read.data)
    } else if (name.startsWith(SERIAL)) {
      const read = line.safeParse(value)
      if (read.success) serials.set(name.slice(SERIAL.length), read.data)
    } else if (name === COMPLETION) {
      const read = completionSchema.safeParse(value)
      if (read.success) completion = read.data
    } else if (name === KEPT) {
      const read = keptSchema.safeParse(value)
      if (read.success) keptDays = read.data.days
    } else if (name === IMPORTED) {
      const read = importedSchema.safeParse(value)
      if (read.success) importedAt = read.data.at
    }
  }
  return { signed, serials, completion, keptDays, importedAt }
}

export const signedRow = (person: string, signed: Signed): RecordRow => ({
  name: `${SIGNED}${person}`,
  value: signed,
})
export const signedName = (person: string) => `${SIGNED}${person}`
export const serialRow = (person: string, serial: string): RecordRow => ({
  name: `${SERIAL}${person}`,
  value: serial,
})
export const serialName = (person: string) => `${SERIAL}${person}`
export const completionRow = (completion: Completion): RecordRow => ({ name: COMPLETION, value: completion })
export const keptRow = (days: number | null): RecordRow => ({ name: KEPT, value: { days } })
export const keptName = KEPT
export const importedRow = (at: number): RecordRow => ({ name: IMPORTED, value: { at } })

/** Rows that go with a class when it is exported: what the school attested, not how this deployment keeps it. */
export const travels = ({ name }: RecordRow): boolean =>
  name === COMPLETION || name.startsWith(SIGNED) || name.startsWith(SERIAL)

/** A row as it may come in with a file. */
export const rowInFile = z.union([
  z.strictObject({ name: z.literal(COMPLETION), value: completionSchema }),
  z.strictObject({ name: z.string().regex(/^signed p[1-9]\d{0,3}$/), value: signedSchema }),
  z.strictObject({ name: z.string().regex(/^serial p[1-9]\d{0,3}$/), value: line }),
])

import type { RegisterEntry } from '@evenkeel/insight'
import { z } from 'zod'
import type { ClassRecord, People } from '../people/port.ts'
import type { ClassDigest, ClassReadings } from './class-readings.ts'
import { namesNow } from './names-now.ts'
import type { RecordRow, RecordStore } from './port.ts'

export const REGISTER = 'register'
const MERGE = 'merge '
const mergeSchema = z.strictObject({ from: z.string(), into: z.string(), at: z.number() })

/** Somebody in one class. */
export interface Membership {
  readonly record: ClassRecord
  readonly digest: ClassDigest
  readonly person: string
  readonly name: string
  readonly staffNumber: string
  readonly present: number
  readonly until: number
}

export interface RegisterPerson extends RegisterEntry {
  readonly memberships: readonly Membership[]
}

export interface RegisterParts {
  readonly people: People
  readonly records: RecordStore
  readonly readings: ClassReadings
}

/**
 * The same staff number is the same person, however it was typed; without one each class is a person of its own, until an
 * instructor says otherwise. The key holds no name. It holds the staff number, which the instructor sees anyhow.
 */
export function keyOf({
  record,
  person,
  staffNumber,
}: Pick<Membership, 'record' | 'person' | 'staffNumber'>) {
  const number = staffNumber.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  return number === '' ? `c:${record.classId}:${person}` : `n:${number}`
}

interface Merge {
  readonly id: string
  readonly from: string
  readonly into: string
}

export async function mergesIn(records: RecordStore): Promise<Merge[]> {
  return (await records.rows(REGISTER)).flatMap(({ name, value }) => {
    const read = name.startsWith(MERGE) ? mergeSchema.safeParse(value) : undefined
    return read?.success ? [{ id: name.slice(MERGE.length), from: read.data.from, into: read.data.into }] : []
  })
}

export const mergeRow = (id: string, from: string, into: string, at: number): RecordRow => ({
  name: `${MERGE}${id}`,
  value: { from, into, at },
})
export const mergeName = (id: string) => `${MERGE}${id}`

/** Where a key ends up after every merge. A circle can't be made (`wouldCircle`), and would end where it began. */
export function rootOf(key: string, merges: readonly Merge[]): string {
  const seen = new Set<string>()
  let at = key
  while (!seen.has(at)) {
    seen.add(at)
    at = merges.find(({ from }) => from === at)?.into ?? at
  }
  return at
}

/** Trainees of these classes, who was seen last first. */
export async function registerOf(
  { people, records, readings }: RegisterParts,
  classes: readonly ClassRecord[],
): Promise<RegisterPerson[]> {
  const merges = await mergesIn(records)
  const byKey = new Map<string, Membership[]>()
  for (const record of classes) {
    const digest = await readings.digest(record.classId)
    if (digest === undefined) continue
    const names = namesNow(await people.names(record.classId), digest.attendance)
    for (const { person, role, present, until, also = [] } of digest.attendance) {
      const known = names.get(person)
      // Whoever was forgotten has no name, and is nobody in the register.
      if (role !== 'trainee' || known === undefined) continue
      const { name, staffNumber = '' } = known
      const membership = { record, digest, person, name, staffNumber, present, until }
      // What was joined in the register to one of their other entries stays joined.
      const keys = [person, ...also].map(id => keyOf({ record, person: id, staffNumber }))
      const joined = keys.find(each => merges.some(({ from, into }) => from === each || into === each))
      const key = joined ?? keyOf(membership)
      byKey.set(key, [...(byKey.get(key) ?? []), membership])
    }
  }
  const byRoot = new Map<string, string[]>()
  for (const key of byKey.keys()) {
    const root = rootOf(key, merges)
    byRoot.set(root, [...(byRoot.get(root) ?? []), key])
  }
  return [...byRoot]
    .map(([root, keys]) => entryOf(root, keys, byKey, merges))
    .sort((a, b) => b.lastSeen - a.lastSeen || (a.key < b.key ? -1 : 1))
}

function entryOf(
  root: string,
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly Membership[]>,
  merges: readonly Merge[],
): RegisterPerson {
  const memberships = keys.flatMap(key => byKey.get(key) ?? []).sort((a, b) => b.until - a.until)
  const own = byKey.get(root)?.toSorted((a, b) => b.until - a.until)[0] ?? memberships[0]
  const merged = merges.flatMap(({ id, from }) => {
    const [newest] = (byKey.get(from) ?? []).toSorted((a, b) => b.until - a.until)
    const here = newest !== undefined && keys.includes(from)
    return here ? [{ id, name: newest.name, staffNumber: newest.staffNumber }] : []
  })
  return {
    key: root,
    name: own?.name ?? '',
    staffNumber: own?.staffNumber || memberships.find(each => each.staffNumber !== '')?.staffNumber || '',
    classes: memberships.length,
    present: memberships.reduce((sum, each) => sum + each.present, 0),
    lastSeen: memberships[0]?.until ?? 0,
    merged,
    memberships,
  }
}

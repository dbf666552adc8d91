import { z } from 'zod'
import type { ClassRecord, People } from '../people/port.ts'
import type { RecordStore } from '../records/port.ts'

const LET_IN = 'let-in '
const letInRow = z.strictObject({ by: z.string(), at: z.number() })

export interface AskingInstructor {
  readonly id: string
  readonly owner: boolean
}

/** Whose class it is: who opened it, and the owner of the deployment. They see its records, and let others in. */
export const isTheirs = (instructor: AskingInstructor, record: ClassRecord): boolean =>
  instructor.owner || record.ownerId === instructor.id

/** Ids of the instructors who were let into a class by whoever's it is. */
export async function letIn(records: Pick<RecordStore, 'rows'>, classId: string): Promise<readonly string[]> {
  return (await records.rows(classId)).flatMap(({ name, value }) =>
    name.startsWith(LET_IN) && letInRow.safeParse(value).success ? [name.slice(LET_IN.length)] : [],
  )
}

/** Whether an instructor may act in a class as one who looks after it. */
export async function looksAfter(
  instructor: AskingInstructor,
  record: ClassRecord | undefined,
  records: Pick<RecordStore, 'rows'>,
): Promise<boolean> {
  if (instructor.owner) return true
  if (record === undefined) return false
  return isTheirs(instructor, record) || (await letIn(records, record.classId)).includes(instructor.id)
}

export const putLetIn = (
  records: Pick<RecordStore, 'put'>,
  classId: string,
  instructorId: string,
  by: string,
  at: number,
): Promise<void> => records.put(classId, [{ name: `${LET_IN}${instructorId}`, value: { by, at } }])

export const dropLetIn = (
  records: Pick<RecordStore, 'drop'>,
  classId: string,
  instructorId: string,
): Promise<void> => records.drop(classId, `${LET_IN}${instructorId}`)

/** A class lasts ten hours at most: one that stands open for longer than this was left so. */
const LISTED_FOR_MS = 30 * 24 * 3_600_000

/** Open classes of others into which an instructor was let, newest first; not those that were left open long ago. */
export async function classesLetInto(
  people: Pick<People, 'classesOf'>,
  records: Pick<RecordStore, 'rows'>,
  { id, owner }: AskingInstructor,
  now: number,
): Promise<readonly ClassRecord[]> {
  if (owner) return []
  const found: ClassRecord[] = []
  for (const record of await people.classesOf(undefined)) {
    if (record.closedAt !== undefined || record.ownerId === id) continue
    if (record.openedAt < now - LISTED_FOR_MS) break
    if ((await letIn(records, record.classId)).includes(id)) found.push(record)
  }
  return found
}

import { z } from 'zod'
import type { OwnCard } from '../cards/port.ts'
import type { StoredEvent } from '../journal/port.ts'
import type {
  ClassRecord,
  Instructor,
  InstructorSession,
  KeptLink,
  PersonName,
  Roster,
  SeatRecord,
} from '../people/port.ts'

/** The version of the file's own shape. Events carry theirs. */
export const FORMAT = 1

const text = z.string().max(500_000)
const id = z.string().min(1).max(200)
const time = z.number().min(0)
/** Whatever JSON can say, untouched. */
const json = z.unknown().refine((value): boolean => value !== undefined)
const row = z.strictObject({ name: id, value: json })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

const record = z.strictObject({
  classId: id,
  code: id,
  title: text,
  ownerId: id,
  openedAt: time,
  closedAt: time.exactOptional(),
}) satisfies z.ZodType<ClassRecord>
const roster = z.strictObject({
  people: z.array(z.strictObject({ name: text, staffNumber: text.exactOptional() })).readonly(),
  shown: z.boolean(),
}) satisfies z.ZodType<Roster>
const instructor = z.strictObject({
  instructorId: id,
  name: text,
  owner: z.boolean(),
  at: time,
}) satisfies z.ZodType<Instructor>
const link = z.strictObject({
  hash: id,
  expiresAt: time,
  instructorId: id.exactOptional(),
}) satisfies z.ZodType<KeptLink>
const session = z.strictObject({
  tokenHash: id,
  instructorId: id,
  expiresAt: time,
  remote: z.literal(true).exactOptional(),
}) satisfies z.ZodType<InstructorSession>
const card = z.strictObject({
  hash: id,
  id,
  version: z.int().min(1),
  text,
  savedBy: text,
  savedAt: time,
  copiedFrom: z.strictObject({ id, hash: id, title: text }).exactOptional(),
  importedFrom: text.exactOptional(),
}) satisfies z.ZodType<OwnCard>
const name = z.strictObject({
  personId: id,
  nameVersion: z.int().min(1),
  name: text,
  staffNumber: text.exactOptional(),
}) satisfies z.ZodType<PersonName>
const seat = z.strictObject({
  handle: id,
  classId: id,
  personId: id,
  tokenHash: id,
  at: time,
}) satisfies z.ZodType<SeatRecord>

/** A field that a port gains and that nothing here would carry: then this is no longer true, and does not compile. */
type Carries<Port, Schema extends z.ZodType> =
  Exclude<keyof Port, keyof z.infer<Schema>> extends never ? true : false
export const carriesAll: [
  Carries<ClassRecord, typeof record>,
  Carries<Roster, typeof roster>,
  Carries<Instructor, typeof instructor>,
  Carries<KeptLink, typeof link>,
  Carries<InstructorSession, typeof session>,
  Carries<OwnCard, typeof card>,
  Carries<PersonName, typeof name>,
  Carries<SeatRecord, typeof seat>,
] = [true, true, true, true, true, true, true, true]

/** What stands before the first class: each line is one of these, in the order in which they are named here. */
export const deploymentLine = z.union([
  z.strictObject({ setting: z.strictObject({ name: id, value: text }) }),
  z.strictObject({ instructor }),
  z.strictObject({ link }),
  z.strictObject({ session }),
  z.strictObject({
    screen: z.strictObject({ tokenHash: id, classId: id.nullable(), digits: id, expiresAt: time }),
  }),
  z.strictObject({ card }),
  z.strictObject({ hidden: id }),
  z.strictObject({ register: row }),
  z.strictObject({ alive: time }),
])
export type DeploymentLine = z.infer<typeof deploymentLine>

/** How a class begins. `record`, `roster`: null where it has none. */
export const classLine = z.strictObject({
  class: id,
  record: record.nullable(),
  roster: roster.nullable(),
})
export type ClassLine = z.infer<typeof classLine>

/** What stands between the beginning of a class and its events. */
export const besideLine = z.union([
  z.strictObject({ name }),
  z.strictObject({ seat }),
  z.strictObject({ record: row }),
])
export type BesideLine = z.infer<typeof besideLine>

export const eventLine = z.strictObject({
  seq: z.int().min(1),
  at: z.int().min(0),
  actor: id,
  commandId: id,
  type: id,
  v: z.int().min(1),
  data: json,
}) satisfies z.ZodType<StoredEvent>

/** Ends a class: how much of everything there was, the SHA-256 of its lines with their ends, and of its folded state. */
export const wholeLine = z.strictObject({
  whole: z.strictObject({
    class: id,
    beside: count,
    events: count,
    sha256,
    state: sha256,
  }),
})

export const headLine = z.strictObject({ evenkeel: z.literal('deployment'), format: z.int() })
export const endLine = z.strictObject({ end: z.strictObject({ classes: count, lines: count, sha256 }) })

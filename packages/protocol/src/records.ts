import { z } from 'zod'
import { personId } from './parts.ts'

/*
 * What is sent to /api/records: by instructors, about their own classes. What comes back has the types of
 * @evenkeel/insight (ClassRow, ClassPage, RegisterEntry, PersonPage) and is JSON of plain numbers and text.
 */

const ownText = z.string().max(200)

/** PUT /api/records/classes/CLASS/completion: what the school puts on a completion record. */
export const completion = z.strictObject({
  course: ownText,
  hours: ownText,
  instructor: ownText,
  licence: ownText,
})

/** PUT /api/records/classes/CLASS/attendance: signs for these people, takes that back, gives one a serial number. */
export const attendance = z.strictObject({
  people: z.array(personId).min(1).max(1_000),
  signed: z.boolean().exactOptional(),
  serial: ownText.exactOptional(),
})

/** PUT /api/records/classes/CLASS/kept. `days` null: until somebody deletes it; `deployment`: as RETENTION_DAYS says. */
export const kept = z.strictObject({
  days: z.union([z.int().min(1).max(36_500), z.null(), z.literal('deployment')]),
})

/** POST /api/records/classes/CLASS/redact: one line of a scene. */
export const redact = z.strictObject({
  scene: z.string().regex(/^r[1-9]\d{0,2}-[1-9]\d{0,2}\.[1-9]\d?$/),
  line: z.int().min(1),
})

/** POST /api/records/people/merge: two entries of the register are one person. */
export const merge = z.strictObject({ from: z.string().min(1).max(300), into: z.string().min(1).max(300) })

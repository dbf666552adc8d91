import { setImmediate } from 'node:timers/promises'
import type { WireRefusal } from '@evenkeel/protocol'
import type { Request, Response } from 'express'
import { isTheirs } from '../../access/looking-after.ts'
import type { ClassRecord } from '../../people/port.ts'
import { ownClass } from '../find-class.ts'
import type { HttpParts } from '../parts.ts'
import { refusal, sendRefusal, signedOut } from '../refuse.ts'

const notKept = refusal('not-allowed', 'A simulated class has no records.')

const notYours = refusal('not-allowed', 'Only who opened this class, and the owner, see its records.')

export interface AskingInstructor {
  readonly id: string
  readonly name: string
  readonly owner: boolean
}

/** The signed-in instructor, or undefined after it was refused. */
export async function askingInstructor(
  parts: HttpParts,
  req: Request,
  res: Response,
): Promise<AskingInstructor | undefined> {
  const instructor = await parts.access.sessions.instructorOf(req.headers.cookie)
  // What somebody sends who may not is not read.
  if (instructor === undefined) refuse(res, signedOut)
  return instructor
}

/** A class that this instructor opened (any class for the owner), or undefined after it was refused. */
export async function askedClass(
  parts: HttpParts,
  req: Request<{ class: string }>,
  res: Response,
): Promise<{ record: ClassRecord; instructor: AskingInstructor } | undefined> {
  const instructor = await askingInstructor(parts, req, res)
  if (instructor === undefined) return undefined
  const found = await ownClass(parts, req, req.params.class)
  if (found.ok && !isTheirs(instructor, found.record)) {
    refuse(res, notYours)
    return undefined
  }
  const simulated = found.ok && (await parts.records.readings.isSimulated(req.params.class))
  if (found.ok && !simulated) return { record: found.record, instructor }
  refuse(res, found.ok ? notKept : found)
  return undefined
}

/** The classes whose records this instructor sees, newest first; nothing simulated. */
export async function classesSeenBy(
  { people, records }: HttpParts,
  { id, owner }: AskingInstructor,
): Promise<readonly ClassRecord[]> {
  const seen: ClassRecord[] = []
  for (const record of await people.classesOf(owner ? undefined : id))
    if (!(await records.readings.isSimulated(record.classId))) seen.push(record)
  return seen
}

/** So that a long list of classes never holds up those that are live. */
export const pause = async (): Promise<void> => void (await setImmediate())

function refuse(res: Response, refused: WireRefusal): void {
  res.set('Connection', 'close')
  sendRefusal(res, refused)
}

import type { WireRefusal } from '@evenkeel/protocol'
import type { Request, Response } from 'express'
import { normaliseCode } from '../access/codes.ts'
import { looksAfter } from '../access/looking-after.ts'
import type { ClassRecord } from '../people/port.ts'
import type { LiveHead } from './classes-port.ts'
import type { HttpParts } from './parts.ts'
import { refusal, sendRefusal, sendSlowDown, signedOut } from './refuse.ts'

export interface FoundClass {
  readonly record: ClassRecord
  readonly head: LiveHead
}

const noSuchCode = refusal('unknown', "That code doesn't match an open class.")

/** The open class behind what a person typed as its code. When there is none, or too many were tried, it has answered. */
export async function classOfCode(
  parts: HttpParts,
  req: Request,
  res: Response,
  typed: string,
): Promise<FoundClass | undefined> {
  const { codes } = parts.access.attempts
  const wait = await codes.take(req.ip)
  if (wait > 0) {
    sendSlowDown(res, 'Too many wrong codes were tried.', wait)
    return undefined
  }
  const code = normaliseCode(typed)
  const record = code === undefined ? undefined : await parts.people.classByCode(code, parts.clock.now())
  // A class that is over keeps its code for a day. Nobody guessed anything, so it is no failed attempt.
  if (record !== undefined) await codes.giveBack(req.ip)
  const head = record && (await parts.classes.head(record.classId))
  if (record && record.closedAt === undefined && head?.status === 'open') return { record, head }
  sendRefusal(res, noSuchCode)
  return undefined
}

/** A class that this browser's instructor looks after: opened, was let into, or any class for the owner. */
export async function ownClass(
  parts: HttpParts,
  req: Request,
  classId: string,
): Promise<{ ok: true; record: ClassRecord } | WireRefusal> {
  const instructor = await parts.access.sessions.instructorOf(req.headers.cookie)
  if (instructor === undefined) return signedOut
  const record = await parts.people.classOf(classId)
  if (record === undefined) return refusal('unknown', 'There is no such class.')
  if (!(await looksAfter(instructor, record, parts.records.rows))) {
    return refusal('not-allowed', 'You don’t look after this class. Ask who opened it to let you in.')
  }
  return { ok: true, record }
}

import { LIMITS } from '@evenkeel/protocol'
import { type Request, Router } from 'express'
import { makeCode } from '../../access/codes.ts'
import { importClass } from '../../records/import-class.ts'
import type { HttpParts } from '../parts.ts'
import { refusal, sendRefusal, sendSlowDown, sendTooLarge } from '../refuse.ts'
import { askingInstructor } from './asked.ts'

class TooLarge extends Error {}

/** An exported class comes back, as the property of whoever brings it. */
export function importRoutes(parts: HttpParts): Router {
  const { access, records, clock, random, log } = parts
  const { journal, people, rows } = records
  const router = Router()

  router.post('/records/import', async (req, res) => {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined) return
    const wait = await access.attempts.imports.take(req.ip)
    if (wait > 0) {
      res.set('Connection', 'close')
      return sendSlowDown(res, 'That was asked for too often.', wait)
    }
    if (Number(req.headers['content-length'] ?? 0) > LIMITS.httpClass) return sendTooLarge(res)
    const done = await importClass(
      { journal, people, records: rows, clock, code: () => makeCode(random) },
      bounded(req),
      instructor.id,
    ).catch((error: unknown) => {
      if (error instanceof TooLarge) return undefined
      throw error
    })
    if (done === undefined) return sendTooLarge(res)
    if (done.ok) {
      log.info({ class: done.classId }, 'a class was imported')
      return res.status(201).json({ class: done.classId })
    }
    // What follows the line that was refused is not read.
    res.set('Connection', 'close')
    if (done.kind === 'cannot-save')
      return sendRefusal(res, refusal('cannot-save', "The server can't save right now. Try again."))
    const { kind, line, say } = done
    const refused = refusal(kind, `Nothing was imported. Line ${line}: ${say}`)
    res.status(kind === 'taken' ? 409 : 422).json({ ...refused, line })
  })

  return router
}

async function* bounded(req: Request): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of req) {
    const part: Uint8Array = chunk
    bytes += part.length
    if (bytes > LIMITS.httpClass) throw new TooLarge()
    yield part
  }
}

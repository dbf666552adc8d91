import { records as bodies, LIMITS } from '@evenkeel/protocol'
import { Router } from 'express'
import {
  completionRow,
  keptName,
  keptRow,
  serialName,
  serialRow,
  signedName,
  signedRow,
} from '../../records/class-rows.ts'
import type { HttpParts } from '../parts.ts'
import { readBody } from '../read-body.ts'
import { refusal, sendRefusal } from '../refuse.ts'
import { sizedBody } from '../sized-body.ts'
import { askedClass } from './asked.ts'

const BOUNDS = {
  course: 'A field has at most 200 characters.',
  hours: 'A field has at most 200 characters.',
  instructor: 'A field has at most 200 characters.',
  licence: 'A field has at most 200 characters.',
  serial: 'A serial number has at most 200 characters.',
  days: 'A class is kept between 1 and 36,500 days.',
}

/** What the school says of a class: who was there, what it counts for, how long it is kept. */
export function attestingRoutes(parts: HttpParts): Router {
  const { records, clock } = parts
  const { readings, rows } = records
  const router = Router()

  router.put('/records/classes/:class/completion', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined || !(await sizedBody(req, res, LIMITS.httpBody))) return
    const read = readBody(bodies.completion, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    await rows.put(asked.record.classId, [completionRow(read.body)])
    res.json({ ok: true })
  })

  router.put('/records/classes/:class/attendance', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined || !(await sizedBody(req, res, LIMITS.httpBody))) return
    const read = readBody(bodies.attendance, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { classId } = asked.record
    const { people, signed, serial } = read.body
    const known = new Set((await readings.digest(classId))?.attendance.map(({ person }) => person))
    if (!people.every(person => known.has(person)))
      return sendRefusal(res, refusal('gone', 'Somebody of these was not in this class.'))
    const now = { by: asked.instructor.name, at: clock.now() }
    await rows.put(classId, [
      ...(signed === true ? people.map(person => signedRow(person, now)) : []),
      ...(serial !== undefined && serial !== '' ? people.map(person => serialRow(person, serial)) : []),
    ])
    for (const person of people) {
      if (signed === false) await rows.drop(classId, signedName(person))
      if (serial === '') await rows.drop(classId, serialName(person))
    }
    res.json({ ok: true })
  })

  router.put('/records/classes/:class/kept', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined || !(await sizedBody(req, res, LIMITS.httpBody))) return
    const read = readBody(bodies.kept, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { days } = read.body
    if (days === 'deployment') await rows.drop(asked.record.classId, keptName)
    else await rows.put(asked.record.classId, [keptRow(days)])
    res.json({ ok: true })
  })

  return router
}

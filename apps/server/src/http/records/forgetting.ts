import { records as bodies, LIMITS } from '@evenkeel/protocol'
import { Router } from 'express'
import type { HttpParts } from '../parts.ts'
import { readBody } from '../read-body.ts'
import { refusal, sendRefusal } from '../refuse.ts'
import { sizedBody } from '../sized-body.ts'
import { askedClass } from './asked.ts'

/** A class, a person in it, or a line goes, and no byte of it stays. */
export function forgettingRoutes(parts: HttpParts): Router {
  const { records, log } = parts
  const { forgetting, readings } = records
  const router = Router()

  router.delete('/records/classes/:class', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    await forgetting.forgetClass(asked.record.classId)
    log.info({ class: asked.record.classId }, 'a class was deleted')
    res.json({ ok: true })
  })

  router.delete('/records/classes/:class/people/:person', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const { classId } = asked.record
    const digest = await readings.digest(classId)
    if (!digest?.attendance.some(({ person }) => person === req.params.person))
      return sendRefusal(res, refusal('gone', 'This person was not in this class.'))
    await forgetting.forgetPerson(classId, req.params.person)
    log.info({ class: classId }, 'a person was forgotten')
    res.json({ ok: true })
  })

  router.post('/records/classes/:class/redact', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined || !(await sizedBody(req, res, LIMITS.httpBody))) return
    const read = readBody(bodies.redact, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { classId } = asked.record
    const { scene, line } = read.body
    const scenes = (await readings.read(classId))?.scenes ?? []
    const found = scenes.find(each => each.scene === scene)?.lines.some(({ n }) => n === line)
    if (!found) return sendRefusal(res, refusal('gone', 'There is no such line.'))
    await forgetting.forgetLine(classId, scene, line)
    log.info({ class: classId }, 'a line was taken out')
    res.json({ ok: true })
  })

  return router
}

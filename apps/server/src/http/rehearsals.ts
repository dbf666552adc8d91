import { http } from '@evenkeel/protocol'
import { Router } from 'express'
import { headOf } from './class-head.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal, signedOut } from './refuse.ts'
import { registerClass } from './register-class.ts'

const off = refusal('not-allowed', 'Simulated classes are switched off on this server.')
const noScene = refusal('unknown', 'That practice scene is over.')

/** An instructor looks on at a simulated class, or sits in as the officer of a practice scene. */
export function rehearsalRoutes(parts: HttpParts): Router {
  const { access, rehearsals, clock } = parts
  const router = Router()

  router.post('/rehearsals', async (req, res) => {
    const read = readBody(http.rehearse, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const instructor = await access.sessions.instructorOf(req.headers.cookie)
    if (instructor === undefined) return sendRefusal(res, signedOut)
    if (rehearsals === undefined) return sendRefusal(res, off)
    const { kind, language = 'en', card } = read.body
    const begun =
      kind === 'class'
        ? await rehearsals.beginClass(instructor.id)
        : await rehearsals.beginScene(instructor.id, { language, ...(card !== undefined && { card }) })
    if (!begun.ok) return sendRefusal(res, begun)
    const { classId, title } = begun
    const record = await registerClass(parts, {
      classId,
      title,
      ownerId: instructor.id,
      openedAt: clock.now(),
    })
    if (record !== undefined) return void res.status(201).json(headOf(parts, req, record))
    await rehearsals.forget(classId)
    sendRefusal(res, refusal('cannot-save', 'There is no free code. Try again.'))
  })

  router.post('/rehearsals/:class/finish', async (req, res) => {
    const instructor = await access.sessions.instructorOf(req.headers.cookie)
    if (instructor === undefined) return sendRefusal(res, signedOut)
    const finished = await rehearsals?.finishScene(instructor.id, req.params.class)
    if (finished !== true) return sendRefusal(res, noScene)
    res.json({ ok: true })
  })

  return router
}

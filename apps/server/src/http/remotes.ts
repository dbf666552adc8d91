import { Router } from 'express'
import { makeRemoteLink } from '../access/single-use-link.ts'
import { phoneAddresses } from './class-head.ts'
import { ownClass } from './find-class.ts'
import type { HttpParts } from './parts.ts'
import { nothing, readBody } from './read-body.ts'
import { refusal, sendRefusal, signedOut } from './refuse.ts'

/** An instructor's phone: the link that lets it in, how many are in, and the end of all of them. */
export function remoteRoutes(parts: HttpParts): Router {
  const { access, people, classes, clock, random } = parts
  const router = Router()

  router.post('/classes/:class/remotes', async (req, res) => {
    const read = readBody(nothing, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    const me = await access.sessions.instructorOf(req.headers.cookie)
    if (me === undefined) return sendRefusal(res, signedOut)
    const { classId, closedAt } = own.record
    if (closedAt !== undefined) return sendRefusal(res, refusal('closed', 'This class is over.'))
    const made = await makeRemoteLink(people, random, { instructorId: me.id, classId, now: clock.now() })
    const links = phoneAddresses(parts, req, made.path)
    // Without a network only this machine can follow it: in a second browser, to try it out.
    if (links.length === 0) links.push(`http://${req.headers.host}${made.path}`)
    res.status(201).json({ links, goodFor: made.endsAt - clock.now() })
  })

  router.get('/remotes', async (req, res) => {
    const me = await access.sessions.instructorOf(req.headers.cookie)
    if (me === undefined) return sendRefusal(res, signedOut)
    res.json({ phones: (await people.remotesOf(me.id, clock.now())).length })
  })

  router.delete('/remotes', async (req, res) => {
    const me = await access.sessions.instructorOf(req.headers.cookie)
    if (me === undefined) return sendRefusal(res, signedOut)
    for (const session of await people.remotesOf(me.id, clock.now())) {
      await people.dropSession(session)
      await classes.dropSession(session)
    }
    res.json({ ok: true })
  })

  return router
}

import { type Request, type Response, Router } from 'express'
import { takeLink } from '../access/single-use-link.ts'
import type { HttpParts } from './parts.ts'
import { sendPlainPage } from './plain-page.ts'
import { slowDownText } from './refuse.ts'
import { startRemote, startSession } from './sign-in.ts'

/**
 * Single-use links, the terminal's and those that a console shows for an instructor's phone: exchanged once for a cookie,
 * and at once gone from the address. `home`: where instructors begin; `remote`: where their phones do, if there are screens.
 */
export function linkRoutes(parts: HttpParts, home: string, remote: string | undefined): Router {
  const { access, people, clock } = parts
  const router = Router()
  router.get('/in/:token', async (req, res) => {
    const { links } = access.attempts
    const wait = await links.take(req.ip)
    if (wait > 0) {
      res.set('Retry-After', String(Math.ceil(wait / 1000)))
      return sendPlainPage(res.status(429), 'Too many links', [
        slowDownText('Too many links were tried.', wait),
      ])
    }
    const way = wayOn(req, home, remote)
    // Express answers HEAD with this handler too, but a look at the link must not use it up.
    const link = req.method === 'GET' ? await takeLink(people, req.params.token, clock.now()) : undefined
    if (link !== undefined) {
      const { instructorId } = link
      if (instructorId !== undefined) await startRemote(parts, req.headers.host, res, instructorId)
      else await startSession(parts, req.headers.host, res, (await access.instructors.owner()).instructorId)
    }
    // Whoever opens it again in the browser that it has signed in is where they wanted to be.
    if (link !== undefined || (await access.sessions.instructorOf(req.headers.cookie)) !== undefined) {
      await links.giveBack(req.ip)
      return res.redirect(303, way)
    }
    usedUp(res, req.query.class !== undefined)
  })
  return router
}

/** A phone goes to the remote of the class that its link names; what may be seen there is for the cookie to say. */
function wayOn(req: Request, home: string, remote: string | undefined): string {
  const { class: named } = req.query
  if (remote === undefined || typeof named !== 'string' || !/^[\w-]{1,64}$/.test(named)) return home
  return `${remote}?class=${encodeURIComponent(named)}`
}

function usedUp(res: Response, phone: boolean): void {
  sendPlainPage(res.status(410), 'This link is used up', [
    phone
      ? 'A link for a phone works once, within five minutes.'
      : 'A sign-in link works once, within a day.',
    phone
      ? 'Show a new code on the console, or open /remote/ and sign in with your name and the passcode.'
      : 'Sign in with your name and the passcode, or start the server again for a new link.',
  ])
}

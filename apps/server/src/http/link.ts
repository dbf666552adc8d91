import { Router } from 'express'
import { takeLink } from '../access/single-use-link.ts'
import type { HttpParts } from './parts.ts'
import { sendPlainPage } from './plain-page.ts'
import { startSession } from './sign-in.ts'

/** The terminal's link: exchanged once for a cookie, and at once gone from the address. */
export function linkRoutes(parts: HttpParts, home: string): Router {
  const router = Router()
  router.get('/in/:token', async (req, res) => {
    // Express answers HEAD with this handler too, but a look at the link must not use it up.
    const used = req.method === 'GET' && (await takeLink(parts.people, req.params.token, parts.clock.now()))
    if (used) {
      const { instructorId } = await parts.access.instructors.owner()
      await startSession(parts, req.headers.host, res, instructorId)
      return res.redirect(303, home)
    }
    // Whoever opens it again in the browser that it has signed in is where they wanted to be.
    if (await parts.access.sessions.instructorOf(req.headers.cookie)) return res.redirect(303, home)
    sendPlainPage(res.status(410), 'This link is used up', [
      'A sign-in link works once, within a day.',
      'Sign in with your name and the passcode, or start the server again for a new link.',
    ])
  })
  return router
}

import { LIMITS } from '@evenkeel/protocol'
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { cardRoutes } from './cards.ts'
import { claimRoutes } from './claims.ts'
import { classInstructorRoutes } from './class-instructors.ts'
import { classRoutes } from './classes.ts'
import { securityHeaders } from './headers.ts'
import { healthRoutes } from './health.ts'
import { joinRoutes } from './join.ts'
import { linkRoutes } from './link.ts'
import { onlyUtf8 } from './only-utf8.ts'
import { ownSiteOnly } from './own-site-only.ts'
import type { HttpParts } from './parts.ts'
import { sendPlainPage } from './plain-page.ts'
import { hasBody } from './read-body.ts'
import { recordRoutes } from './records/record-routes.ts'
import { refusal, sendRefusal, sendThrown, sendTooLarge } from './refuse.ts'
import { rehearsalRoutes } from './rehearsals.ts'
import { remoteRoutes } from './remotes.ts'
import { rosterRoutes } from './roster.ts'
import { screenRoutes } from './screens.ts'
import { signInRoutes } from './sign-in.ts'
import { webExport } from './web-export.ts'

/** The http side of the server, put together from its parts. It listens nowhere by itself. */
export function createApp(parts: HttpParts): express.Application {
  const { publicUrl } = parts
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  // An https PUBLIC_URL means a proxy in front: the address that it saw counts, one step and no further.
  app.set('trust proxy', publicUrl?.toLowerCase().startsWith('https:') ? 1 : false)

  const web = webExport(parts)
  app.use(securityHeaders(publicUrl), ownSiteOnly(publicUrl))
  app.use('/api', api(parts))
  app.use(healthRoutes(parts), linkRoutes(parts, web.home, web.remote), web.routes)
  app.use((_req, res) => {
    sendPlainPage(res.status(404), 'There is no such page', ['Check the address, or begin again at /.'])
  })
  app.use(failed(parts))
  return app
}

function api(parts: HttpParts): Router {
  const router = Router()
  // Before the bound of all other bodies: cards, rosters and exported classes are larger, and are read only once it is known who sends them.
  router.use(cardRoutes(parts), recordRoutes(parts), rosterRoutes(parts))
  router.use(
    smallBody,
    express.json({ limit: LIMITS.httpBody, inflate: false, type: 'application/json', verify: onlyUtf8 }),
    jsonOnly,
  )
  router.use(
    signInRoutes(parts),
    classRoutes(parts),
    joinRoutes(parts),
    claimRoutes(parts),
    screenRoutes(parts),
    remoteRoutes(parts),
    classInstructorRoutes(parts),
    rehearsalRoutes(parts),
  )
  router.use((_req, res) => sendRefusal(res, refusal('unknown', 'The server has nothing at that address.')))
  return router
}

/** The parser would first wait for the whole of a body that is too large, and only then refuse it. */
const smallBody: RequestHandler = (req, res, next) => {
  if (Number(req.headers['content-length'] ?? 0) > LIMITS.httpBody) sendTooLarge(res)
  else next()
}

/** A body that the parser left alone is not JSON. A browser can't send JSON to another site without asking it first. */
const jsonOnly: RequestHandler = (req, res, next) => {
  if (req.body !== undefined || !hasBody(req) || req.method === 'GET' || req.method === 'HEAD') return next()
  res.set('Connection', 'close')
  sendRefusal(res, refusal('bad-message', 'The server takes JSON only.'), 415)
}

const failed =
  (parts: HttpParts): ErrorRequestHandler =>
  (thrown, _req, res, _next) =>
    sendThrown(parts, res, thrown)

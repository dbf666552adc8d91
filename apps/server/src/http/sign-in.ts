import { LONGEST, requireText } from '@evenkeel/classroom'
import { http, PROTOCOL_VERSION } from '@evenkeel/protocol'
import { type Response, Router } from 'express'
import { clearCookie, readCookie, writeCookie } from '../access/cookies.ts'
import { REMOTE_GOOD_FOR_MS, SESSION_GOOD_FOR_MS } from '../access/instructors.ts'
import { overHttps } from '../access/origin.ts'
import { hashToken } from '../access/tokens.ts'
import type { HttpParts } from './parts.ts'
import { nothing, readBody } from './read-body.ts'
import { refusal, sendRefusal, sendSlowDown, signedOut } from './refuse.ts'

const LONG_NAME = { name: `Your name can have at most ${LONGEST.name} characters.` }

/** An instructor signs in with a name and the deployment's passcode, is told who they are, and signs out. */
export function signInRoutes(parts: HttpParts): Router {
  const { access, people, classes, log } = parts
  const router = Router()

  router.get('/me', async (req, res) => {
    const instructor = (await access.sessions.instructorOf(req.headers.cookie)) ?? null
    res.json({ protocol: PROTOCOL_VERSION, instructor })
  })

  router.post('/me', async (req, res) => {
    const read = readBody(http.nameMe, req, LONG_NAME)
    if (!read.ok) return sendRefusal(res, read.refused)
    const me = await access.sessions.instructorOf(req.headers.cookie)
    if (me === undefined) return sendRefusal(res, signedOut)
    const name = requireText(read.body.name, LONGEST.name, 'Your name')
    if (!name.ok) return sendRefusal(res, name)
    const renamed = await access.instructors.rename(me.id, name.text)
    if (renamed === undefined) return sendRefusal(res, signedOut)
    res.json({ instructor: { ...me, name: renamed.name } })
  })

  router.post('/sign-in', async (req, res) => {
    const read = readBody(http.signIn, req, LONG_NAME)
    if (!read.ok) return sendRefusal(res, read.refused)
    const name = requireText(read.body.name, LONGEST.name, 'Your name')
    if (!name.ok) return sendRefusal(res, name)
    const { passcodes } = access.attempts
    const wait = await passcodes.take(req.ip)
    if (wait > 0) return sendSlowDown(res, 'Too many wrong passcodes.', wait)
    if (!(await access.passcode.matches(read.body.passcode))) {
      log.warn({}, 'a wrong instructor passcode')
      return sendRefusal(res, refusal('not-allowed', 'That passcode is not right.'))
    }
    await passcodes.succeeded(req.ip)
    const { instructorId, name: known, owner } = await access.instructors.byName(name.text)
    await startSession(parts, req.headers.host, res, instructorId)
    res.json({ instructor: { id: instructorId, name: known, owner } })
  })

  router.post('/sign-out', async (req, res) => {
    const read = readBody(nothing, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const token = readCookie(req.headers.cookie, access.names.instructor)
    if (token !== undefined) {
      await people.dropSession(hashToken(token))
      await classes.dropSession(hashToken(token))
    }
    const secure = overHttps(req.headers.host, parts.publicUrl)
    res.append('Set-Cookie', clearCookie(access.names.instructor, secure))
    res.json({ ok: true })
  })

  return router
}

/** Begins a session; its token goes into the cookie and nowhere else. */
export async function startSession(
  parts: HttpParts,
  host: string | undefined,
  res: Response,
  instructorId: string,
): Promise<void> {
  const token = await parts.access.instructors.begin(instructorId)
  giveToken(parts, host, res, token, SESSION_GOOD_FOR_MS)
  parts.log.info({ instructorId }, 'an instructor signed in')
}

/** The same for an instructor's phone, under a session of its own. */
export async function startRemote(
  parts: HttpParts,
  host: string | undefined,
  res: Response,
  instructorId: string,
): Promise<void> {
  const token = await parts.access.instructors.beginRemote(instructorId)
  giveToken(parts, host, res, token, REMOTE_GOOD_FOR_MS)
  parts.log.info({ instructorId }, "an instructor's phone signed in")
}

function giveToken(
  { access, publicUrl }: HttpParts,
  host: string | undefined,
  res: Response,
  token: string,
  goodFor: number,
): void {
  const secure = overHttps(host, publicUrl)
  res.append('Set-Cookie', writeCookie(access.names.instructor, token, goodFor, secure))
}

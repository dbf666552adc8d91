import { http } from '@evenkeel/protocol'
import { Router } from 'express'
import { clearCookie, writeCookie } from '../access/cookies.ts'
import { overHttps } from '../access/origin.ts'
import { hashToken, newToken } from '../access/tokens.ts'
import { joinAddresses } from './class-head.ts'
import { ownClass } from './find-class.ts'
import type { HttpParts } from './parts.ts'
import { nothing, readBody } from './read-body.ts'
import { refusal, sendRefusal, sendSlowDown } from './refuse.ts'

/** Digits that nobody approved are given to another screen afterwards. */
const WAITS_FOR_MS = 10 * 60 * 1000
/** An approved screen outlasts the longest class; it ends earlier with its class or when it is taken away. */
const APPROVED_FOR_MS = 12 * 60 * 60 * 1000
const MOST_TRIES = 50

const notAScreen = refusal('signed-out', 'This screen is not connected to a class. Ask for new digits.')
const noneWaits = refusal('unknown', 'No screen shows these digits right now.')

/** The projector: it shows four digits, an instructor approves them, and may take all screens of a class away. */
export function screenRoutes(parts: HttpParts): Router {
  const { access, people, classes, clock, random } = parts
  const router = Router()

  router.post('/screens', async (req, res) => {
    const read = readBody(nothing, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const known = await access.sessions.screenRecordOf(req.headers.cookie)
    // A reloaded page still waits under the digits that it showed.
    if (known !== undefined && known.classId === undefined) return res.json({ digits: known.digits })
    const wait = await access.attempts.screens.take(req.ip)
    if (wait > 0) return sendSlowDown(res, 'Too many screens asked for digits.', wait)
    const token = newToken(random)
    const digits = await waitUnderDigits(hashToken(token))
    if (digits === undefined) {
      return sendRefusal(res, refusal('limit', 'Too many screens are waiting. Try again in ten minutes.'))
    }
    const secure = overHttps(req.headers.host, parts.publicUrl)
    res.append('Set-Cookie', writeCookie(access.names.screen, token, APPROVED_FOR_MS, secure))
    res.status(201).json({ digits })
  })

  router.get('/screens/mine', async (req, res) => {
    const record = await access.sessions.screenRecordOf(req.headers.cookie)
    const approved = await access.sessions.screenOf(req.headers.cookie)
    if (record === undefined || (record.classId !== undefined && approved === undefined)) {
      const secure = overHttps(req.headers.host, parts.publicUrl)
      res.append('Set-Cookie', clearCookie(access.names.screen, secure))
      return sendRefusal(res, notAScreen)
    }
    const known = approved && (await people.classOf(approved.classId))
    if (known === undefined) return res.json({ class: null })
    // The wall shows how to come in; its view of the class holds no code.
    const { classId, code } = known
    res.json({ class: classId, code, addresses: joinAddresses(parts, req, code) })
  })

  router.post('/classes/:class/screens', async (req, res) => {
    const read = readBody(http.approveScreen, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    const { classId, closedAt } = own.record
    if (closedAt !== undefined) return sendRefusal(res, refusal('closed', 'This class is over.'))
    const { digits } = access.attempts
    // There are only 10,000: whoever tries them one after the other would find another class's projector.
    const wait = await digits.take(req.ip)
    if (wait > 0) return sendSlowDown(res, 'Too many digits were tried that no screen shows.', wait)
    const now = clock.now()
    const approved = await people.approveScreen(read.body.digits, classId, now, now + APPROVED_FOR_MS)
    if (!approved) return sendRefusal(res, noneWaits)
    await digits.giveBack(req.ip)
    res.json({ ok: true })
  })

  router.delete('/classes/:class/screens', async (req, res) => {
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    const { classId } = own.record
    await people.dropScreensOf(classId)
    await classes.dropScreens(classId)
    res.json({ ok: true })
  })

  async function waitUnderDigits(tokenHash: string): Promise<string | undefined> {
    const now = clock.now()
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const digits = String(random(4).readUInt32LE(0) % 10_000).padStart(4, '0')
      const screen = { tokenHash, classId: undefined, digits, expiresAt: now + WAITS_FOR_MS }
      if ((await people.putScreen(screen, now)).ok) return digits
    }
    return undefined
  }

  return router
}

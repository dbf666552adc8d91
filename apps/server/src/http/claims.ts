import { LONGEST, requireText } from '@evenkeel/classroom'
import { http } from '@evenkeel/protocol'
import { type Request, type Response, Router } from 'express'
import { clearCookie, readCookie, writeCookie } from '../access/cookies.ts'
import { overHttps } from '../access/origin.ts'
import { ANSWER_REPEATED_FOR_MS, SEAT_GOOD_FOR_MS } from '../access/seat-issue.ts'
import { hashToken, isToken, newToken } from '../access/tokens.ts'
import { deviceKind } from '../claims/device-kind.ts'
import { classOfCode, type FoundClass, ownClass } from './find-class.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal, sendSlowDown } from './refuse.ts'

/** An instructor who helps somebody else sees it within this time; a phone that was found again does not wait for ever. */
export const CLAIM_WAITS_FOR_MS = 5 * 60 * 1000
/** So long may the device fetch the answer. */
const ANSWER_KEPT_FOR_MS = 10 * 60 * 1000
const MOST_IN_A_CLASS = 40
const BOUNDS = { name: `A name can have at most ${LONGEST.name} characters.` }

const blocked = refusal('not-allowed', "You can't join this class. Talk to your instructor.")
const answered = refusal('gone', 'That request is no longer open.')
const tooMany = refusal('limit', 'Too many devices ask for a seat in this class. Talk to your instructor.')

/** "That's my seat": a second device asks, the instructor says yes or no. The device learns nothing else, whatever it typed. */
export function claimRoutes(parts: HttpParts): Router {
  const { access, claims, classes, clock, random } = parts
  const router = Router()

  router.post('/claims', async (req, res) => {
    const read = readBody(http.claimSeat, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const name = requireText(read.body.name, LONGEST.name, 'Your name')
    if (!name.ok) return sendRefusal(res, name)
    const found = await classOfCode(parts, req, res, read.body.code)
    if (found === undefined) return
    const { classId } = found.record
    const held = await access.sessions.seatsOf(req.headers.cookie, classId)
    if (held.some(({ personId }) => found.head.standing(personId) === 'blocked'))
      return sendRefusal(res, blocked)
    const people = await meant(found, name.text)
    const now = clock.now()
    const before = await ownClaim(req)
    if (before?.state === 'waiting') {
      // Asked twice is asked once.
      if (before.classId === classId && before.people.join() === people.join())
        return res.json({ class: classId, digits: before.digits, until: before.expiresAt })
      await claims.dropClaim(before.tokenHash)
    }
    const wait = await access.attempts.claims.take(req.ip)
    if (wait > 0) return sendSlowDown(res, 'Too many devices asked for a seat.', wait)
    await claims.dropEnded(now)
    const others = await claims.waitingIn(classId, now)
    if (others.length >= MOST_IN_A_CLASS) return sendRefusal(res, tooMany)
    const token = newToken(random)
    const digits = freeDigits(others.map(other => other.digits))
    const until = now + CLAIM_WAITS_FOR_MS
    await claims.putClaim({
      tokenHash: hashToken(token),
      id: random(9).toString('base64url'),
      classId,
      people,
      digits,
      device: deviceKind(req.headers['user-agent']),
      askedAt: now,
      expiresAt: until,
      state: 'waiting',
    })
    await classes.claimsChanged(classId)
    setCookie(req, res, access.names.claim, token, CLAIM_WAITS_FOR_MS + ANSWER_KEPT_FOR_MS)
    res.status(201).json({ class: classId, digits, until })
  })

  router.get('/claims/mine', async (req, res) => {
    const claim = await ownClaim(req)
    const token = readCookie(req.headers.cookie, access.names.claim)
    if (claim === undefined || token === undefined) return res.json({ state: 'over' })
    if (claim.state !== 'given' || claim.handle === undefined) return res.json({ state: claim.state })
    // What proved the request proves the seat from now on.
    setCookie(req, res, access.names.seat(claim.handle), token, SEAT_GOOD_FOR_MS)
    res.json({ state: 'given', class: claim.classId, seat: claim.handle })
  })

  router.delete('/claims/mine', async (req, res) => {
    const claim = await ownClaim(req)
    if (claim?.state === 'waiting') {
      await claims.dropClaim(claim.tokenHash)
      await classes.claimsChanged(claim.classId)
    }
    const secure = overHttps(req.headers.host, parts.publicUrl)
    res.append('Set-Cookie', clearCookie(access.names.claim, secure))
    res.json({ ok: true })
  })

  router.post('/classes/:class/claims', async (req, res) => {
    const read = readBody(http.answerClaim, req, {})
    if (!read.ok) return sendRefusal(res, read.refused)
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    const { classId, closedAt } = own.record
    if (closedAt !== undefined) return sendRefusal(res, refusal('closed', 'This class is over.'))
    const { claim: id, person } = read.body
    const now = clock.now()
    const until = now + ANSWER_KEPT_FOR_MS
    const claim = (await claims.waitingIn(classId, now)).find(one => one.id === id)
    if (claim === undefined) return sendRefusal(res, answered)
    if (person === null) {
      if (!(await claims.refuse(classId, id, now, until))) return sendRefusal(res, answered)
    } else {
      // They may have been taken out of the class since.
      const head = await classes.head(classId)
      const here = head?.trainees().includes(person) === true
      const newHandle = random(6).toString('base64url')
      // So old that the join request which first gave the seat out is not answered with it again.
      const at = now - ANSWER_REPEATED_FOR_MS
      const given =
        here && (await claims.give({ classId, claim: id, personId: person, newHandle, at, now, until }))
      if (!given) return sendRefusal(res, answered)
      // The seats of whoever was made one with them are theirs too.
      for (const other of head.also(person)) {
        await parts.people.dropSeatsOf(classId, other)
        await classes.moveSeat(classId, other, claim.tokenHash)
      }
      await classes.moveSeat(classId, person, claim.tokenHash)
    }
    await classes.claimsChanged(classId)
    res.json({ ok: true })
  })

  /** Those in the class with this name or staff number, of any of their entries. */
  async function meant({ record, head }: FoundClass, typed: string): Promise<string[]> {
    const wanted = same(typed)
    const known = new Map((await parts.people.names(record.classId)).map(each => [each.personId, each]))
    const calledSo = (id: string) =>
      [known.get(id)?.name, known.get(id)?.staffNumber].some(text => same(text ?? '') === wanted)
    return head
      .trainees()
      .filter(
        person => same(head.nameOf(person) ?? '') === wanted || [person, ...head.also(person)].some(calledSo),
      )
  }

  async function ownClaim(req: Request) {
    const token = readCookie(req.headers.cookie, access.names.claim)
    return isToken(token) ? claims.claimByToken(hashToken(token), clock.now()) : undefined
  }

  function freeDigits(taken: readonly string[]): string {
    const first = random(4).readUInt32LE(0)
    const all = Array.from({ length: 100 }, (_, index) => String((first + index) % 100).padStart(2, '0'))
    return all.find(digits => !taken.includes(digits)) ?? '00'
  }

  function setCookie(req: Request, res: Response, name: string, value: string, goodFor: number): void {
    const secure = overHttps(req.headers.host, parts.publicUrl)
    res.append('Set-Cookie', writeCookie(name, value, goodFor, secure))
  }

  return router
}

const same = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

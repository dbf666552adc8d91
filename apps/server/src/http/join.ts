import { allowText, LONGEST, requireText } from '@evenkeel/classroom'
import { http } from '@evenkeel/protocol'
import { type Request, type Response, Router } from 'express'
import { clearCookie, writeCookie } from '../access/cookies.ts'
import { overHttps } from '../access/origin.ts'
import { SEAT_GOOD_FOR_MS } from '../access/seat-issue.ts'
import type { SeatRecord } from '../people/port.ts'
import { classRows } from '../records/class-rows.ts'
import { keptOf } from '../records/retention.ts'
import { classOfCode, type FoundClass } from './find-class.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal } from './refuse.ts'
import { expectedAs, freeNames } from './roster.ts'

const BOUNDS = {
  name: `Your name can have at most ${LONGEST.name} characters.`,
  staffNumber: `Your staff number can have at most ${LONGEST.name} characters.`,
}
/** Browsers send every cookie with every request; older seats of a much used machine are let go. */
const MOST_SEATS_IN_A_BROWSER = 30

const blocked = refusal('not-allowed', "You can't join this class. Talk to your instructor.")
const answeredLongAgo = refusal('taken', 'You have already joined with this. Join once more with your name.')
const notYourSeat = refusal('signed-out', 'This browser no longer holds that seat. Join again with the code.')

/** A trainee looks at what a code opens, joins, and may change their name. */
export function joinRoutes(parts: HttpParts): Router {
  const { access, classes, people } = parts
  const router = Router()

  router.get('/codes/:code', async (req, res) => {
    const found = await classOfCode(parts, req, res, req.params.code)
    if (found === undefined) return
    const { record, head } = found
    const held = (await heldSeats(req, found)).flatMap(({ handle, personId }) => {
      const person = head.now(personId)
      const standing = head.standing(person)
      const here = standing === 'present' || standing === 'set-aside'
      return here ? [{ seat: handle, person, name: head.nameOf(person) ?? '' }] : []
    })
    // Somebody who came in twice in this browser and is one person now is offered once.
    const seats = held.filter(
      ({ person }, index) => held.findIndex(other => other.person === person) === index,
    )
    const { title, kind, medium, locked } = head
    // Nobody new may come into a locked class, so there is nothing to pick.
    const names = locked ? [] : freeNames(await people.rosterOf(record.classId), head.traineeNames())
    const { rows, retentionDays } = parts.records
    const { days: keptDays } = keptOf(record, await classRows(rows, record.classId), 0, retentionDays)
    res.json({ class: record.classId, title, kind, medium, locked, keptDays, names, seats })
  })

  router.post('/join', async (req, res) => {
    const read = readBody(http.join, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const name = requireText(read.body.name, LONGEST.name, 'Your name')
    if (!name.ok) return sendRefusal(res, name)
    const staffNumber = allowText(read.body.staffNumber, LONGEST.name, 'Your staff number')
    if (!staffNumber.ok) return sendRefusal(res, staffNumber)
    const found = await classOfCode(parts, req, res, read.body.code)
    if (found === undefined) return
    // A name proves nothing, so a block holds for the browser that has the blocked seat.
    const seats = await heldSeats(req, found)
    if (seats.some(({ personId }) => found.head.standing(personId) === 'blocked')) {
      return sendRefusal(res, blocked)
    }
    const { classId } = found.record
    const { request } = read.body
    const number = staffNumber.text || expectedAs(await people.rosterOf(classId), name.text)?.staffNumber
    const joined = await classes.join({
      classId,
      name: name.text,
      ...(number !== undefined && { staffNumber: number }),
      request,
    })
    if (!joined.ok) return sendRefusal(res, joined)
    const { person } = joined
    // The request may be an old one, of somebody who was taken out of the class since, or made one with somebody else.
    const head = await classes.head(classId)
    const standing = head?.standing(person)
    if (standing === 'blocked') return sendRefusal(res, blocked)
    if (standing === 'removed') return sendRefusal(res, answeredLongAgo)
    const handle = access.seats.handleFor(classId, request)
    if (!seats.some(seat => seat.handle === handle && seat.personId === person)) {
      const issued = await access.seats.issue(classId, person, request)
      if (issued === undefined) return sendRefusal(res, answeredLongAgo)
      await forgetOldSeats(req, res)
      giveCookie(req, res, issued)
    }
    res.json({ class: classId, seat: handle, person: head?.now(person) ?? person })
  })

  router.post('/rename', async (req, res) => {
    const read = readBody(http.rename, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { class: classId, seat } = read.body
    const name = requireText(read.body.name, LONGEST.name, 'Your name')
    if (!name.ok) return sendRefusal(res, name)
    const holder = await access.sessions.seatOf(req.headers.cookie, classId, seat)
    if (holder === undefined) return sendRefusal(res, notYourSeat)
    const head = await classes.head(classId)
    const standing = head?.standing(holder.person)
    if (standing !== 'present' && standing !== 'set-aside') return sendRefusal(res, notYourSeat)
    const renamed = await classes.rename(classId, head?.now(holder.person) ?? holder.person, name.text)
    if (!renamed.ok) return sendRefusal(res, renamed)
    res.json({ ok: true })
  })

  router.get('/classes/:class/seats/:seat/copy', async (req, res) => {
    const { class: classId, seat } = req.params
    const holder = await access.sessions.seatOf(req.headers.cookie, classId, seat)
    const person = holder && (await classes.head(classId))?.now(holder.person)
    const copy = person && (await classes.ownCopy(classId, person))
    if (person === undefined || !copy) return sendRefusal(res, notYourSeat)
    res.json({ ...copy, person })
  })

  const heldSeats = (req: Request, { record }: FoundClass): Promise<readonly SeatRecord[]> =>
    access.sessions.seatsOf(req.headers.cookie, record.classId)

  function giveCookie(req: Request, res: Response, { handle, token }: { handle: string; token: string }) {
    const secure = overHttps(req.headers.host, parts.publicUrl)
    res.append('Set-Cookie', writeCookie(access.names.seat(handle), token, SEAT_GOOD_FOR_MS, secure))
  }

  /** Cookies of seats that are no more, and of the oldest beyond the most that a browser is to carry. */
  async function forgetOldSeats(req: Request, res: Response): Promise<void> {
    const kept = (await access.sessions.seatsOf(req.headers.cookie)).slice(0, MOST_SEATS_IN_A_BROWSER - 1)
    const keep = new Set(kept.map(seat => seat.handle))
    const secure = overHttps(req.headers.host, parts.publicUrl)
    for (const handle of access.names.seatsIn(req.headers.cookie).keys()) {
      if (!keep.has(handle)) res.append('Set-Cookie', clearCookie(access.names.seat(handle), secure))
    }
  }

  return router
}

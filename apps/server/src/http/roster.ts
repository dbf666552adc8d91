import { allowText, LONGEST, requireText } from '@evenkeel/classroom'
import { http, LIMITS, type WireRefusal } from '@evenkeel/protocol'
import { type Response, Router } from 'express'
import type { Roster, RosterPerson } from '../people/port.ts'
import { ownClass } from './find-class.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal } from './refuse.ts'
import { sizedBody } from './sized-body.ts'

const BOUNDS = { people: `A roster can have at most 200 names, each of at most ${LONGEST.name} characters.` }

/** Whom the instructor expects. Trainees pick their name only if the instructor shows the names to whoever has the code. */
export function rosterRoutes(parts: HttpParts): Router {
  const { people, classes } = parts
  const router = Router()

  router.get('/classes/:class/roster', async (req, res) => {
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    res.json((await people.rosterOf(own.record.classId)) ?? { people: [], shown: false })
  })

  router.put('/classes/:class/roster', async (req, res) => {
    // Who may not is not read.
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendUnread(res, own)
    if (!(await sizedBody(req, res, LIMITS.httpRoster))) return
    const read = readBody(http.roster, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { classId, closedAt } = own.record
    if (closedAt !== undefined) return sendRefusal(res, refusal('closed', 'This class is over.'))
    const kept: RosterPerson[] = []
    for (const [index, row] of read.body.people.entries()) {
      const name = requireText(row.name, LONGEST.name, `Name ${index + 1}`)
      if (!name.ok) return sendRefusal(res, name)
      const number = allowText(row.staffNumber, LONGEST.name, `The staff number of name ${index + 1}`)
      if (!number.ok) return sendRefusal(res, number)
      kept.push({ name: name.text, ...(number.text !== '' && { staffNumber: number.text }) })
    }
    const roster = { people: kept, shown: kept.length > 0 && read.body.shown }
    await people.putRoster(classId, roster)
    res.json(roster)
  })

  router.post('/classes/:class/names', async (req, res) => {
    if (!(await sizedBody(req, res, LIMITS.httpBody))) return
    const read = readBody(http.namePerson, req, {})
    if (!read.ok) return sendRefusal(res, read.refused)
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    const name = requireText(read.body.name, LONGEST.name, 'A name')
    if (!name.ok) return sendRefusal(res, name)
    const { classId } = own.record
    const standing = (await classes.head(classId))?.standing(read.body.person)
    if (standing !== 'present' && standing !== 'set-aside') {
      return sendRefusal(res, refusal('gone', 'That person is not in this class.'))
    }
    const renamed = await classes.rename(classId, read.body.person, name.text)
    if (!renamed.ok) return sendRefusal(res, renamed)
    res.json({ ok: true })
  })

  return router
}

/** The rest of the body is not waited for. */
function sendUnread(res: Response, refused: WireRefusal): void {
  res.set('Connection', 'close')
  sendRefusal(res, refused)
}

/** Names that can still be picked: each as often as it is expected more than it is here. None unless they are shown. */
export function freeNames(roster: Roster | undefined, here: readonly string[]): string[] {
  if (roster?.shown !== true) return []
  const taken = new Map<string, number>()
  for (const name of here) taken.set(same(name), (taken.get(same(name)) ?? 0) + 1)
  return roster.people.flatMap(({ name }) => {
    const left = taken.get(same(name)) ?? 0
    if (left > 0) taken.set(same(name), left - 1)
    return left > 0 ? [] : [name]
  })
}

/** The one on the roster with this name; nobody if several have it. */
export function expectedAs(roster: Roster | undefined, name: string): RosterPerson | undefined {
  const [one, ...more] = roster?.people.filter(person => same(person.name) === same(name)) ?? []
  return more.length > 0 ? undefined : one
}

const same = (name: string): string => name.normalize('NFKC').toLowerCase()

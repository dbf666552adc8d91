import { http } from '@evenkeel/protocol'
import { Router } from 'express'
import { dropLetIn, isTheirs, letIn, putLetIn } from '../access/looking-after.ts'
import type { ClassRecord } from '../people/port.ts'
import { ownClass } from './find-class.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal, signedOut } from './refuse.ts'

const closed = refusal('closed', 'This class is over.')
const notTheirs = refusal(
  'not-allowed',
  'Only who opened this class, or the owner of this server, lets others in or takes them out.',
)
const noSuch = refusal(
  'gone',
  'Nobody by that name is an instructor here. They sign in at this server once, then you find them.',
)
const always = refusal('invalid', 'They look after this class anyhow, and can’t be taken out.')

/** Other instructors look after a class too: let in by whoever's it is, taken out again, at whatever server. */
export function classInstructorRoutes(parts: HttpParts): Router {
  const { access, people, classes, clock, log } = parts
  const { rows } = parts.records
  const router = Router()

  router.get('/classes/:class/instructors', async (req, res) => {
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    res.json(await listOf(own.record))
  })

  router.post('/classes/:class/instructors', async (req, res) => {
    const read = readBody(http.letIn, req, {})
    if (!read.ok) return sendRefusal(res, read.refused)
    const own = await ownClass(parts, req, req.params.class)
    if (!own.ok) return sendRefusal(res, own)
    const me = await access.sessions.instructorOf(req.headers.cookie)
    if (me === undefined) return sendRefusal(res, signedOut)
    const { record } = own
    const { instructor: id, on } = read.body
    // Whoever was let in may go by themselves.
    if (!isTheirs(me, record) && (on || id !== me.id)) return sendRefusal(res, notTheirs)
    if (record.closedAt !== undefined) return sendRefusal(res, closed)
    const other = (await people.instructors()).find(({ instructorId }) => instructorId === id)
    if (other === undefined) return sendRefusal(res, noSuch)
    if (isTheirs({ id, owner: other.owner }, record)) return sendRefusal(res, always)
    const { classId } = record
    if (on) await putLetIn(rows, classId, id, me.id, clock.now())
    else await dropLetIn(rows, classId, id)
    await classes.letIn({ classId, instructor: { id, name: other.name }, on, by: me })
    log.info({ class: classId, on }, 'an instructor was let in or taken out')
    res.json(await listOf(record))
  })

  async function listOf(record: ClassRecord) {
    const inside = new Set(await letIn(rows, record.classId))
    const instructors = (await people.instructors()).map(({ instructorId: id, name, owner }) => {
      const part = record.ownerId === id ? 'opened' : owner ? 'owner' : inside.has(id) ? 'let-in' : 'none'
      return { id, name, part } as const
    })
    return { instructors: instructors.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)) }
  }

  return router
}

import {
  asInstructorSees,
  type ClassTaken,
  type ClassTakenRow,
  type PersonPage,
  progressOf,
  type RegisterEntry,
  sceneHead,
  titlesOf,
} from '@evenkeel/insight'
import { records as bodies, LIMITS } from '@evenkeel/protocol'
import { type Request, type Response, Router } from 'express'
import { newToken } from '../../access/tokens.ts'
import { classRows } from '../../records/class-rows.ts'
import {
  keyOf,
  type Membership,
  mergeName,
  mergeRow,
  mergesIn,
  REGISTER,
  type RegisterPerson,
  registerOf,
  rootOf,
} from '../../records/register.ts'
import type { HttpParts } from '../parts.ts'
import { readBody } from '../read-body.ts'
import { refusal, sendRefusal } from '../refuse.ts'
import { sizedBody } from '../sized-body.ts'
import { type AskingInstructor, askingInstructor, classesSeenBy, pause } from './asked.ts'

const nobody = refusal('unknown', 'There is no such person in your records.')

/** The register of people over the classes that an instructor may see. */
export function peopleRoutes(parts: HttpParts): Router {
  const { records, people, clock, random, log } = parts
  const { readings, rows, forgetting } = records
  const router = Router()

  const registerFor = async (instructor: AskingInstructor) =>
    registerOf({ people, records: rows, readings }, await classesSeenBy(parts, instructor))

  /** The person that the address names, or undefined after it was refused. */
  async function askedPerson(req: Request<{ key: string }>, res: Response) {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined) return undefined
    const merges = await mergesIn(rows)
    const key = rootOf(req.params.key, merges)
    const person = (await registerFor(instructor)).find(each => each.key === key)
    if (person === undefined) sendRefusal(res, nobody)
    return person && { person, instructor }
  }

  router.get('/records/people', async (req, res) => {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined) return
    res.json({ people: (await registerFor(instructor)).map(entryShown) })
  })

  router.get('/records/people/:key', async (req, res) => {
    const asked = await askedPerson(req, res)
    if (asked === undefined) return
    const classes: ClassTakenRow[] = []
    const taken: ClassTaken[] = []
    const shown: PersonPage['scenes'][number][] = []
    for (const membership of asked.person.memberships) {
      const { classId } = membership.record
      const reading = await readings.read(classId)
      if (reading === undefined) continue
      const self = await readings.personOf(classId, asked.instructor.id)
      const scenes = reading.scenes.map(scene => asInstructorSees(scene, self))
      taken.push({ classId, openedAt: reading.facts.openedAt, person: membership.person, scenes })
      shown.push(...reading.scenes.map(scene => ({ ...sceneHead(scene), class: classId })))
      classes.push(await takenShown(membership))
      await pause()
    }
    const progress = progressOf(taken)
    const points = new Set(
      [
        ...[...progress.items, ...progress.customers].flatMap(each => each.points),
        ...Object.values(progress.played).flat(),
      ].map(each => `${each.classId} ${each.scene}`),
    )
    const page: PersonPage = {
      entry: entryShown(asked.person),
      classes,
      progress,
      titles: titlesOf(taken.flatMap(({ scenes }) => scenes)),
      scenes: shown.filter(each => points.has(`${each.class} ${each.scene}`)),
    }
    res.json(page)
  })

  async function takenShown({ record, digest, person, present }: Membership): Promise<ClassTakenRow> {
    const written = await classRows(rows, record.classId)
    const { title, kind, openedAt } = digest.facts
    return {
      class: record.classId,
      title,
      kind,
      openedAt,
      person,
      present,
      signed: written.signed.get(person) ?? null,
      serial: written.serials.get(person) ?? '',
      completion: written.completion,
    }
  }

  router.post('/records/people/merge', async (req, res) => {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined || !(await sizedBody(req, res, LIMITS.httpBody))) return
    const read = readBody(bodies.merge, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const register = await registerFor(instructor)
    const merges = await mergesIn(rows)
    const [from, into] = [read.body.from, read.body.into].map(key => rootOf(key, merges))
    if (from === undefined || into === undefined) return sendRefusal(res, nobody)
    if (from === into) return sendRefusal(res, refusal('taken', 'These two are one person already.'))
    if (![from, into].every(key => register.some(each => each.key === key))) return sendRefusal(res, nobody)
    const id = newToken(random)
    await rows.put(REGISTER, [mergeRow(id, from, into, clock.now())])
    res.status(201).json({ id })
  })

  router.delete('/records/merges/:merge', async (req, res) => {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined) return
    const register = await registerFor(instructor)
    const shown = register.some(({ merged }) => merged.some(({ id }) => id === req.params.merge))
    if (!shown) return sendRefusal(res, refusal('gone', 'This was undone already.'))
    await rows.drop(REGISTER, mergeName(req.params.merge))
    res.json({ ok: true })
  })

  router.delete('/records/people/:key', async (req, res) => {
    const asked = await askedPerson(req, res)
    if (asked === undefined) return
    const { memberships } = asked.person
    for (const { record, person } of memberships) await forgetting.forgetPerson(record.classId, person)
    // A key holds a staff number: it goes too.
    const keys = new Set([asked.person.key, ...memberships.map(keyOf)])
    for (const { id, from, into } of await mergesIn(rows)) {
      if (keys.has(from) || keys.has(into)) await rows.drop(REGISTER, mergeName(id))
    }
    log.info({ classes: memberships.length }, 'a person was forgotten')
    res.json({ ok: true })
  })

  return router
}

const entryShown = ({ memberships: _, ...entry }: RegisterPerson): RegisterEntry => entry

import { LONGEST, presetFor, requireText, type Settings } from '@evenkeel/classroom'
import { rubric } from '@evenkeel/playbook'
import { http, type WireRefusal } from '@evenkeel/protocol'
import { Router } from 'express'
import { makeCode } from '../access/codes.ts'
import type { ClassRecord } from '../people/port.ts'
import { headOf } from './class-head.ts'
import { OpenedLately } from './opened-lately.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal, signedOut } from './refuse.ts'

const BOUNDS = {
  title: `The class's name can have at most ${LONGEST.title} characters.`,
  minutes: 'A class lasts between 5 and 600 minutes.',
}
/** Codes are so many that a second try is hardly ever needed. */
const MOST_TRIES = 20

type Opening = { readonly ok: true; readonly record: ClassRecord } | WireRefusal

interface Owner {
  readonly id: string
  readonly name: string
}

/** An instructor opens a class and sees the classes that they opened; the owner sees all. */
export function classRoutes(parts: HttpParts): Router {
  const { access, people, classes, clock, log } = parts
  const router = Router()
  const opened = new OpenedLately<Opening>(clock)

  router.post('/classes', async (req, res) => {
    const read = readBody(http.openClass, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    const instructor = await access.sessions.instructorOf(req.headers.cookie)
    if (instructor === undefined) return sendRefusal(res, signedOut)
    const title = requireText(read.body.title, LONGEST.title, "The class's name")
    if (!title.ok) return sendRefusal(res, title)
    const { kind, place, minutes } = read.body
    const settings = presetFor({ kind, place, minutes }, rubric.rotations[0]?.rounds ?? [])
    const open = () => openFor(instructor, title.text, settings)
    const { request } = read.body
    const done = await (request === undefined ? open() : opened.once(`${instructor.id} ${request}`, open))
    if (!done.ok) return sendRefusal(res, done)
    res.status(201).json(headOf(parts, req, done.record))
  })

  router.get('/classes', async (req, res) => {
    const instructor = await access.sessions.instructorOf(req.headers.cookie)
    if (instructor === undefined) return sendRefusal(res, signedOut)
    const records = await people.classesOf(instructor.owner ? undefined : instructor.id)
    res.json({ classes: records.map(record => headOf(parts, req, record)) })
  })

  async function openFor({ id, name }: Owner, title: string, settings: Settings): Promise<Opening> {
    const made = await classes.open({ title, settings, instructor: { id, name } })
    if (!made.ok) return made
    const record = await register({ classId: made.classId, title, ownerId: id, openedAt: clock.now() })
    if (record === undefined) return refusal('cannot-save', 'There is no free code. Try again.')
    const { kind, medium } = settings
    log.info({ class: record.classId, kind, medium }, 'a class was opened')
    return { ok: true, record }
  }

  async function register(of: Omit<ClassRecord, 'code'>): Promise<ClassRecord | undefined> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const record = { ...of, code: makeCode(parts.random) }
      if ((await people.putClass(record)).ok) return record
    }
    return undefined
  }

  return router
}

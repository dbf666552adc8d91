import { LONGEST, presetFor, requireText, type Settings } from '@evenkeel/classroom'
import { type Language, languages, rubricIn } from '@evenkeel/playbook'
import { http, type WireRefusal } from '@evenkeel/protocol'
import { Router } from 'express'
import { classesLetInto } from '../access/looking-after.ts'
import type { ClassRecord } from '../people/port.ts'
import { headOf } from './class-head.ts'
import { OpenedLately } from './opened-lately.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal, signedOut } from './refuse.ts'
import { registerClass } from './register-class.ts'

const BOUNDS = {
  title: `The class's name can have at most ${LONGEST.title} characters.`,
  minutes: 'A class lasts between 5 and 600 minutes.',
  language: `A class can be in one of these languages: ${languages.join(', ')}.`,
}

type Opening = { readonly ok: true; readonly record: ClassRecord } | WireRefusal

interface Wanted {
  readonly title: string
  readonly settings: Settings
  readonly language: Language
}

interface Owner {
  readonly id: string
  readonly name: string
}

/** An instructor opens a class and sees the classes that they look after; the owner sees all. */
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
    const { kind, place, minutes, language = 'en' } = read.body
    const rotation = rubricIn(language).rotations[0]?.rounds ?? []
    const settings = presetFor({ kind, place, minutes }, rotation)
    const open = () => openFor(instructor, { title: title.text, settings, language })
    const { request } = read.body
    const done = await (request === undefined ? open() : opened.once(`${instructor.id} ${request}`, open))
    if (!done.ok) return sendRefusal(res, done)
    res.status(201).json(headOf(parts, req, done.record))
  })

  router.get('/classes', async (req, res) => {
    const instructor = await access.sessions.instructorOf(req.headers.cookie)
    if (instructor === undefined) return sendRefusal(res, signedOut)
    const own = await people.classesOf(instructor.owner ? undefined : instructor.id)
    const others = await classesLetInto(people, parts.records.rows, instructor, clock.now())
    const records = [...own, ...others].sort((a, b) => b.openedAt - a.openedAt)
    res.json({ classes: records.map(record => headOf(parts, req, record)) })
  })

  async function openFor({ id, name }: Owner, wanted: Wanted): Promise<Opening> {
    const { title, settings } = wanted
    const made = await classes.open({
      ...wanted,
      instructor: { id, name },
      ...(parts.onlySimulated === true && { simulated: true }),
    })
    if (!made.ok) return made
    const record = await registerClass(parts, {
      classId: made.classId,
      title,
      ownerId: id,
      openedAt: clock.now(),
    })
    if (record === undefined) return refusal('cannot-save', 'There is no free code. Try again.')
    const { kind, medium } = settings
    log.info({ class: record.classId, kind, medium }, 'a class was opened')
    return { ok: true, record }
  }

  return router
}

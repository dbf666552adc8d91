import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type Names,
  personColumns,
  personRows,
  RATING_COLUMNS,
  type RatingRow,
  ratingRows,
  xapiStatements,
} from '@evenkeel/insight'
import { stringify } from 'csv-stringify'
import { type Request, type Response, Router } from 'express'
import { classFile } from '../../records/class-file.ts'
import type { ClassReading } from '../../records/class-readings.ts'
import { namesNow } from '../../records/names-now.ts'
import { uuidOf } from '../../records/uuid.ts'
import { xapiHome } from '../../records/xapi-home.ts'
import type { HttpParts } from '../parts.ts'
import { refusal, sendRefusal } from '../refuse.ts'
import { askedClass, askingInstructor, classesSeenBy, pause } from './asked.ts'

const PRACTICE = refusal(
  'not-allowed',
  'This was practice: only its attendance can be exported. What people said and scored stays with them.',
)
const noJournal = refusal('gone', 'Nothing happened in this class.')
const CSV = 'text/csv; charset=utf-8'

/** Everything that leaves, as streams. Of practice only attendance does [I12]. */
export function exportRoutes(parts: HttpParts): Router {
  const { records, publicUrl } = parts
  const { readings, journal, people, rows } = records
  const router = Router()

  router.get('/records/classes/:class/ratings.csv', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const reading = await readings.read(asked.record.classId)
    if (reading === undefined) return sendRefusal(res, noJournal)
    await send(res, nameOf(reading, 'ratings.csv'), CSV, ratingsIn(reading), csv(RATING_COLUMNS))
  })

  router.get('/records/ratings.csv', async (req, res) => {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined) return
    const classes = await classesSeenBy(parts, instructor)
    // One class after the other: however many there are, one stands in memory.
    const all = async function* (): AsyncGenerator<RatingRow> {
      for (const { classId } of classes) {
        const digest = await readings.digest(classId)
        if (digest?.facts.kind !== 'assessed') continue
        const reading = await readings.read(classId)
        if (reading !== undefined) yield* ratingsIn(reading)
        await pause()
      }
    }
    await send(res, 'evenkeel-ratings.csv', CSV, all(), csv(RATING_COLUMNS))
  })

  router.get('/records/classes/:class/people.csv', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const { classId } = asked.record
    const reading = await readings.read(classId)
    if (reading === undefined) return sendRefusal(res, noJournal)
    const { facts, attendance, scenes } = reading
    const names: Names = isPseudonymous(req) ? new Map() : namesNow(await people.names(classId), attendance)
    const table = personRows(facts, attendance, scenes, names)
    await send(res, nameOf(reading, 'people.csv'), CSV, table, csv(personColumns(facts)))
  })

  router.get('/records/classes/:class/xapi.json', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const reading = await readings.read(asked.record.classId)
    if (reading === undefined) return sendRefusal(res, noJournal)
    const home = await xapiHome(people, publicUrl)
    const { facts, attendance, scenes } = reading
    const uuid = (name: string) => uuidOf(`${home}/${name}`)
    const statements = xapiStatements(facts, attendance, scenes, { home, uuid })
    await send(res, nameOf(reading, 'xapi.json'), 'application/json; charset=utf-8', jsonList(statements))
  })

  router.get('/records/classes/:class/class.jsonl', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const { classId } = asked.record
    const digest = await readings.digest(classId)
    if (digest === undefined) return sendRefusal(res, noJournal)
    if (digest.facts.kind === 'practice') return sendRefusal(res, PRACTICE)
    const lines = classFile({ journal, people, records: rows }, classId, {
      pseudonymous: isPseudonymous(req),
    })
    await send(res, nameOf(digest, 'class.jsonl'), 'application/x-ndjson; charset=utf-8', lines)
  })

  return router
}

const isPseudonymous = (req: Request): boolean => req.query.pseudonymous === '1'

const ratingsIn = ({ facts, scenes }: ClassReading) => ratingRows(facts, scenes)

/** The day and the class's id: a title may hold anything, and a file name is shown where it should not be read. */
const nameOf = ({ facts }: Pick<ClassReading, 'facts'>, what: string): string =>
  `evenkeel-${new Date(facts.openedAt).toISOString().slice(0, 10)}-${facts.classId}-${what}`

/** With a byte order mark, so that spreadsheets read UTF-8; cells that would be formulas begin with an apostrophe. */
const csv = (columns: readonly string[]): Transform =>
  stringify({
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })

function* jsonList(values: Iterable<object>): Generator<string> {
  let before = '[\n'
  for (const value of values) {
    yield `${before}${JSON.stringify(value)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function send(
  res: Response,
  name: string,
  type: string,
  values: Iterable<unknown> | AsyncIterable<unknown>,
  through?: Transform,
): Promise<void> {
  res.set('Content-Type', type)
  res.set('Content-Disposition', `attachment; filename="${name}"`)
  res.set('Cache-Control', 'no-store')
  const from = Readable.from(values)
  try {
    await (through === undefined ? pipeline(from, res) : pipeline(from, through, res))
  } catch (error) {
    // Whoever asked has gone: nothing is left to answer.
    if (!res.destroyed) throw error
  }
}

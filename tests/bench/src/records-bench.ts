import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { itemIds } from '@evenkeel/playbook'
import { loadCards } from '@evenkeel/playbook/cards'
import { createServer, listen, openStore, silentLog, systemChance, systemClock } from '@evenkeel/server'
import { heldMegabytes } from './held-heap.ts'
import { keptClass } from './kept-class.ts'
import { PASSCODE } from './passcode.ts'

export interface RecordsFigures {
  /** ms from asking to the last byte: the report of a class of 60 people and 12 rounds, over http, out of the store. */
  readonly report: number
  /** ms of CPU that it took: what is left of it where nothing else runs. */
  readonly reportCpu: number
  /** Scenes, rows and MB of one export over all classes, and how long it took in s. */
  readonly scenes: number
  readonly rows: number
  readonly megabytes: number
  readonly seconds: number
  /** MB that are held (heap and buffers, after collecting) at each tenth of the export. */
  readonly held: readonly number[]
}

const PEOPLE = 60
const ROUNDS = 12
const SCENES_A_CLASS = (PEOPLE / 3) * ROUNDS
const BATCH = 2_000
/** Of the officer, an observer and the instructor. */
const ROWS_A_SCENE = 3 * itemIds.length
const NEW_LINE = 10

/** The records of a school that kept everything: `scenes` of them. The server is in this process, so that its memory shows. */
export async function recordsBench(scenes: number): Promise<RecordsFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-records-'))
  const store = await openStore(dataDir)
  const cards = new Map(loadCards().map(({ hash, card }) => [hash, card]))
  const server = await createServer({
    store,
    clock: systemClock,
    chance: systemChance,
    library: { cards },
    log: silentLog,
    passcode: PASSCODE,
    addresses: () => [],
  })
  try {
    const base = `http://127.0.0.1:${await listen(server.http, 0, '127.0.0.1')}`
    const { cookie, id } = await signIn(base)
    const count = Math.ceil(scenes / SCENES_A_CLASS)
    for (let n = 1; n <= count; n++) await keepClass(store, `bench-${n}`, id)
    const timed = await timeReport(base, cookie)
    const kept = count * SCENES_A_CLASS
    return { ...timed, scenes: kept, ...(await timeExport(base, cookie, kept)) }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function signIn(base: string): Promise<{ cookie: string; id: string }> {
  const answer = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', passcode: PASSCODE }),
  })
  const { instructor } = (await answer.json()) as { instructor: { id: string } }
  const cookie = answer.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  return { cookie, id: instructor.id }
}

async function keepClass(store: Awaited<ReturnType<typeof openStore>>, classId: string, ownerId: string) {
  const openedAt = Date.now() - 7 * 24 * 3_600_000
  const events = keptClass(classId, PEOPLE, ROUNDS, openedAt)
  const { epoch } = await store.journal.create(classId)
  for (let from = 0; from < events.length; from += BATCH)
    await store.journal.append({
      classId,
      epoch,
      expectedSeq: from,
      events: events.slice(from, from + BATCH),
    })
  const closedAt = events.at(-1)?.at ?? openedAt
  await store.people.putClass({ classId, code: classId, title: classId, ownerId, openedAt, closedAt })
}

async function timeReport(base: string, cookie: string) {
  // The first pays for compilation too, as the first of any day does; the second is what is meant.
  let [report, reportCpu] = [0, 0]
  for (let n = 1; n <= 2; n++) {
    const from = performance.now()
    const cpu = process.cpuUsage()
    const answer = await fetch(`${base}/api/records/classes/bench-${n}`, { headers: { cookie } })
    const page = (await answer.json()) as { report: { scenes: number } }
    report = performance.now() - from
    const { user, system } = process.cpuUsage(cpu)
    reportCpu = (user + system) / 1000
    if (page.report.scenes !== SCENES_A_CLASS) throw new Error(`the report has ${page.report.scenes} scenes`)
  }
  return { report, reportCpu }
}

async function timeExport(base: string, cookie: string, scenes: number) {
  const tenth = (scenes * ROWS_A_SCENE) / 10
  const held: number[] = []
  const from = performance.now()
  let looking = 0
  let bytes = 0
  let rows = -1
  const answer = await fetch(`${base}/api/records/ratings.csv`, { headers: { cookie } })
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    for (const byte of chunk) if (byte === NEW_LINE) rows += 1
    if (rows < tenth * (held.length + 1)) continue
    const began = performance.now()
    held.push(heldMegabytes())
    looking += performance.now() - began
  }
  if (rows !== scenes * ROWS_A_SCENE) throw new Error(`the export has ${rows} rows`)
  return { rows, megabytes: bytes / 2 ** 20, seconds: (performance.now() - from - looking) / 1000, held }
}

/** The most that is held at any tenth of an export over what is held at the first: 1 if nothing grows with it. */
export const growthOf = ({ held }: Pick<RecordsFigures, 'held'>): number =>
  Math.max(...held) / (held[0] ?? Number.NaN)

export const renderRecords = (figures: RecordsFigures): string =>
  [
    'Records',
    `  report of a class of ${PEOPLE} people and ${ROUNDS} rounds, over http: ${figures.report.toFixed(0)} ms (${figures.reportCpu.toFixed(0)} ms of CPU)`,
    `  ratings of ${figures.scenes} scenes: ${figures.rows} rows, ${figures.megabytes.toFixed(1)} MB in ${figures.seconds.toFixed(1)} s`,
    `  held at each tenth of it: ${figures.held.map(mb => mb.toFixed(1)).join(', ')} MB: ${growthOf(figures).toFixed(3)} times the first at the most (goal: under 1.1)`,
  ].join('\n')

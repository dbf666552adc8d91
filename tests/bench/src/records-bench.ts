import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCards } from '@evenkeel/playbook/cards'
import { createServer, listen, openStore, silentLog, systemChance, systemClock } from '@evenkeel/server'
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
  /** MB in use (heap and buffers) at its highest in the first tenth of the export, and in all of it. */
  readonly early: number
  readonly highest: number
}

const PEOPLE = 60
const ROUNDS = 12
const SCENES_A_CLASS = (PEOPLE / 3) * ROUNDS
const BATCH = 2_000

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
    return { ...timed, scenes: count * SCENES_A_CLASS, ...(await timeExport(base, cookie)) }
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

const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

async function timeExport(base: string, cookie: string) {
  const from = performance.now()
  const answer = await fetch(`${base}/api/records/ratings.csv`, { headers: { cookie } })
  const samples: number[] = []
  let bytes = 0
  let rows = -1
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    for (const byte of chunk) if (byte === 10) rows += 1
    samples.push(inUse())
  }
  const first = samples.slice(0, Math.max(1, Math.floor(samples.length / 10)))
  return {
    rows,
    megabytes: bytes / 2 ** 20,
    seconds: (performance.now() - from) / 1000,
    early: Math.max(...first),
    highest: Math.max(...samples),
  }
}

export const renderRecords = (figures: RecordsFigures): string =>
  [
    'Records',
    `  report of a class of ${PEOPLE} people and ${ROUNDS} rounds, over http: ${figures.report.toFixed(0)} ms (${figures.reportCpu.toFixed(0)} ms of CPU)`,
    `  ratings of ${figures.scenes} scenes: ${figures.rows} rows, ${figures.megabytes.toFixed(1)} MB in ${figures.seconds.toFixed(1)} s`,
    `  memory in use at its highest: ${figures.early.toFixed(0)} MB in the first tenth, ${figures.highest.toFixed(0)} MB in all`,
  ].join('\n')

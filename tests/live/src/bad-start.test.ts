import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@evenkeel/server'
import { instruct } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass } from './harness/here.ts'
import { journaled } from './harness/journaled.ts'
import { MainProcess } from './harness/main-process.ts'
import { inSeat, joinMany, placeOf, readyAll, startRound, type Trainee } from './harness/play.ts'

let folder: string
const processes: MainProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-test-'))
})
afterEach(async () => {
  for (const { child, ended } of processes.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

const dataDir = () => join(folder, 'data')

function main(environment: Readonly<Record<string, string>> = {}): MainProcess {
  const started = new MainProcess({ DATA_DIR: dataDir(), ...environment })
  processes.push(started)
  return started
}

/** Every file of the data folder with its bytes; undefined where there is none. */
function contents(): Record<string, string> | undefined {
  if (!existsSync(dataDir())) return undefined
  return Object.fromEntries(
    readdirSync(dataDir()).map(name => [name, readFileSync(join(dataDir(), name)).toString('base64')]),
  )
}

async function expectSentence(started: MainProcess, sentence: string): Promise<void> {
  expect(await started.ended).toBe(1)
  expect(started.stderr).toBe(`${sentence}\n`)
  expect(started.stdout).toBe('')
}

test.each([
  [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535.'],
  [{ PUBLIC_URL: 'example' }, 'PUBLIC_URL must be a whole address, like https://class.example.org.'],
  [{ INSTRUCTOR_PASSCODE: 'short' }, 'INSTRUCTOR_PASSCODE must have 8 to 200 characters.'],
] as const)('a wrong environment %j: one sentence, and no data folder is made', async (wrong, sentence) => {
  await expectSentence(main({ ...wrong }), sentence)
  expect(contents()).toBeUndefined()
})

test('a port that is taken: one sentence', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  try {
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    await expectSentence(main({ PORT: port }), `Port ${port} is already in use. Set PORT to another one.`)
  } finally {
    other.close()
  }
})

test('[J20] a data folder of a newer version: one sentence, and nothing in it is touched', async () => {
  const store = await openStore(dataDir())
  await store.close()
  // The version that SQLite keeps for its users: https://sqlite.org/fileformat.html, offset 60.
  const file = openSync(join(dataDir(), 'evenkeel.db'), 'r+')
  writeSync(file, Buffer.from([0, 0, 3, 231]), 0, 4, 60)
  closeSync(file)
  const before = contents()
  await expectSentence(
    main(),
    `The data folder ${dataDir()} was written by a newer version of Evenkeel, which must be used to open it.`,
  )
  expect(contents()).toEqual(before)
})

test('[J20] a second server on the same folder: one sentence, and the first goes on', async () => {
  const first = main()
  const base = await first.running()
  await expectSentence(main(), 'Another Evenkeel server is already using this data folder.')
  expect((await fetch(`${base}/readyz`)).status).toBe(200)
})

test('[J14] [J19] SIGTERM under load: ends within five seconds with 0, and every acknowledged line is in the journal', async () => {
  const server = main()
  const base = await server.running()
  const opened = await aClass(base)
  const instructor = instruct(opened)
  const trainees = await joinMany(base, opened, 6)
  await startRound(instructor, trainees)
  await readyAll(trainees)
  const players = ['r1-1', 'r1-2'].flatMap(room => [
    inSeat(trainees, room, 'customer'),
    inSeat(trainees, room, 'officer'),
  ])
  const acknowledged: string[] = []
  let sent = 0
  let halfway = () => {}
  const reached = new Promise<void>(resolve => {
    halfway = resolve
  })
  /** Each player says the next line as soon as the last one is acknowledged, up to the limit of a second. */
  const talk = async (player: Trainee) => {
    for (let n = 0; n < 18; n++) {
      const text = `line ${++sent}`
      const answer = await player.act('Speak', { place: placeOf(player), how: 'say', text })
      if (answer.ok) acknowledged.push(`${player.person} ${text}`)
      if (acknowledged.length === 20) halfway()
    }
  }
  for (const player of players) void talk(player)
  await reached
  const asked = performance.now()
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(performance.now() - asked).toBeLessThan(5_000)
  expect(server.stderr).toBe('')
  for (const simulant of [instructor, ...trainees]) simulant.close()
  const events = await journaled(dataDir(), opened.classId)
  const kept = events.flatMap(event =>
    event.type === 'LineSaid' ? [`${event.actor} ${event.data.text}`] : [],
  )
  expect(acknowledged.length).toBeGreaterThanOrEqual(20)
  expect(kept).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(kept).size).toBe(kept.length)
})

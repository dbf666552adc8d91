import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { instruct } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass, join as joinClass, movedTo, seatAt } from './harness/cluster.ts'
import { NodeProcess } from './harness/node-process.ts'
import { linesOf, readyAll, speak, startRound } from './harness/play.ts'

/** Built before the tests run: Node 20 starts no TypeScript. */
const MOVE = fileURLToPath(new URL('../../../apps/server/dist/move/main.js', import.meta.url))

let redis: RedisUnderTest
let folder: string
const running: NodeProcess[] = []
beforeEach(async () => {
  redis = await startRedis()
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-moved-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(node => node.end('SIGKILL')))
  await redis.end()
  await rm(folder, { recursive: true })
})

/** As an operator types it. */
async function move(way: 'export' | 'import', environment: Readonly<Record<string, string>>) {
  const { INIT_CWD: _, ...outer } = process.env
  const env = { PATH: outer.PATH, ...environment }
  return promisify(execFile)(process.execPath, [MOVE, way, join(folder, 'deployment.jsonl')], { env }).then(
    ({ stdout }) => stdout,
    (error: { stderr?: string }) => error.stderr ?? '',
  )
}

async function start(environment: Readonly<Record<string, string>>) {
  const node = new NodeProcess(environment)
  running.push(node)
  const port = await node.running()
  return { base: `http://127.0.0.1:${port}`, end: () => node.end('SIGTERM') }
}

test('[L12] a class goes on from a folder to Redis and back: its people keep their seats, lines and clocks', async () => {
  const embedded = { DATA_DIR: join(folder, 'data') }
  const cluster = { REDIS_URL: redis.url }
  const first = await start(embedded)
  const opened = await aClass(first.base)
  const instructor = instruct(opened)
  const ana = await joinClass(first.base, opened.code, 'Ana')
  const bo = await joinClass(first.base, opened.code, 'Bo')
  await startRound(instructor, [ana, bo])
  await readyAll([ana, bo])
  await speak(ana, 'in the folder')
  const before = ana.followed('seat')?.cursor?.epoch
  const endsAt = ana.seat?.room?.phase.endsAt ?? 0
  for (const each of [ana, bo, instructor]) each.close()
  expect(await move('export', embedded)).toBe('Another Evenkeel server is already using this data folder.\n')
  await first.end()
  expect(await move('export', embedded)).toMatch(
    /^1 class with \d+ events, 1 instructor and 0 own cards are in /,
  )

  expect(await move('import', cluster)).toContain('compared byte for byte')
  const [one, two] = [await start(cluster), await start(cluster)]
  const there = seatAt(one.base, ana.browser, opened.classId, ana.seatHandle)
  await there.until(it => it.seat?.room?.phase.name === 'scene')
  expect(linesOf(there)).toEqual(['in the folder'])
  expect(there.followed('seat')?.cursor?.epoch).not.toBe(before)
  expect(there.seat?.room?.phase.endsAt).toBeGreaterThan(endsAt)
  expect(await speak(there, 'in Redis')).toMatchObject({ ok: true })
  const ines = instruct({ ...opened, browser: movedTo(two.base, opened.browser) })
  await ines.until(it => it.console)
  for (const each of [there, ines]) each.close()
  expect(await move('export', cluster)).toContain('A server is running on this Redis.')
  await one.end()
  await two.end()

  await rm(join(folder, 'deployment.jsonl'))
  expect(await move('export', cluster)).toContain('1 class with')
  expect(await move('import', embedded)).toContain('There is a deployment in the data folder')
  const back = { DATA_DIR: join(folder, 'back') }
  expect(await move('import', back)).toContain('compared byte for byte')
  const last = await start(back)
  const again = seatAt(last.base, ana.browser, opened.classId, ana.seatHandle)
  await again.until(it => it.seat?.room)
  expect(linesOf(again)).toEqual(['in the folder', 'in Redis'])
  expect([...again.names.values()].sort()).toEqual(['Ana', 'Bo'])
  expect(await speak(again, 'and back')).toMatchObject({ ok: true })
  again.close()
})

import { PROTOCOL_VERSION } from '@evenkeel/protocol'
import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { instruct } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass, join, type Node, seatAt, startNode } from './harness/cluster.ts'
import { readyAll, speak, startRound } from './harness/play.ts'

let redis: RedisUnderTest
let a: Node
let b: Node

beforeEach(async () => {
  redis = await startRedis()
  ;[a, b] = await Promise.all([startNode(redis.url), startNode(redis.url)])
})
afterEach(async () => {
  await Promise.all([a.server.stop(), b.server.stop()])
  await redis.end()
})

test.each([PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])(
  '[L13] a page of version %i is told to load again, at every server, and changes nothing',
  async v => {
    const opened = await aClass(a.base)
    const ana = await join(a.base, opened.code, 'Ana')
    await ana.until(it => it.seat)
    const before = await a.store.journal.head(opened.classId)
    for (const { base } of [a, b]) {
      const page = seatAt(base, ana.browser, opened.classId, ana.seatHandle)
      page.socket.disconnect()
      const refused = new Promise<Error>(resolve => page.socket.once('connect_error', resolve))
      page.socket.auth = { ...Object(page.socket.auth), v }
      page.socket.connect()
      expect(await refused).toMatchObject({
        data: { kind: 'version', say: 'This page is out of date. Load it again.' },
      })
      page.close()
    }
    expect(await a.store.journal.head(opened.classId)).toEqual(before)
    ana.close()
  },
)

test('[L13] what a newer server wrote is not guessed at: an older one acknowledges nothing of that class, and writes nothing behind it', async () => {
  const opened = await aClass(a.base)
  const other = await aClass(a.base)
  const instructor = instruct(opened)
  const ana = await join(a.base, opened.code, 'Ana')
  const bo = await join(a.base, opened.code, 'Bo')
  await startRound(instructor, [ana, bo])
  await readyAll([ana, bo])
  const head = await b.store.journal.head(opened.classId)
  const [last] = await b.store.journal.read(opened.classId, (head?.seq ?? 0) - 1, 1)
  if (head === undefined || last === undefined) throw new Error('no class')
  const seq = head.seq + 1
  const newer = { ...last, seq, commandId: 'of a newer server', type: 'SomethingNew', v: 1, data: {} }
  const batch = { classId: opened.classId, epoch: head.epoch, expectedSeq: head.seq, events: [newer] }
  expect(await b.store.journal.append(batch)).toMatchObject({ ok: true })
  // The command waits on the device; it is not acknowledged, and what it says is not behind what nobody here could read.
  let acknowledged = false
  void speak(ana, 'behind it').then(answer => {
    acknowledged = answer.ok
  })
  const fresh = seatAt(b.base, bo.browser, opened.classId, bo.seatHandle)
  const refused = new Promise<Error>(resolve => fresh.socket.once('connect_error', resolve))
  expect(await refused).toMatchObject({
    data: { kind: 'cannot-save', say: 'The server is not ready. Try again.' },
  })
  expect(acknowledged).toBe(false)
  expect((await b.store.journal.head(opened.classId))?.seq).toBe(seq)
  // Other classes go on.
  const cy = await join(b.base, other.code, 'Cy')
  await cy.until(it => it.seat)
  for (const each of [ana, bo, fresh, cy, instructor]) each.close()
})

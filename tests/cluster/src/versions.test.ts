import { EVENT_VERSIONS } from '@evenkeel/classroom'
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

test.each([
  ['an event that is new', { type: 'SomethingNew', v: 1, data: {} }],
  [
    'a newer version of one that is known',
    { type: 'PersonNamed', v: EVENT_VERSIONS.PersonNamed + 1, data: {} },
  ],
])(
  '[L13] what a newer server wrote is not guessed at: %s: an older one shows nothing old, acknowledges nothing of that class, and writes nothing behind it',
  async (_, written) => {
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
    const newer = { ...last, seq, commandId: 'of a newer server', ...written }
    // Those who only look are not left with an old view: they are told, and not let in again by a server that can't read on.
    const sentAway = [ana, bo, instructor].map(
      ({ socket }) =>
        new Promise(resolve => {
          socket.once('bye', bye => socket.once('connect_error', error => resolve([bye, error])))
        }),
    )
    const batch = { classId: opened.classId, epoch: head.epoch, expectedSeq: head.seq, events: [newer] }
    expect(await b.store.journal.append(batch)).toMatchObject({ ok: true })
    for (const told of await Promise.all(sentAway))
      expect(told).toMatchObject([
        { kind: 'shutting-down', say: 'This class needs a newer server. It comes back by itself.' },
        { data: { kind: 'cannot-save', say: 'The server is not ready. Try again.' } },
      ])
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
  },
)

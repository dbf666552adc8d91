import { readFileSync } from 'node:fs'
import { EVENT_VERSIONS } from '@evenkeel/classroom'
import { PROTOCOL_VERSION } from '@evenkeel/protocol'
import type { StoredEvent } from '@evenkeel/server'
import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass, join, type Node, seatAt, startNode } from './harness/cluster.ts'
import { linesOf, speak } from './harness/play.ts'
import { sceneOfTwo } from './harness/scene-of-two.ts'

const GOLDEN = new URL('../../../packages/classroom/src/golden/release-0.1-class-2.jsonl', import.meta.url)

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
    const { opened, instructor, ana, bo } = await sceneOfTwo(a.base)
    const other = await aClass(a.base)
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

test('[L13] a newer server holds a class while an older one writes to it: it takes that in as it was written, goes on behind it, and folds the same when it begins anew', async () => {
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base)
  const { journal } = b.store
  // What release 0.1 wrote, word for word, but for whom and where.
  const written = readFileSync(GOLDEN, 'utf8').split('\n').filter(Boolean)
  const { place } = ana
  if (place === undefined) throw new Error('no seat')
  const old = (type: string, seq: number, n: number) => {
    const event: StoredEvent | undefined = written
      .map(line => JSON.parse(line))
      .find(each => each.type === type)
    if (event === undefined) throw new Error(`release 0.1 wrote no ${type}`)
    const there = { room: place.room, scene: place.scene, offset: 0, ...(n > 0 && { n, seat: place.seat }) }
    const data = { ...Object(event.data), ...there }
    return { ...event, seq, at: Date.now(), actor: ana.person, commandId: `old ${seq}`, data }
  }
  const head = await journal.head(opened.classId)
  if (head === undefined) throw new Error('no class')
  const append = (expectedSeq: number, events: readonly StoredEvent[]) =>
    journal.append({ classId: opened.classId, epoch: head.epoch, expectedSeq, events })
  expect(await append(head.seq, [old('LineSaid', head.seq + 1, 1)])).toMatchObject({ ok: true })
  await Promise.all([ana, bo].map(each => each.until(it => linesOf(it).length === 1)))
  // The newer one goes on; the older one, which has not read that yet, is refused.
  expect(await speak(bo, 'behind it')).toMatchObject({ ok: true })
  expect(await append(head.seq + 1, [old('LineSaid', head.seq + 2, 2)])).toMatchObject({ kind: 'stale' })
  const now = await journal.head(opened.classId)
  if (now === undefined) throw new Error('no class')
  expect(await append(now.seq, [old('LineSaid', now.seq + 1, 3)])).toMatchObject({ ok: true })
  expect(await speak(ana, 'and behind that')).toMatchObject({ ok: true })
  await Promise.all([ana, bo].map(each => each.until(it => linesOf(it).length === 4)))
  expect(linesOf(bo)).toEqual(linesOf(ana))
  // A server that has never seen the class reads it whole.
  const fresh = seatAt(b.base, bo.browser, opened.classId, bo.seatHandle)
  await fresh.until(it => linesOf(it).length === 4)
  expect(fresh.seat).toEqual(bo.seat)
  for (const each of [ana, bo, fresh, instructor]) each.close()
})

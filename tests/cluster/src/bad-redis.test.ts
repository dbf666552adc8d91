import { once } from 'node:events'
import { connect } from 'node:net'
import { openRedisStore, systemClock } from '@evenkeel/server'
import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { join, type Node, seatAt, startNode } from './harness/cluster.ts'
import { NodeProcess } from './harness/node-process.ts'
import { linesOf, speak } from './harness/play.ts'
import { RedisLine } from './harness/redis-line.ts'
import { sceneOfTwo } from './harness/scene-of-two.ts'
import { Talk } from './harness/talk.ts'

let redis: RedisUnderTest
let line: RedisLine
let url: string
const nodes: Node[] = []

beforeEach(async () => {
  redis = await startRedis()
  line = new RedisLine(Number(new URL(redis.url).port))
  url = await line.url()
})
afterEach(async () => {
  line.late = 0
  line.letGo()
  await Promise.all(nodes.splice(0).map(({ server }) => server.stop()))
  await line.close()
  await redis.end()
})

async function aScene() {
  const node = await startNode(url)
  nodes.push(node)
  const { opened, instructor, ana, bo } = await sceneOfTwo(node.base)
  const close = () => [instructor, ana, bo].map(each => each.close())
  const ready = async () => (await fetch(`${node.base}/readyz`)).status
  return { node, opened, ana, bo, close, ready }
}

async function saidIn(classId: string, text: string): Promise<number> {
  const store = await openRedisStore({ url: redis.url, clock: systemClock, failed: () => {} })
  const events = await store.journal.read(classId, 0)
  await store.close()
  return events.filter(({ data }) => JSON.stringify(data).includes(text)).length
}

test.each([
  ['6.2', /^This Redis is version 6\.2\.\d+\. Evenkeel needs 7\.0 or newer\.\n$/],
  ['5.0', /^This Redis is version 5\.0\.\d+\. Evenkeel needs 7\.0 or newer\.\n$/],
])('[L10] a Redis of version %s is refused with one sentence', async (old, sentence) => {
  line.tell(answer => answer.replace(/redis_version:\d\.\d/, `redis_version:${old}`))
  const node = new NodeProcess({ REDIS_URL: url })
  try {
    expect(await node.ended).toBe(1)
    expect(node.stderr).toMatch(sentence)
  } finally {
    await node.end('SIGKILL')
  }
})

test('[L9] a Redis whose answers do not come: nothing is acknowledged, readiness goes off; then each line is there once', async () => {
  const { node, opened, ana, bo, close, ready } = await aScene()
  expect(await ready()).toBe(200)
  line.hold()
  let acknowledged = false
  const answer = speak(ana, 'a line that waits').then(given => {
    acknowledged = true
    return given
  })
  // Redis has saved it; the server can't know that yet.
  while ((await saidIn(opened.classId, 'a line that waits')) === 0);
  while ((await ready()) !== 503);
  // Nobody waits for it without end: refused in words, within the time that a command has and a little for the rest.
  const asked = performance.now()
  await expect(join(node.base, opened.code, 'Cy')).rejects.toThrow(/can't save right now/)
  expect(performance.now() - asked).toBeLessThan(8_000)
  expect(acknowledged).toBe(false)
  expect(linesOf(bo)).toEqual([])
  line.letGo()
  while ((await ready()) !== 200);
  expect(await answer).toMatchObject({ ok: true })
  await bo.until(it => linesOf(it).length === 1)
  expect(await saidIn(opened.classId, 'a line that waits')).toBe(1)
  close()
})

/** As an operator types it. */
async function tellRedis(command: string): Promise<string> {
  const socket = connect(Number(new URL(redis.url).port), '127.0.0.1')
  socket.write(`${command}\r\n`)
  const [answer] = await once(socket, 'data')
  socket.destroy()
  return String(answer)
}

test.each([
  ['is full', 'CONFIG SET maxmemory 1', 'CONFIG SET maxmemory 0'],
  // As after a failover that left this server with the old primary.
  ['takes no writes', 'REPLICAOF 127.0.0.1 1', 'REPLICAOF NO ONE'],
])(
  '[L9] a Redis that %s: refused in words, readiness goes off; when it takes them again what waited goes through, once',
  async (_, fault, mend) => {
    const { node, opened, ana, bo, close, ready } = await aScene()
    expect(await tellRedis(fault)).toBe('+OK\r\n')
    while ((await ready()) !== 503);
    let acknowledged = false
    const answer = speak(ana, 'a line that waits').then(given => {
      acknowledged = true
      return given
    })
    await expect(join(node.base, opened.code, 'Cy')).rejects.toThrow(/can't save right now/)
    expect(acknowledged).toBe(false)
    expect(linesOf(bo)).toEqual([])
    expect(await tellRedis(mend)).toBe('+OK\r\n')
    while ((await ready()) !== 200);
    expect(await answer).toMatchObject({ ok: true })
    await bo.until(it => linesOf(it).length === 1)
    expect(await saidIn(opened.classId, 'a line that waits')).toBe(1)
    const cy = await join(node.base, opened.code, 'Cy')
    cy.close()
    close()
  },
)

test('[L9] the line to Redis breaks while somebody is let in: told so, and let in when they come again, with what they sent meanwhile', async () => {
  const { node, opened, bo, close } = await aScene()
  line.hold()
  const asked = line.asked('evenkeel:{people}:seat')
  const again = seatAt(node.base, bo.browser, opened.classId, bo.seatHandle)
  const refused = new Promise<Error>(resolve => again.socket.once('connect_error', resolve))
  const called = again.act('CallHelp', {})
  await asked
  line.cut()
  line.letGo()
  expect(await refused).toMatchObject({
    data: { kind: 'cannot-save', say: 'The server is not ready. Try again.' },
  })
  expect(await called).toMatchObject({ ok: true })
  await again.until(it => it.seat?.me.help)
  again.close()
  close()
})

test('[L9] a Redis that answers late: people wait longer, and lose nothing', async () => {
  const { opened, ana, bo, close } = await aScene()
  const talk = new Talk([ana, bo], redis.url)
  line.late = 150
  await talk.until(6)
  line.late = 0
  await talk.until(6)
  await talk.endWell(opened.classId)
  close()
})

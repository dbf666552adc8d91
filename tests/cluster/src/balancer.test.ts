import { createServer } from 'node:net'
import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { instruct } from '@evenkeel/simulant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Caddy, findCaddy } from './harness/caddy.ts'
import { aClass, join } from './harness/cluster.ts'
import { NodeProcess } from './harness/node-process.ts'
import { sceneOfFour } from './harness/scene-of-four.ts'

/** What docker-compose.yml starts, as plain processes: the balancer with its own file, two servers, one Redis. */
interface Server {
  readonly port: number
  readonly metrics: number
  node: NodeProcess
}

const program = findCaddy()
const WHY = 'there is no Caddy here: npm test installs it where it may, else set CADDY_PATH'

test.runIf(program === undefined)(`NOT RUN: the tests of the real balancer, ${WHY}`, ({ skip }) => skip(WHY))

let redis: RedisUnderTest
let caddy: Caddy
let base: string
let servers: Server[]

beforeAll(async () => {
  if (program === undefined) return
  redis = await startRedis()
  const [port = 0, health = 0, ...own] = await freePorts(6)
  servers = await Promise.all(
    [0, 2].map(async at => {
      const [port = 0, metrics = 0] = own.slice(at)
      return { port, metrics, node: await started(port, metrics) }
    }),
  )
  caddy = await Caddy.start(program, { port, health, servers: servers.map(each => each.port) })
  base = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  if (program === undefined) return
  await caddy.end()
  await Promise.all(servers.map(({ node }) => node.end('SIGKILL')))
  await redis.end()
})

async function started(port: number, metrics: number): Promise<NodeProcess> {
  const node = new NodeProcess({
    REDIS_URL: redis.url,
    PORT: String(port),
    METRICS_PORT: String(metrics),
  })
  await node.running()
  return node
}

/** Free a moment ago, all of them at once. */
async function freePorts(count: number): Promise<number[]> {
  const held = Array.from({ length: count }, () => createServer())
  await Promise.all(held.map(each => new Promise<void>(done => each.listen(0, '127.0.0.1', done))))
  const ports = held.map(each => {
    const address = each.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(held.map(each => new Promise(done => each.close(done))))
  return ports
}

const connections = () =>
  Promise.all(
    servers.map(async ({ metrics }) => {
      const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
      return Number(/^evenkeel_connections (\d+)$/m.exec(text)?.[1])
    }),
  )

const aScene = () => sceneOfFour(base, redis.url)

test('[L1] the real balancer: everybody of a class comes to one server by websocket, and classes are spread over both', async ({
  skip,
}) => {
  if (program === undefined) return skip(WHY)
  const all: { close(): void }[] = []
  const used = new Set<number>()
  for (let classes = 0; classes < 12 && used.size < 2; classes += 1) {
    const before = await connections()
    const opened = await aClass(base)
    const instructor = instruct(opened)
    const people = [await join(base, opened.code, 'Ana'), await join(base, opened.code, 'Bo')]
    await instructor.until(it => it.console)
    for (const person of people) await person.until(it => it.seat)
    all.push(instructor, ...people)
    const more = (await connections()).map((count, index) => count - (before[index] ?? 0))
    expect([...more].sort()).toEqual([0, 3])
    used.add(more.indexOf(3))
  }
  expect(used.size).toBe(2)
  for (const each of all) each.close()
})

test('[L8] the real balancer: a rolling restart during a class loses nobody anything', async ({ skip }) => {
  if (program === undefined) return skip(WHY)
  const { opened, talk, close } = await aScene()
  for (const server of servers) {
    await talk.until(20)
    expect(await server.node.end('SIGTERM')).toBe(0)
    // People go on at the other meanwhile.
    await talk.until(20)
    server.node = await started(server.port, server.metrics)
  }
  await talk.until(20)
  await talk.endWell(opened.classId)
  close()
})

test('[L8] the real balancer: after kill -9 of the server that has the class its people go on at the other', async ({
  skip,
}) => {
  if (program === undefined) return skip(WHY)
  const before = await connections()
  const { opened, talk, close } = await aScene()
  await talk.until(20)
  const more = (await connections()).map((count, index) => count - (before[index] ?? 0))
  const dying = servers[more.indexOf(Math.max(...more))]
  if (dying === undefined) throw new Error('no server')
  const began = performance.now()
  await dying.node.end('SIGKILL')
  await talk.until(20)
  expect(performance.now() - began).toBeLessThan(10_000)
  await talk.endWell(opened.classId)
  close()
  dying.node = await started(dying.port, dying.metrics)
})

import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { instruct } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Balancer } from './harness/balancer.ts'
import { aClass, join } from './harness/cluster.ts'
import { NodeProcess } from './harness/node-process.ts'
import { sceneOfFour } from './harness/scene-of-four.ts'

let redis: RedisUnderTest
let balancer: Balancer
let base: string
const running = new Map<number, NodeProcess>()

beforeEach(async () => {
  redis = await startRedis()
  balancer = new Balancer()
  base = await balancer.listen()
})
afterEach(async () => {
  await Promise.all([...running.values()].map(node => node.end('SIGKILL')))
  running.clear()
  balancer.close()
  await redis.end()
})

async function startNode(): Promise<number> {
  const node = new NodeProcess({ REDIS_URL: redis.url })
  const port = await node.running()
  running.set(port, node)
  balancer.ports = [...running.keys()]
  return port
}

async function endNode(port: number, signal: NodeJS.Signals): Promise<number | null> {
  const node = running.get(port)
  running.delete(port)
  // A balancer sees that a server is going, or meets a closed door and tries the next.
  balancer.ports = [...running.keys()]
  return (await node?.end(signal)) ?? null
}

const aScene = () => sceneOfFour(base, redis.url)

test('[L8] kill -9 of a server in the middle of a scene: its people go on at the others, nothing is lost or doubled', async () => {
  const ports = [await startNode(), await startNode(), await startNode()]
  const { opened, talk, close } = await aScene()
  await talk.until(20)
  const began = performance.now()
  await endNode(ports[1] ?? 0, 'SIGKILL')
  await talk.until(20)
  expect(performance.now() - began).toBeLessThan(10_000)
  await startNode()
  await endNode(ports[0] ?? 0, 'SIGKILL')
  await talk.until(20)
  await talk.endWell(opened.classId)
  close()
})

test('[L4] who was at a server that died is away for the others within seconds', async () => {
  const [dying, living] = [await startNode(), await startNode()]
  const opened = await aClass(`http://127.0.0.1:${living}`)
  const instructor = instruct(opened)
  const bo = await join(`http://127.0.0.1:${dying}`, opened.code, 'Bo')
  await instructor.until(it => it.presence.get(bo.person) === 'here')
  const began = performance.now()
  await endNode(dying, 'SIGKILL')
  await instructor.until(it => it.presence.get(bo.person) === 'away')
  expect(performance.now() - began).toBeLessThan(20_000)
  for (const each of [bo, instructor]) each.close()
})

test('[L8] a rolling restart during a class: every server ends with 0 and nobody loses anything', async () => {
  const ports = [await startNode(), await startNode()]
  const { opened, talk, close } = await aScene()
  for (const port of ports) {
    await talk.until(10)
    await startNode()
    expect(await endNode(port, 'SIGTERM')).toBe(0)
  }
  await talk.until(10)
  await talk.endWell(opened.classId)
  close()
})

test('[L9] kill -9 of Redis: readiness goes off and on, commands wait, nothing that was acknowledged is lost', async () => {
  const [port] = [await startNode(), await startNode()]
  const { opened, talk, close } = await aScene()
  await talk.until(20)
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status
  expect(await ready()).toBe(200)
  await redis.kill()
  // Each answer is the event that the next question waits for; the server asks its store once a second.
  while ((await ready()) !== 503);
  const refused = await fetch(`http://127.0.0.1:${port}/api/codes/${opened.code}`)
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ kind: 'cannot-save' })
  await redis.killAndStart()
  while ((await ready()) !== 200);
  await talk.until(20)
  await talk.endWell(opened.classId)
  close()
})

test.each([
  [
    { REDIS_URL: 'redis:/nowhere' },
    'REDIS_URL must be an address like redis://host:6379/0, redis+sentinel://host,host/name or redis+cluster://host,host.',
  ],
  [
    { REDIS_URL: 'redis://127.0.0.1:1' },
    "Evenkeel can't reach Redis at 127.0.0.1:1 (ECONNREFUSED). Check REDIS_URL.",
  ],
  [{ DEPLOYMENT: 'two words' }, 'DEPLOYMENT must be a name of at most 40 letters, digits and hyphens.'],
])('[L10] %j: one sentence', async (environment, sentence) => {
  const node = new NodeProcess({ REDIS_URL: 'redis://127.0.0.1:1', ...environment })
  expect(await node.ended).toBe(1)
  expect(node.stderr).toBe(`${sentence}\n`)
})

test('[L10] a Redis that forgets is refused with one sentence', async () => {
  const forgetful = await startRedis(['--appendonly', 'no', '--save', ''])
  try {
    const node = new NodeProcess({ REDIS_URL: forgetful.url })
    expect(await node.ended).toBe(1)
    expect(node.stderr).toBe('This Redis forgets when it is restarted. Start it with "appendonly yes".\n')
  } finally {
    await forgetful.end()
  }
})

import { type RedisUnderTest, startRedis } from '@evenkeel/server/redis-under-test'
import { instruct } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DrivenClock } from '../../live/src/harness/driven-clock.ts'
import { aClass, eventsOf, movedTo, type Node, startNode } from './harness/cluster.ts'
import { sceneOfTwo } from './harness/scene-of-two.ts'

let redis: RedisUnderTest
let clock: DrivenClock
const nodes: Node[] = []

beforeEach(async () => {
  redis = await startRedis()
  clock = new DrivenClock()
})
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.server.stop()
  await redis.end()
})

async function start(): Promise<Node> {
  const node = await startNode(redis.url, clock)
  nodes.push(node)
  await listen(node)
  return node
}

async function stop(node: Node): Promise<void> {
  nodes.splice(nodes.indexOf(node), 1)
  await node.server.stop()
}

/** How often each server has heard the tests' own word, and how to say it. */
const words = new Map<Node, { heard: number; tell: () => void }>()

async function listen(node: Node): Promise<void> {
  const word = { heard: 0, tell: () => {} }
  const line = node.store.nodes?.join('settled', () => {
    word.heard++
  })
  word.tell = () => line?.tell({ kind: 'typing', person: 'nobody', on: true })
  await line?.heard
  words.set(node, word)
}

/**
 * Lets what was begun over the network come to its end; the clock stands meanwhile. Calls and words of one server keep their
 * order, so when a later one has come, the earlier ones have. A few in a row, because a sign of life is several.
 */
async function settled(): Promise<void> {
  for (let round = 0; round < 5; round++)
    await Promise.all(nodes.map(node => node.store.journal.head('none')))
  const all = nodes.flatMap(node => words.get(node) ?? [])
  const goals = all.map(({ heard }) => heard + all.length - 1)
  for (const word of all) word.tell()
  while (all.some((word, index) => word.heard < (goals[index] ?? 0)))
    await new Promise(resolve => setTimeout(resolve, 1))
  await new Promise(resolve => setTimeout(resolve, 3))
}

async function pass(ms: number, step = 500): Promise<void> {
  for (let left = ms; left > 0; left -= step) {
    clock.advance(Math.min(step, left))
    await settled()
  }
}

/** A scene that runs, seen from as many servers as there are. */
async function aScene(bases: readonly string[]) {
  const [first = '', second = first] = bases
  const { opened, instructor, ana, bo } = await sceneOfTwo(first, first, second)
  const endsAt = ana.seat?.room?.phase.endsAt
  if (endsAt === undefined) throw new Error('no scene')
  return {
    opened,
    instructor,
    ana,
    bo,
    endsAt,
    close: () => [instructor, ana, bo].map(each => each.close()),
  }
}

const ofType = async (node: Node, classId: string, type: string) =>
  (await eventsOf(node, classId)).filter(event => event.type === type)

test('[L3] a deadline that three servers wait for passes once, on time', async () => {
  const all = [await start(), await start(), await start()]
  const [a, b, c] = all
  if (a === undefined || b === undefined || c === undefined) throw new Error('three')
  const scene = await aScene([a.base, b.base])
  const third = instruct({ ...scene.opened, browser: movedTo(c.base, scene.opened.browser) })
  await third.until(it => it.console)
  // Time goes in steps: servers tell each other every two seconds whom they have, and give Redis three for an answer.
  await pass(1_000)
  const before = (await eventsOf(a, scene.opened.classId)).length
  await pass(scene.endsAt - clock.now(), 2_500)
  await Promise.all(
    [scene.ana, scene.bo].map(each => each.until(it => it.seat?.room?.phase.name === 'wrap-up')),
  )
  await pass(3_000)
  const after = (await eventsOf(a, scene.opened.classId)).slice(before)
  expect(
    after.filter(event => event.commandId.startsWith('deadline') && event.at < scene.endsAt + 400),
  ).not.toEqual([])
  expect(new Set(after.map(event => event.commandId)).size).toBe(1)
  third.close()
  scene.close()
})

test('[L3] a server that begins while another lives sets no clock forward; after a time in which none lived it is done once', async () => {
  const a = await start()
  const scene = await aScene([a.base])
  await pass(20_000, 1_000)
  const b = await start()
  const at = instruct({ ...scene.opened, browser: movedTo(b.base, scene.opened.browser) })
  await at.until(it => it.console)
  expect(await ofType(b, scene.opened.classId, 'ClocksShifted')).toEqual([])
  at.close()
  scene.close()
  await stop(a)
  await stop(b)
  clock.advance(3_600_000)
  const again = await Promise.all([start(), start()])
  const [c] = again
  const both = again.map(node =>
    instruct({ ...scene.opened, browser: movedTo(node.base, scene.opened.browser) }),
  )
  await Promise.all(both.map(each => each.until(it => it.console)))
  await pass(2_000)
  const shifts = await ofType(c, scene.opened.classId, 'ClocksShifted')
  expect(shifts.map(event => event.data)).toEqual([{ by: 3_600_000 }])
  for (const each of both) each.close()
})

test('[L3] a class whose server died has its deadline passed by another, though nobody is there', async () => {
  const a = await start()
  const b = await start()
  const scene = await aScene([a.base])
  scene.close()
  await pass(1_000)
  await stop(a)
  await pass(scene.endsAt - clock.now() + 20_000, 2_000)
  const ended = (await eventsOf(b, scene.opened.classId)).filter(event =>
    event.commandId.startsWith('deadline'),
  )
  expect(ended).not.toEqual([])
})

test('[L3] what is noted of a class that is gone, or of a deadline that is no more, is looked at once and not for ever', async () => {
  const a = await start()
  const opened = await aClass(a.base)
  a.store.nodes?.setDue('gone', clock.now() - 60_000)
  a.store.nodes?.setDue(opened.classId, clock.now() - 60_000)
  await pass(3_000)
  expect(await a.store.nodes?.takeOverdue(clock.now() + 60_000)).toEqual([])
})

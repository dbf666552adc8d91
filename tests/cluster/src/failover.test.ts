import { type SentinelUnderTest, startSentinel } from '@evenkeel/server/sentinel-under-test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Node, startNode } from './harness/cluster.ts'
import { linesOf, speak } from './harness/play.ts'
import { sceneOfTwo } from './harness/scene-of-two.ts'

let redis: SentinelUnderTest
let nodes: Node[]

beforeEach(async () => {
  redis = await startSentinel(1_000)
  nodes = [await startNode(redis.url), await startNode(redis.url)]
})
afterEach(async () => {
  await Promise.all(nodes.map(({ server }) => server.stop()))
  await redis.end()
})

test('[L14] the primary dies and a Sentinel puts its replica in its place: the class goes on; what was not copied is gone for everybody, under a new epoch', async () => {
  const [a, b] = nodes
  if (a === undefined || b === undefined) throw new Error('no servers')
  const { opened, instructor, ana, bo } = await sceneOfTwo(a.base, a.base, b.base)
  expect(await speak(ana, 'copied')).toMatchObject({ ok: true })
  await redis.copied()
  const before = await a.store.journal.head(opened.classId)
  // Acknowledged, and on the primary's disk alone.
  await redis.cutOff()
  expect(await speak(ana, 'not copied')).toMatchObject({ ok: true })
  await bo.until(it => linesOf(it).length === 2)
  await redis.primary.kill()
  // Sent while there is no primary: the devices hold them until there is one.
  const answers = await Promise.all([speak(bo, 'from the other server'), speak(ana, 'from this one')])
  expect(answers).toMatchObject([{ ok: true }, { ok: true }])
  const wanted = ['copied', 'from the other server', 'from this one']
  await Promise.all(
    [ana, bo].map(each => each.until(it => linesOf(it).length === 3 && !linesOf(it).includes('not copied'))),
  )
  expect([...linesOf(ana)].sort()).toEqual(wanted)
  expect(linesOf(bo)).toEqual(linesOf(ana))
  const after = await b.store.journal.head(opened.classId)
  expect(after?.epoch).not.toBe(before?.epoch)
  for (const { base } of nodes) expect((await fetch(`${base}/readyz`)).status).toBe(200)
  for (const each of [ana, bo, instructor]) each.close()
})

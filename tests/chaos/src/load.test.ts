import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Crowd } from './crowd.ts'
import { ServerProcess } from './faults/server-process.ts'
import { Load, playingCrowd } from './load.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function playing(): Promise<{ crowd: Crowd; load: Load }> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-load-'))
  endings.push(() => rm(folder, { recursive: true, force: true }))
  const server = new ServerProcess(folder)
  endings.push(() => server.kill())
  await server.start()
  const crowd = await playingCrowd(`http://127.0.0.1:${server.port}`)
  endings.push(() => crowd.end())
  return { crowd, load: new Load(crowd) }
}

test('a load of which somebody is put out ends with the sentence that they are told, and nobody waits for it', async () => {
  const { crowd, load } = await playing()
  load.begin()
  await load.more(20)
  const waiting = expect(load.more(1_000_000)).rejects.toThrow('taken you out of this class')
  await crowd.instructor.do('RemovePerson', { person: crowd.members[0]?.person ?? '', block: false })
  await waiting
  await expect(load.end()).rejects.toMatchObject({ name: 'NotLetIn', kind: 'signed-out' })
})

test('a tab that is loaded anew while it has no seat yet keeps nobody waiting', async () => {
  const { crowd, load } = await playing()
  const [member] = crowd.members
  if (member === undefined) throw new Error('nobody plays')
  crowd.reload(member)
  load.begin()
  crowd.reload(member)
  await load.more(20)
  await load.end()
})

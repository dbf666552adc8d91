import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../clock.ts'
import { openRedisStore } from '../../journal/open-redis-store.ts'
import { IN_PLAIN_WORDS } from '../../redis/redis-process.ts'
import { type RedisUnderTest, startRedis } from '../../redis/redis-under-test.ts'
import { asClass, goldenEvents, type Instructor, RecordsUnderTest } from './records-under-test.ts'

/* The same promises as with a folder, where the records are in Redis: its files are what is searched. */

let redis: RedisUnderTest
let under: RecordsUnderTest
let owner: Instructor
beforeAll(async () => {
  redis = await startRedis(IN_PLAIN_WORDS)
  under = await RecordsUnderTest.start(
    await openRedisStore({ url: redis.url, clock: systemClock, failed: () => {} }),
  )
  owner = await under.signIn('Olga')
  await under.keep(owner, goldenEvents('class-1'), {
    p2: { name: 'Uniqa Ana', staffNumber: 'SN-77-ana' },
    p3: { name: 'Uniqa Bo' },
  })
  await under.keep(owner, asClass('class-2', goldenEvents('closing')), { p2: { name: 'Uniqa Cy' } })
  await owner.send('PUT', '/classes/class-1/attendance', {
    people: ['p2', 'p3'],
    signed: true,
    serial: 'Uniqa serial',
  })
})
afterAll(async () => {
  await under.stop()
  await redis.end()
})

/** Which of these words are in Redis' files or in the log. */
async function stillThere(words: readonly string[]): Promise<string[]> {
  const bytes = await redis.bytes()
  return words.filter(word => bytes.includes(word) || under.logged.some(line => line.includes(word)))
}

test('[I22] a line, a person and a class go from Redis’ files, one after the other, and nothing else does', async () => {
  const [line, next] = ['xq241qx', 'xq242qx']
  const ofAna = ['Uniqa Ana', 'SN-77-ana']
  const ofClass = [next, 'Uniqa Bo', 'Uniqa serial']
  expect(await stillThere([line, ...ofAna, ...ofClass])).toEqual([line, ...ofAna, ...ofClass])

  await owner.send('POST', '/classes/class-1/redact', { scene: 'r1-2.1', line: 1 })
  expect(await stillThere([line, ...ofAna, ...ofClass])).toEqual([...ofAna, ...ofClass])

  expect((await owner.send('DELETE', '/classes/class-1/people/p2')).body).toEqual({ ok: true })
  expect(await stillThere([line, ...ofAna, ...ofClass])).toEqual(ofClass)

  expect((await owner.send('DELETE', '/classes/class-1')).body).toEqual({ ok: true })
  expect(await stillThere([line, ...ofAna, ...ofClass, 'Uniqa Cy'])).toEqual(['Uniqa Cy'])
  expect((await owner.get('/classes')).body.classes).toMatchObject([{ class: 'class-2' }])
})

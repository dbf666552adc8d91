import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { goldenEvents } from '../http/records/records-under-test.ts'
import { openRedisStore } from '../journal/open-redis-store.ts'
import { openStore } from '../journal/open-store.ts'
import type { Store } from '../journal/store.ts'
import { REGISTER } from '../records/register.ts'
import { startRedisCluster } from '../redis/cluster-under-test.ts'
import { MOVING } from '../redis/deployment.ts'
import { keys } from '../redis/keys.ts'
import { type RedisUnderTest, startRedis } from '../redis/redis-under-test.ts'
import { exportDeployment } from './export-deployment.ts'
import { importDeployment } from './import-deployment.ts'
import { moveIn, moveOut } from './move.ts'
import { openTarget, type Place } from './places.ts'

const NOW = 1_790_000_000_000
const DAY = 86_400_000

let redis: RedisUnderTest
let folder: string
let embedded: Place
let cluster: Place
let file: string
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.end())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-move-'))
  await redis.empty()
  embedded = { redisUrl: undefined, dataDir: join(folder, 'data') }
  cluster = { redisUrl: redis.url, dataDir: join(folder, 'unused') }
  file = join(folder, 'deployment.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const opened = ({ redisUrl, dataDir }: Place): Promise<Store> =>
  redisUrl === undefined
    ? openStore(dataDir)
    : openRedisStore({ url: redisUrl, clock: systemClock, failed: () => {} })

async function within<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await opened(place)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Something of every kind, and more events than one read or one append takes. */
async function fill({ journal, people, cards, records }: Store): Promise<void> {
  await people.setSetting('passcode', 'scrypt:hash')
  await people.setSetting('cookie-name', 'abcd')
  await people.addInstructor({ instructorId: 'i1', name: 'Ines “É”', owner: true, at: NOW })
  await people.addInstructor({ instructorId: 'i2', name: 'Per', owner: false, at: NOW + 1 })
  await people.putLink('link-hash', NOW + DAY)
  await people.putLink('phone-link', NOW + DAY, 'i2')
  await people.putSession({ tokenHash: 'phone', instructorId: 'i1', expiresAt: NOW + DAY, remote: true })
  await people.putSession({ tokenHash: 'session-hash', instructorId: 'i1', expiresAt: NOW + DAY })
  const open = { classId: 'class-1', code: 'BK74QM', title: 'Now', ownerId: 'i1', openedAt: NOW }
  // Has had the same code before.
  const before = { ...open, classId: 'long-ago', title: 'Then', openedAt: NOW - 9 * DAY }
  await people.putClass(before)
  await people.closeClass('long-ago', NOW - 8 * DAY)
  expect(await people.putClass(open)).toEqual({ ok: true })
  await people.putRoster('class-1', {
    people: [{ name: 'Ana', staffNumber: '17' }, { name: 'Bo' }],
    shown: true,
  })
  await people.putSeat({ handle: 'h1', classId: 'class-1', personId: 'p2', tokenHash: 'seat-hash', at: NOW })
  await people.putScreen(
    { tokenHash: 'old-wait', classId: undefined, digits: '1234', expiresAt: NOW - 5 },
    NOW - 10,
  )
  await people.putScreen(
    { tokenHash: 'waits', classId: undefined, digits: '1234', expiresAt: NOW + DAY },
    NOW,
  )
  await people.putScreen({ tokenHash: 'shows', classId: 'class-1', digits: '99', expiresAt: NOW + DAY }, NOW)
  const card = { id: 'own-a', version: 1, text: '{"id":"own-a"}', savedBy: 'Ines', savedAt: NOW }
  await cards.add([{ ...card, hash: 'hash-1', copiedFrom: { id: 'x', hash: 'h', title: 'X' } }])
  await cards.add([{ ...card, hash: 'hash-2', version: 2, importedFrom: 'cards.yaml' }])
  await cards.hide('own-b')
  await records.put(REGISTER, [{ name: 'merge 1', value: { from: 'n:1', into: 'n:2', at: NOW } }])
  await records.put('class-1', [{ name: 'signed p2', value: { by: 'Ines', at: NOW } }])
  const { epoch } = await journal.create('class-1')
  const names = [
    { personId: 'p2', nameVersion: 3, name: 'Ana', staffNumber: '17' },
    { personId: 'p3', nameVersion: 1, name: 'Bo' },
  ]
  const golden = goldenEvents('class-1')
  const last = golden.at(-1)
  await journal.append({ classId: 'class-1', epoch, expectedSeq: 0, events: golden, names })
  const more = Array.from({ length: 2_500 }, (_, n) => ({
    ...{ seq: golden.length + n + 1, at: last?.at ?? 0, actor: 'p2', commandId: `more-${n >> 1}` },
    ...{ type: 'HelpCalled', v: 1, data: { person: 'p2' } },
  }))
  await journal.append({ classId: 'class-1', epoch, expectedSeq: golden.length, events: more })
  await journal.create('never-opened')
  await journal.markAlive(NOW + 7)
}

const exported = (place: Place) =>
  within(place, async store => {
    let text = ''
    for await (const piece of exportDeployment(store)) text += piece
    return text
  })

test('[L12] from a folder to Redis and back: byte for byte the same, under new epochs', async () => {
  await within(embedded, fill)
  const before = await exported(embedded)
  expect(await moveOut(embedded, file)).toEqual({
    classes: 3,
    events: 2_500 + goldenEvents('class-1').length,
    instructors: 2,
    cards: 2,
  })
  expect(await readFile(file, 'utf8')).toBe(before)
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  await moveIn(cluster, file)
  expect(await exported(cluster)).toBe(before)
  await moveOut(cluster, `${file}.2`)
  expect(await readFile(`${file}.2`, 'utf8')).toBe(before)

  const back = { ...embedded, dataDir: join(folder, 'back') }
  await moveIn(back, `${file}.2`)
  expect(await exported(back)).toBe(before)
  expect((await readdir(back.dataDir)).sort()).toEqual(['evenkeel.db', 'evenkeel.lock'])

  const epochs = await Promise.all(
    [embedded, cluster, back].map(place => within(place, store => store.journal.head('class-1'))),
  )
  expect(new Set(epochs.map(head => head?.epoch)).size).toBe(3)
})

test.each(['embedded', 'cluster'] as const)('[L12] what was moved is alive in the %s store', async where => {
  await within(embedded, fill)
  await moveOut(embedded, file)
  const place = where === 'cluster' ? cluster : { ...embedded, dataDir: join(folder, 'other') }
  await moveIn(place, file)
  await within(place, async ({ journal, people, cards }) => {
    expect(await people.setting('passcode')).toBe('scrypt:hash')
    expect(await people.sessionOf('session-hash', NOW)).toMatchObject({ instructorId: 'i1' })
    expect(await people.takeLink('link-hash', NOW)).toEqual({})
    expect(await people.takeLink('phone-link', NOW)).toEqual({ instructorId: 'i2' })
    expect(await people.remotesOf('i1', NOW)).toEqual(['phone'])
    expect(await people.seatsWithTokens(['seat-hash'])).toMatchObject([{ handle: 'h1', personId: 'p2' }])
    expect(await people.classByCode('BK74QM', NOW)).toMatchObject({ classId: 'class-1' })
    expect(await people.screenByToken('shows', NOW)).toMatchObject({ classId: 'class-1' })
    expect(await people.approveScreen('1234', 'class-1', NOW)).toBe(true)
    expect(await people.screenByToken('waits', NOW)).toMatchObject({ classId: 'class-1' })
    expect(await cards.hidden()).toEqual(['own-b'])
    expect(await journal.lastAlive()).toBe(NOW + 7)
    const head = await journal.head('class-1')
    // A command that was carried out before the move is known after it, and the class goes on.
    expect(await journal.lookup('class-1', 'p2', 'more-0')).toBe(goldenEvents('class-1').length + 1)
    const seq = (head?.seq ?? 0) + 1
    const [event] = await journal.read('class-1', seq - 2, 1)
    if (head === undefined || event === undefined) throw new Error('not there')
    const next = { ...event, seq, commandId: 'after the move' }
    const batch = { classId: 'class-1', epoch: head.epoch, expectedSeq: seq - 1, events: [next] }
    expect(await journal.append(batch)).toEqual({ ok: true, seq })
  })
})

test('[L12] [L14] into a Redis Cluster and out of it; what is given up leaves nothing there', async () => {
  const many = await startRedisCluster()
  try {
    const spread = { redisUrl: many.url, dataDir: join(folder, 'unused') }
    await within(embedded, fill)
    await moveOut(embedded, file)
    const given = await openTarget(spread)
    await within(embedded, store => fill({ ...store, ...given.store }))
    await given.discard()
    for (const primary of many.primaries) {
      const operator = await primary.operator()
      expect(await operator.dbSize()).toBe(0)
      operator.destroy()
    }
    await moveIn(spread, file)
    await moveOut(spread, `${file}.2`)
    expect(await readFile(`${file}.2`, 'utf8')).toBe(await readFile(file, 'utf8'))
  } finally {
    await many.end()
  }
})

describe('a file that can not be trusted', () => {
  const lineWith = (lines: readonly string[], word: string) => lines.findIndex(line => line.includes(word))
  const BAD: readonly (readonly [name: string, change: (lines: string[]) => string[], say: string])[] = [
    ['is cut short', lines => lines.slice(0, -400), 'ends too early'],
    ['lacks its last line', lines => lines.slice(0, -1), 'ends too early'],
    [
      'is cut in the middle of a line',
      lines => [...lines.slice(0, 99), lines[99]?.slice(0, 20) ?? ''],
      'no JSON',
    ],
    ['lacks an event', lines => lines.toSpliced(lineWith(lines, '"more-700"'), 1), 'is missing'],
    ['lacks a name', lines => lines.toSpliced(lineWith(lines, '{"name":{"personId":"p3"'), 1), 'beside them'],
    [
      'lacks a setting',
      lines => lines.toSpliced(lineWith(lines, '"passcode"'), 1),
      'a part of it is missing',
    ],
    [
      'has a passcode of somebody else',
      lines => lines.map(line => line.replace('scrypt:hash', 'scrypt:mine')),
      'was changed',
    ],
    [
      'has another word said',
      lines => lines.map(line => line.replace('"text":"', '"text":"Not ')),
      'This class was changed',
    ],
    [
      'has an event of a newer version',
      lines => lines.map(line => line.replace('"type":"HelpCalled","v":1', '"type":"HelpCalled","v":9')),
      "can't read the event HelpCalled version 9",
    ],
    [
      'is of a newer version',
      ([, ...lines]) => ['{"evenkeel":"deployment","format":2}', ...lines],
      'newer version',
    ],
    ['is a class alone', ([, ...lines]) => ['{"evenkeel":"class","format":1}', ...lines], 'not a deployment'],
    [
      'has something after its end',
      lines => [...lines, '{"setting":{"name":"a","value":"b"}}'],
      'after the end',
    ],
    ['is empty', () => [], 'empty'],
  ]

  test.each(BAD)(
    '[L12] one that %s is refused whole, with the line and the reason',
    async (_, change, say) => {
      await within(embedded, fill)
      const lines = (await exported(embedded)).trimEnd().split('\n')
      const changed = change(lines)
      await writeFile(file, changed.map(line => `${line}\n`).join(''))
      const other = { ...embedded, dataDir: join(folder, 'other') }
      for (const place of [other, cluster]) {
        const refused = await moveIn(place, file).catch((error: unknown) => error)
        expect(refused).toMatchObject({
          name: 'BadDeployment',
          message: expect.stringContaining(say),
          line: expect.any(Number),
        })
      }
      // Looked at as a whole before anything was opened.
      await expect(stat(other.dataDir)).rejects.toThrow('ENOENT')
      const client = await redis.operator()
      expect(await client.dbSize()).toBe(0)
      client.destroy()
    },
  )

  test('[L12] a hash made anew does not help: what a class comes to is compared as well', async () => {
    await within(embedded, fill)
    const { createHash } = await import('node:crypto')
    const lines = (await exported(embedded)).trimEnd().split('\n').slice(0, -1)
    const at = lines.findIndex(line => line.includes('"type":"LineSaid"'))
    lines[at] = lines[at]?.replace('"text":"', '"text":"Not ') ?? ''
    const from = lines.findIndex(line => line.startsWith('{"class":"class-1"'))
    const to = lines.findIndex((line, index) => index > from && line.startsWith('{"whole"'))
    const sum = (part: readonly string[]) =>
      createHash('sha256')
        .update(part.map(line => `${line}\n`).join(''))
        .digest('hex')
    lines[to] = lines[to]?.replace(/"sha256":"\w+"/, `"sha256":"${sum(lines.slice(from, to))}"`) ?? ''
    const end = { classes: 3, lines: lines.length, sha256: sum(lines) }
    await writeFile(file, [...lines, JSON.stringify({ end })].map(line => `${line}\n`).join(''))
    await expect(moveIn(cluster, file)).rejects.toThrow('reads the class differently')
  })
})

describe('a place that is not free', () => {
  test('[L12] a deployment is never written over', async () => {
    await within(embedded, fill)
    await moveOut(embedded, file)
    await moveIn(cluster, file)
    const before = [await exported(embedded), await exported(cluster)]
    await expect(moveIn(embedded, file)).rejects.toThrow('There is a deployment in the data folder')
    await expect(moveIn(cluster, file)).rejects.toThrow('There is a deployment in this Redis already.')
    await expect(moveOut(embedded, file)).rejects.toThrow('is there already')
    expect([await exported(embedded), await exported(cluster)]).toEqual(before)
    expect(await readFile(file, 'utf8')).toBe(before[0])
  })

  test('[L12] a server that runs keeps its deployment to itself', async () => {
    await within(embedded, fill)
    await within(embedded, () =>
      expect(moveOut(embedded, file)).rejects.toThrow(
        'Another Evenkeel server is already using this data folder.',
      ),
    )
    await moveOut(embedded, file)
    await moveIn(cluster, file)
    await within(cluster, async ({ nodes }) => {
      await nodes?.begin(Date.now())
      await expect(moveOut(cluster, `${file}.2`)).rejects.toThrow('A server is running on this Redis.')
      await nodes?.end(Date.now())
    })
    expect((await readdir(folder)).sort()).toEqual(['data', 'deployment.jsonl'])
    await moveOut(cluster, `${file}.2`)
  })

  test('[L12] nothing to move, and nowhere to write', async () => {
    await expect(moveOut(embedded, file)).rejects.toThrow('There is no deployment in the data folder')
    await within(embedded, fill)
    await expect(moveOut(embedded, join(folder, 'no', 'folder'))).rejects.toThrow("can't be used (ENOENT)")
    await expect(moveIn(cluster, join(folder, 'none'))).rejects.toThrow("can't be used (ENOENT)")
  })

  test('[L12] an import that was cut short is no deployment: no server starts on it, and it is done again', async () => {
    await within(embedded, fill)
    await moveOut(embedded, file)
    const client = await redis.operator()
    await client.set(keys.format, MOVING)
    await expect(opened(cluster)).rejects.toThrow('that was cut short')
    await expect(moveIn(cluster, file)).rejects.toThrow('FLUSHDB')
    await client.flushDb()
    client.destroy()
    await moveIn(cluster, file)

    const other = { ...embedded, dataDir: join(folder, 'other') }
    await within({ ...other, dataDir: join(other.dataDir, 'moving') }, async ({ people }) =>
      people.setSetting('passcode', 'of half a deployment'),
    )
    await moveIn(other, file)
    expect(await exported(other)).toBe(await exported(embedded))
  })
})

test('[L12] a store that does not give back what it took is found out, and nothing of it stays', async () => {
  await within(embedded, fill)
  const whole = await exported(embedded)
  const bytes = async function* () {
    yield Buffer.from(whole)
  }
  for (const place of [{ ...embedded, dataDir: join(folder, 'other') }, cluster]) {
    const target = await openTarget(place)
    const people = new Proxy(target.store.people, {
      get: (store, name) => {
        const own: unknown = Reflect.get(store, name)
        return name === 'putSeat' ? async () => {} : typeof own === 'function' ? own.bind(store) : own
      },
    })
    await expect(importDeployment({ ...target.store, people }, bytes())).rejects.toThrow(
      'is not what the file',
    )
    await target.discard()
    // As empty as before.
    await moveOutAndIn(place)
  }

  async function moveOutAndIn(place: Place): Promise<void> {
    await rm(file, { force: true })
    await moveOut(embedded, file)
    await moveIn(place, file)
    expect(await exported(place)).toBe(whole)
  }
})

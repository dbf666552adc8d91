import { expect, test } from 'vitest'
import { goldenEvents, goldenFile } from '../http/records/records-under-test.ts'
import { createMemoryStore } from '../journal/memory.ts'
import type { StoredEvent } from '../journal/port.ts'
import { classFile } from './class-file.ts'
import { importClass } from './import-class.ts'
import { readClassFile } from './read-class-file.ts'

const NAMES = [
  { personId: 'p2', nameVersion: 1, name: 'Zoë 山田', staffNumber: '17' },
  { personId: 'p3', nameVersion: 2, name: 'محمد' },
]

async function exported(events: readonly StoredEvent[], store = createMemoryStore()): Promise<Buffer> {
  const { epoch } = await store.journal.create('class-1')
  await store.journal.append({ classId: 'class-1', epoch, expectedSeq: 0, events, names: NAMES })
  return fileOf(store)
}

async function fileOf(store: ReturnType<typeof createMemoryStore>, classId = 'class-1'): Promise<Buffer> {
  const lines = classFile(store, classId, { pseudonymous: false })
  const parts: string[] = []
  for await (const text of lines) parts.push(text)
  return Buffer.from(parts.join(''))
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const read = (bytes: Buffer, size = 7_001) => readClassFile(inPieces(bytes, size), async () => false)

test('[I21] cut at whatever byte, a file is refused at the line in which it ends, and said to be cut', async () => {
  const file = await exported(goldenEvents('class-1').slice(0, 12))
  const whole = await read(file)
  expect(whole.ok).toBe(true)
  for (let cut = 1; cut < file.length - 1; cut += cut > 900 && cut < file.length - 900 ? 97 : 1) {
    const part = file.subarray(0, cut)
    const ends = part.at(-1) === 10
    const got = await read(part)
    if (got.ok) throw new Error(`cut at byte ${cut} it was taken`)
    const line = part.filter(byte => byte === 10).length + (ends ? 0 : 1)
    expect([got.kind, got.line], `cut at byte ${cut}`).toEqual(['invalid', line])
    expect(got.say).toMatch(/a part (of it is|may be) missing/)
  }
  // Editors take the last end of a line away; nothing is missing then.
  expect((await read(file.subarray(0, -1))).ok).toBe(true)
}, 30_000)

test('[I21] a byte that is no text is told with its line, however the file comes in', async () => {
  const file = await exported(goldenEvents('class-1').slice(0, 12))
  const at = file.indexOf(10, file.indexOf(10, file.indexOf(10) + 1) + 1) + 30
  const broken = Buffer.from(file)
  broken[at] = 0xff
  for (const size of [1, 512, file.length])
    expect(await read(broken, size)).toMatchObject({
      ok: false,
      line: 4,
      say: 'This line is no text in UTF-8.',
    })
})

const JOURNALS = [
  'release-0.1-class-1.jsonl',
  'release-0.1-class-2.jsonl',
  'release-0.1-closing.jsonl',
  'release-0.2-merged-people.jsonl',
  'release-0.2-news-and-rooms.jsonl',
  'release-0.2-worked-lines.jsonl',
]

test.each(JOURNALS)(
  '[I21] exported, taken in elsewhere and exported again it is the same: %s',
  async name => {
    const events = goldenFile(name)
    const opened = events[0]?.data
    const classId =
      typeof opened === 'object' && opened !== null && 'classId' in opened ? `${opened.classId}` : ''
    const [here, there] = [createMemoryStore(), createMemoryStore()]
    const { epoch } = await here.journal.create(classId)
    await here.journal.append({ classId, epoch, expectedSeq: 0, events, names: NAMES })
    const file = await fileOf(here, classId)
    const done = await importClass(
      { ...there, clock: { now: () => 1 }, code: () => 'ABC234' },
      inPieces(file, 10_000),
      'i-1',
    )
    expect(done).toEqual({ ok: true, classId })
    expect((await fileOf(there, classId)).equals(file)).toBe(true)
  },
)

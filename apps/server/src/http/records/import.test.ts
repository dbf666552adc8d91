import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goldenEvents, type Instructor, RecordsUnderTest } from './records-under-test.ts'

let under: RecordsUnderTest
let owner: Instructor
let file: string
beforeEach(async () => {
  under = await RecordsUnderTest.start()
  owner = await under.signIn('Olga')
  const names = { p2: { name: 'Ana', staffNumber: '17' }, p3: { name: 'Bo' } }
  await under.keep(owner, goldenEvents('class-1'), names)
  await owner.send('PUT', '/classes/class-1/attendance', { people: ['p2', 'p3'], signed: true })
  await owner.send('PUT', '/classes/class-1/attendance', { people: ['p2'], serial: 'S-1' })
  const completion = { course: 'Calm talk', hours: '2', instructor: 'Ines', licence: 'L 7' }
  await owner.send('PUT', '/classes/class-1/completion', completion)
  file = (await owner.get('/classes/class-1/class.jsonl')).text
})
afterEach(() => under.stop())

/** The file with its lines changed and an end that says that it is right. */
function resealed(change: (lines: string[]) => string[]): string {
  const lines = change(file.trimEnd().split('\n').slice(0, -1))
  const content = lines.map(line => `${line}\n`).join('')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return `${content}${JSON.stringify({ end: { lines: lines.length, sha256 } })}\n`
}

test('[I21] export, delete, import, export: byte by byte the same, and the same page number for number', async () => {
  const rooms = ['r1-1', 'r1-2', 'r2-1', 'r3-1', 'r4-4']
  const seen = async () => ({
    page: (await owner.get('/classes/class-1')).body,
    rooms: await Promise.all(
      rooms.map(async room => (await owner.get(`/classes/class-1/rooms/${room}`)).text),
    ),
    ratings: (await owner.get('/classes/class-1/ratings.csv')).text,
    people: (await owner.get('/classes/class-1/people.csv')).text,
    statements: (await owner.get('/classes/class-1/xapi.json')).text,
  })
  const before = await seen()
  expect(before.page.report.scenes).toBeGreaterThan(3)
  for (const room of before.rooms) expect(room).toContain('"scenes":[')
  expect((await owner.send('DELETE', '/classes/class-1')).status).toBe(200)
  expect((await owner.get('/classes/class-1')).status).toBe(404)
  const per = await under.signIn('Per')
  expect((await per.send('POST', '/import', file)).body).toEqual({ class: 'class-1' })
  expect((await owner.get('/classes/class-1/class.jsonl')).text).toBe(file)
  const after = await seen()
  expect(after.page.class).toMatchObject({ imported: true, title: before.page.class.title })
  expect({ ...after, page: { ...after.page, class: before.page.class } }).toEqual(before)
  const [record] = (await per.get('/classes')).body.classes
  expect(record).toMatchObject({ class: 'class-1' })
})

test('[I21] without names a class comes back without names', async () => {
  const bare = (await owner.get('/classes/class-1/class.jsonl?pseudonymous=1')).text
  for (const word of ['Ana', 'Calm talk', 'S-1', 'Olga']) expect(bare).not.toContain(word)
  await owner.send('DELETE', '/classes/class-1')
  expect((await owner.send('POST', '/import', bare)).status).toBe(201)
  expect((await owner.get('/classes/class-1')).body.names).toEqual({})
  expect((await owner.get('/classes/class-1/class.jsonl?pseudonymous=1')).text).toBe(bare)
})

const view = '{"op":"put","path":["room","phase"],"value":{"name":"done"}}'
const edited = (lines: string[], at: number, change: (event: Record<string, unknown>) => object) =>
  lines.with(at, JSON.stringify(change(JSON.parse(lines[at] ?? ''))))

const BAD: readonly (readonly [name: string, make: () => string, line: number, say: string])[] = [
  ['nothing', () => '', 1, 'empty'],
  ['another file', () => '{"hello":1}\n', 1, 'not a class'],
  ['no JSON', () => 'name,score\n', 1, 'no JSON'],
  [
    'a newer format',
    () => resealed(lines => edited(lines, 0, head => ({ ...head, format: 2 }))),
    1,
    'newer version',
  ],
  ['cut short', () => file.split('\n').slice(0, 40).join('\n'), 40, 'too early'],
  ['cut within a line', () => file.slice(0, 30_000), 66, 'The file ends in it'],
  ['a gap', () => resealed(lines => lines.toSpliced(20, 1)), 21, 'missing'],
  [
    'two lines changed places',
    () => resealed(lines => lines.with(20, lines[21] ?? '').with(21, lines[20] ?? '')),
    21,
    'missing',
  ],
  ['an event twice', () => resealed(lines => lines.toSpliced(20, 0, lines[20] ?? '')), 22, 'missing'],
  [
    'a future version',
    () => resealed(lines => edited(lines, 30, event => ({ ...event, v: 99 }))),
    31,
    'newer version',
  ],
  ['a view event', () => resealed(lines => lines.with(25, view)), 26, 'no event'],
  [
    'an unknown event',
    () => resealed(lines => edited(lines, 25, event => ({ ...event, type: 'Hacked' }))),
    26,
    'no event',
  ],
  [
    'a bad shape',
    () => resealed(lines => edited(lines, 9, event => ({ ...event, data: { person: 7 } }))),
    10,
    'should be',
  ],
  [
    'one field too many',
    () => resealed(lines => edited(lines, 9, event => ({ ...event, __proto: 1 }))),
    10,
    'no event',
  ],
  [
    'time that goes back',
    () => resealed(lines => edited(lines, 60, event => ({ ...event, at: 5 }))),
    61,
    'backwards',
  ],
  [
    'another class',
    () => resealed(lines => edited(lines, 0, head => ({ ...head, class: 'other' }))),
    8,
    'another class',
  ],
  ['a changed word', () => file.replace('xq241qx', 'xq999qx'), 260, 'changed after'],
  ['a changed name', () => file.replace('"Ana"', '"Eva"'), 260, 'changed after'],
  ['something behind the end', () => `${file}${view}\n`, 261, 'after the end'],
]

test.each(BAD)('[I21] refused whole with its line: %s', async (_name, make, line, say) => {
  const sent = make()
  await owner.send('DELETE', '/classes/class-1')
  const got = await owner.send('POST', '/import', sent)
  expect([got.status, got.body.kind], got.text).toEqual([422, 'invalid'])
  expect(got.body.line, got.body.say).toBe(line)
  expect(got.body.say).toContain('Nothing was imported.')
  expect(got.body.say).toContain(say)
  expect(await under.store.journal.classes()).toEqual([])
  expect((await owner.get('/classes')).body).toEqual({ classes: [] })
  expect(await under.store.people.names('class-1')).toEqual([])
})

test('[I21] a class that is here is not touched, and said at the first line', async () => {
  const got = await owner.send('POST', '/import', file)
  expect([got.status, got.body.kind, got.body.line]).toEqual([409, 'taken', 1])
  expect((await owner.get('/classes/class-1/class.jsonl')).text).toBe(file)
})

test('[I21] bytes that are no text are refused too', async () => {
  const [head = ''] = file.split('\n')
  const bytes = Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0xff, 0xfe, 0x0a])])
  await owner.send('DELETE', '/classes/class-1')
  const got = await owner.send('POST', '/import', bytes)
  expect([got.status, got.body.kind, got.body.line]).toEqual([422, 'invalid', 2])
  expect(got.body.say).toContain('no text')
})

test('[I21] size first', async () => {
  const got = await owner.send('POST', '/import', 'x'.repeat(65 * 1024 * 1024)).catch(() => undefined)
  expect(got?.status ?? 413).toBe(413)
  expect((await owner.send('POST', '/import', `${'x'.repeat(2 * 1024 * 1024)}`)).status).toBe(422)
})

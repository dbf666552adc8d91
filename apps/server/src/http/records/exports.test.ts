import { get } from 'node:http'
import { brokenXapiRules } from '@evenkeel/insight/xapi-rules'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { xapiHome } from '../../records/xapi-home.ts'
import { hasLibreOffice, inLibreOffice } from '../../testing/libre-office.ts'
import { asClass, goldenEvents, type Instructor, RecordsUnderTest } from './records-under-test.ts'

let under: RecordsUnderTest
let owner: Instructor
beforeEach(async () => {
  under = await RecordsUnderTest.start()
  owner = await under.signIn('Olga')
})
afterEach(() => under.stop())

const NAMES = {
  p1: { name: 'Ines' },
  p2: { name: '=HYPERLINK("http://x.test")', staffNumber: '+17' },
  p3: { name: '-2+3', staffNumber: '@SUM(A1)' },
  p4: { name: '\tTab', staffNumber: '\rCR' },
  p5: { name: 'Zoë "Z", 山田', staffNumber: '0012' },
}
/** csv-parse takes the byte order mark away. */
const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })

test('[I11] ratings leave as CSV that an independent parser reads', async () => {
  const id = await under.keep(owner, goldenEvents('class-1'), NAMES)
  const got = await owner.get(`/classes/${id}/ratings.csv`)
  expect(got.status).toBe(200)
  expect(got.headers.get('content-disposition')).toMatch(
    /^attachment; filename="evenkeel-[\w-]+-ratings\.csv"$/,
  )
  const rows = rowsOf(got.text)
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) {
    expect(row.class_id).toBe('class-1')
    expect(row.answer === 'scored').toBe(row.raw !== '')
    expect(row.scene_started).toMatch(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/)
  }
  expect(got.text).not.toContain('Ines')
})

test('[I19] a cell never is a formula, and names come back as they were typed', async () => {
  const id = await under.keep(owner, goldenEvents('class-1'), NAMES)
  const answer = await owner.get(`/classes/${id}/people.csv`)
  const bytes = Buffer.from(answer.text)
  const rows = rowsOf(answer.text)
  const of = (person: string) => rows.find(row => row.person === `class-1:${person}`)
  expect(of('p2')).toMatchObject({ name: `'${NAMES.p2.name}`, staff_number: "'+17" })
  expect(of('p3')).toMatchObject({ name: "'-2+3", staff_number: "'@SUM(A1)" })
  expect(of('p4')).toMatchObject({ name: "'\tTab", staff_number: "'\rCR" })
  expect(of('p5')).toMatchObject({ name: 'Zoë "Z", 山田', staff_number: '0012' })
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  expect(bytes.includes('山田')).toBe(true)
  const pseudonymous = await owner.get(`/classes/${id}/people.csv?pseudonymous=1`)
  for (const { name } of Object.values(NAMES)) expect(pseudonymous.text).not.toContain(name)
})

test('[I19] every CSV begins with the three bytes of a byte order mark', async () => {
  const id = await under.keep(owner, goldenEvents('class-1'), NAMES)
  const paths = [`/classes/${id}/ratings.csv`, `/classes/${id}/people.csv`, '/ratings.csv']
  for (const path of paths) {
    const headers = { cookie: owner.cookie }
    const answer = await fetch(`${under.base}/api/records${path}`, { headers })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex'), path).toBe('efbbbf')
    // Once, and then the names of the columns.
    expect(bytes.subarray(3, 8).toString(), path).toBe('class')
  }
})

test('[I19] LibreOffice takes every cell as text or as a number, and calculates nothing', async ({
  skip,
}) => {
  if (!hasLibreOffice()) skip('LibreOffice is not on this machine')
  const id = await under.keep(owner, goldenEvents('class-1'), NAMES)
  const [people, ratings, formula] = inLibreOffice([
    (await owner.get(`/classes/${id}/people.csv`)).text,
    (await owner.get(`/classes/${id}/ratings.csv`)).text,
    '\ufeffname\r\n=1+1\r\n',
  ])
  for (const name of [`'${NAMES.p2.name}`, "'-2+3", "'@SUM(A1)", 'Zoë "Z", 山田'])
    expect(people).toContain(name)
  for (const sheet of [people, ratings]) expect(sheet).not.toContain('table:formula')
  // So would a formula look, if one got through.
  expect(formula).toContain('table:formula="of:=1+1"')
}, 120_000)

test('[I12] of practice attendance leaves and nothing else', async () => {
  const id = await under.keep(owner, goldenEvents('class-2'), NAMES)
  expect(rowsOf((await owner.get(`/classes/${id}/ratings.csv`)).text)).toEqual([])
  const [first] = rowsOf((await owner.get(`/classes/${id}/people.csv`)).text)
  expect(Object.keys(first ?? {})).toEqual([
    'class_id',
    'class_title',
    'class_kind',
    'person',
    'staff_number',
    'name',
    'role',
    'joined',
    'left',
    'minutes_present',
  ])
  const whole = await owner.get(`/classes/${id}/class.jsonl`)
  expect(whole.status).toBe(403)
  expect(whole.body).toMatchObject({ kind: 'not-allowed', say: expect.stringContaining('practice') })
  const statements: { verb: { id: string } }[] = (await owner.get(`/classes/${id}/xapi.json`)).body
  expect(new Set(statements.map(({ verb }) => verb.id))).toEqual(
    new Set(['http://adlnet.gov/expapi/verbs/attended']),
  )
  await under.keep(owner, asClass('assessed', goldenEvents('class-1')))
  const all = rowsOf((await owner.get('/ratings.csv')).text)
  expect(new Set(all.map(row => row.class_id))).toEqual(new Set(['assessed']))
})

test('[I13] xAPI: the same ids each time, and no name', async () => {
  const id = await under.keep(owner, goldenEvents('class-1'), NAMES)
  const [first, second] = [
    await owner.get(`/classes/${id}/xapi.json`),
    await owner.get(`/classes/${id}/xapi.json`),
  ]
  expect(first.text).toBe(second.text)
  const ids: string[] = first.body.map((each: { id: string }) => each.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const each of ids)
    expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  for (const { name } of Object.values(NAMES)) expect(first.text).not.toContain(name)
})

/** The statements as they are asked for by this name of the server. */
const byName = (host: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { cookie: owner.cookie, host }
    get(`${under.base}/api/records${path}`, { headers }, async answer => {
      let text = ''
      for await (const part of answer) text += part
      resolve(text)
    }).on('error', reject)
  })

test('[I13] xAPI: a class in two languages keeps the rules, byte for byte the same by whatever name it is asked for', async () => {
  const spanish = goldenEvents('class-1').map(event => {
    const data = event.data as { card?: object; rubric?: object }
    if (event.type === 'RubricBrought')
      return { ...event, data: { ...data, rubric: { ...data.rubric, language: 'es' } } }
    if (event.type !== 'CardBrought' || event.seq !== 18) return event
    return { ...event, data: { ...data, card: { ...data.card, language: 'es', title: 'Ya lo dije' } } }
  })
  const id = await under.keep(owner, spanish, NAMES)
  const [one, other] = await Promise.all(
    ['evenkeel.test', '192.168.1.7:3000'].map(host => byName(host, `/classes/${id}/xapi.json`)),
  )
  expect(one).toBe(other)
  const statements: object[] = JSON.parse(one ?? '')
  expect(statements.length).toBeGreaterThan(40)
  expect(statements.map(brokenXapiRules)).toEqual(statements.map(() => []))
  expect(one).toContain('"name":{"es":"Ya lo dije"}')
  expect(one).toContain('"name":{"en":"A lost phone"}')
  expect(one).not.toMatch(/evenkeel\.test|192\.168/)
})

test('[I13] the address of the first export is kept, also when PUBLIC_URL is another later', async () => {
  const { people } = under.store
  expect(await xapiHome(people, 'https://class.example.org/')).toBe('https://class.example.org')
  expect(await xapiHome(people, 'https://moved.example.org')).toBe('https://class.example.org')
})

test('[I20] no export holds what is its author’s alone', async () => {
  const id = await under.keep(owner, goldenEvents('class-1'), NAMES)
  const exports = ['ratings.csv', 'people.csv', 'xapi.json', 'class.jsonl']
  const texts = await Promise.all(exports.map(async name => (await owner.get(`/classes/${id}/${name}`)).text))
  const notes = goldenEvents('class-1').filter(({ type }) => type === 'NoteWritten')
  expect(notes.length).toBeGreaterThan(3)
  for (const { data } of notes) {
    const { text } = data as { text: string }
    for (const each of texts) expect(each).not.toContain(`"${text}"`)
  }
})

test('[I19] only whose class it is, and the owner of the records', async () => {
  const per = await under.signIn('Per')
  const id = await under.keep(per, goldenEvents('class-1'), NAMES)
  const paths = ['', '/ratings.csv', '/people.csv', '/xapi.json', '/class.jsonl', '/rooms/r1-1'].map(
    path => `/classes/${id}${path}`,
  )
  const third = await under.signIn('Third')
  const nobody = new (third.constructor as typeof Instructor)(under.base, '', '')
  for (const path of paths) {
    expect((await per.get(path)).status, path).toBe(200)
    expect((await owner.get(path)).status, path).toBe(200)
    expect((await third.get(path)).status, path).toBe(403)
    expect((await nobody.get(path)).status, path).toBe(401)
  }
  expect((await third.get('/classes')).body).toEqual({ classes: [] })
  expect((await third.get('/people')).body).toEqual({ people: [] })
  expect(rowsOf((await third.get('/ratings.csv')).text)).toEqual([])
  expect((await third.send('DELETE', `/classes/${id}`)).status).toBe(403)
  expect((await nobody.send('POST', '/import', 'x')).status).toBe(401)
  expect((await per.get('/classes/none')).status).toBe(404)
  expect((await per.get('/classes')).body.classes).toMatchObject([
    { class: id, kind: 'assessed', trainees: 8 },
  ])
})

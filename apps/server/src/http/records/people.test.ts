import { afterEach, beforeEach, expect, test } from 'vitest'
import { asClass, goldenEvents, goldenFile, type Instructor, RecordsUnderTest } from './records-under-test.ts'

let under: RecordsUnderTest
let owner: Instructor
let per: Instructor
beforeEach(async () => {
  under = await RecordsUnderTest.start()
  owner = await under.signIn('Olga')
  per = await under.signIn('Per')
  const events = goldenEvents('class-1')
  await under.keep(owner, asClass('k1', events), {
    p2: { name: 'Ana', staffNumber: 'a 17' },
    p3: { name: 'Bo' },
  })
  const later = events.map(event => ({ ...event, at: event.at + 1_000_000_000 }))
  await under.keep(per, asClass('k2', later), {
    p4: { name: 'Ana Ruiz', staffNumber: 'Ａ17' },
    p5: { name: 'Bo K', staffNumber: '9' },
  })
})
afterEach(() => under.stop())

interface Entry {
  readonly key: string
  readonly name: string
  readonly staffNumber: string
  readonly classes: number
  readonly merged: readonly { readonly id: string }[]
}

/** By name: who left together was seen last together. */
const list = async (who: Instructor): Promise<Entry[]> =>
  ((await who.get('/people')).body.people as Entry[]).sort((a, b) => (a.name < b.name ? -1 : 1))

test('[I24] the same staff number is one person over classes, whatever the case and the width', async () => {
  expect((await list(owner)).map(({ name, staffNumber, classes }) => [name, staffNumber, classes])).toEqual([
    ['Ana Ruiz', 'Ａ17', 2],
    ['Bo', '', 1],
    ['Bo K', '9', 1],
  ])
  expect((await list(per)).map(({ name, classes }) => [name, classes])).toEqual([
    ['Ana Ruiz', 1],
    ['Bo K', 1],
  ])
  const [ana] = await list(owner)
  const page = (await owner.get(`/people/${encodeURIComponent(ana?.key ?? '')}`)).body
  expect(page.classes.map((each: { class: string; person: string }) => [each.class, each.person])).toEqual([
    ['k2', 'p4'],
    ['k1', 'p2'],
  ])
  expect(page.progress.items.length).toBeGreaterThan(0)
  const points = page.progress.items.flatMap((each: { points: { classId: string }[] }) => each.points)
  expect(new Set(points.map((each: { classId: string }) => each.classId)).size).toBeGreaterThan(0)
  const behind = new Set(
    page.scenes.map((each: { class: string; scene: string }) => `${each.class} ${each.scene}`),
  )
  const seats: { classId: string; scene: string }[] = Object.values(page.progress.played).flat() as never
  expect(seats.length).toBeGreaterThan(3)
  for (const { classId, scene } of seats) expect(behind).toContain(`${classId} ${scene}`)
  expect((await per.get('/people/c%3Ak1%3Ap3')).status).toBe(404)
})

test('[I24] two entries are joined, and taken apart again', async () => {
  const [, bo, boK] = await list(owner)
  expect((await per.send('POST', '/people/merge', { from: bo?.key, into: boK?.key })).status).toBe(404)
  const merged = await owner.send('POST', '/people/merge', { from: bo?.key, into: boK?.key })
  expect(merged.status).toBe(201)
  expect((await list(owner)).map(({ name, classes }) => [name, classes])).toEqual([
    ['Ana Ruiz', 2],
    ['Bo K', 2],
  ])
  expect((await owner.send('POST', '/people/merge', { from: boK?.key, into: bo?.key })).status).toBe(409)
  const [, joined] = await list(owner)
  expect(joined?.merged).toMatchObject([{ id: merged.body.id, name: 'Bo' }])
  expect((await owner.get(`/people/${encodeURIComponent(bo?.key ?? '')}`)).body.entry.key).toBe(boK?.key)
  expect((await owner.send('DELETE', `/merges/${merged.body.id}`)).body).toEqual({ ok: true })
  expect((await owner.send('DELETE', `/merges/${merged.body.id}`)).status).toBe(410)
  expect(await list(owner)).toHaveLength(3)
})

test('[I24] somebody who is forgotten is in no class any more, and in no merge', async () => {
  const [ana, , boK] = await list(owner)
  await owner.send('POST', '/people/merge', { from: ana?.key, into: boK?.key })
  expect((await owner.send('DELETE', `/people/${encodeURIComponent(boK?.key ?? '')}`)).body).toEqual({
    ok: true,
  })
  expect((await list(owner)).map(({ name }) => name)).toEqual(['Bo'])
  expect(await under.store.records.rows('register')).toEqual([])
  for (const id of ['k1', 'k2']) {
    const names = (await under.store.people.names(id)).map(({ name }) => name)
    expect(names.join()).not.toContain('Ana')
  }
})

test('[I25] an instructor signs for who was there; the school’s own fields are kept as they are typed', async () => {
  const sign = (body: object) => owner.send('PUT', '/classes/k1/attendance', body)
  expect((await sign({ people: ['p2', 'p3'], signed: true })).body).toEqual({ ok: true })
  await sign({ people: ['p3'], signed: false })
  await sign({ people: ['p2'], serial: ' No 7' })
  const fields = { course: 'Calm talk', hours: '2 h', instructor: 'Ines', licence: 'L-9' }
  await owner.send('PUT', '/classes/k1/completion', fields)
  const { attendance, completion } = (await owner.get('/classes/k1')).body
  const of = (person: string) => attendance.find((each: { person: string }) => each.person === person)
  expect(of('p2')).toMatchObject({
    signed: { by: 'Olga', at: under.clock.time },
    serial: ' No 7',
    name: 'Ana',
  })
  expect(of('p3')).toMatchObject({ signed: null, serial: '' })
  expect(completion).toEqual(fields)
  expect((await sign({ people: ['p99'], signed: true })).status).toBe(410)
  expect((await sign({ people: [], signed: true })).status).toBe(400)
  expect(
    (await owner.send('PUT', '/classes/k1/completion', { ...fields, course: 'x'.repeat(201) })).body,
  ).toMatchObject({
    kind: 'invalid',
    say: 'A field has at most 200 characters.',
  })
  expect((await per.send('PUT', '/classes/k1/completion', fields)).status).toBe(403)
})

test('[C17][I24] who was made one person in class is one row, with the staff number of either entry, and forgotten as one', async () => {
  const events = asClass('k3', goldenFile('release-0.2-merged-people.jsonl'))
  await under.keep(owner, events, {
    p2: { name: 'Sam on the old phone', staffNumber: '9' },
    p3: { name: 'Kim' },
    p6: { name: 'Sam again' },
    p7: { name: 'Sam Diaz' },
  })
  const { body } = await owner.get('/classes/k3')
  const here = body.attendance.map(({ person, name, staffNumber }: Record<string, string>) => [
    person,
    name,
    staffNumber,
  ])
  expect(here).toContainEqual(['p7', 'Sam Diaz', '9'])
  expect(here.map(([person]: string[]) => person)).not.toContain('p2')
  const played = (await owner.get('/classes/k3/rooms/r1-1')).body.view.room.scenes[0]
  expect(played.lines.map(({ by }: { by: string }) => by)).toEqual(['p7', 'p3'])
  expect((await list(owner)).find(({ key }) => key === 'n:9')).toMatchObject({ classes: 2 })
  expect((await owner.send('DELETE', '/classes/k3/people/p2', {})).status).toBe(410)
  expect((await owner.send('DELETE', '/classes/k3/people/p7', {})).status).toBe(200)
  const left = JSON.stringify([await under.store.journal.read('k3', 0), await under.store.people.names('k3')])
  expect(left).not.toMatch(/I have been waiting|Me again|Sam (on|again|Diaz)/)
  expect(left).toContain('An hour is long')
})

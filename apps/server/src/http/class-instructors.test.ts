import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppUnderTest, type Browser } from './app-under-test.ts'

let app: AppUnderTest
let owner: Browser
let ana: Browser
let bea: Browser
let classId: string
const ids = new Map<string, string>()

beforeEach(async () => {
  app = await AppUnderTest.start()
  owner = await app.instructor('Olga')
  ana = await app.instructor('Ana')
  bea = await app.instructor('Bea')
  for (const each of [owner, ana, bea]) {
    const { instructor } = http.me.parse((await each.get('/api/me')).body)
    if (instructor) ids.set(instructor.name, instructor.id)
  }
  classId = (await app.openClass(ana)).class
})
afterEach(() => app.close())

const path = () => `/api/classes/${classId}/instructors`
const letIn = (by: Browser, name: string, on = true) =>
  by.post(path(), { instructor: ids.get(name) ?? name, on })
const parts = (body: unknown) =>
  http.classInstructors.parse(body).instructors.map(({ name, part }) => [name, part])
const classes = async (by: Browser) => http.classList.parse((await by.get('/api/classes')).body).classes

test('[C18] let in by name: the class is in their list, and what one does in it by http is open to them', async () => {
  expect((await bea.get(`/api/classes/${classId}/roster`)).status).toBe(403)
  expect(await classes(bea)).toEqual([])
  const answer = await letIn(ana, 'Bea')
  expect(parts(answer.body)).toEqual([
    ['Ana', 'opened'],
    ['Bea', 'let-in'],
    ['Olga', 'owner'],
  ])
  expect((await classes(bea)).map(each => each.class)).toEqual([classId])
  expect((await bea.get(`/api/classes/${classId}/roster`)).status).toBe(200)
  expect((await bea.post(`/api/classes/${classId}/remotes`)).status).toBe(201)
  expect(app.classes.letInTold).toEqual([{ classId, instructor: ids.get('Bea'), on: true }])
})

test('[C18] taken out by who opened it, the owner or themselves; then it is as before', async () => {
  for (const by of [ana, owner, bea]) {
    await letIn(ana, 'Bea')
    expect(parts((await letIn(by, 'Bea', false)).body)).toContainEqual(['Bea', 'none'])
    expect((await bea.get(path())).body).toMatchObject({ kind: 'not-allowed' })
    expect(await classes(bea)).toEqual([])
  }
  expect(app.classes.letInTold.at(-1)).toEqual({ classId, instructor: ids.get('Bea'), on: false })
})

test('[C18] who was let in sees no records, and lets nobody else in', async () => {
  await app.instructor('Cem')
  await letIn(ana, 'Bea')
  expect((await bea.get(`/api/records/classes/${classId}`)).body).toMatchObject({
    kind: 'not-allowed',
    say: expect.stringContaining('records'),
  })
  expect((await letIn(bea, 'Ana', false)).body).toMatchObject({ kind: 'not-allowed' })
  expect((await letIn(bea, 'Bea')).body).toMatchObject({ kind: 'not-allowed' })
})

test.each([
  ['signed out', () => letIn(app.browser(), 'Bea'), 401, 'signed-out'],
  ['by somebody who has nothing to do with the class', () => letIn(bea, 'Bea'), 403, 'not-allowed'],
  ['nobody', () => letIn(ana, 'nobody'), 410, 'gone'],
  ['who opened it', () => letIn(owner, 'Ana', false), 400, 'invalid'],
  ['the owner', () => letIn(ana, 'Olga', false), 400, 'invalid'],
  ['no known shape', () => ana.post(path(), { name: 'Bea' }), 400, 'bad-message'],
  [
    'another class',
    () => ana.post('/api/classes/c-77/instructors', { instructor: 'x', on: true }),
    404,
    'unknown',
  ],
])('[C18] refused in words, and nobody is told: %s', async (_, ask, status, kind) => {
  const answer = await ask()
  expect([answer.status, answer.body]).toEqual([
    status,
    { ok: false, kind, say: expect.stringMatching(/^[A-Z].+\.$/) },
  ])
  expect(app.classes.letInTold).toEqual([])
})

test('[C18] nobody is let into a class that is over', async () => {
  await app.people.closeClass(classId, app.clock.now())
  expect((await letIn(ana, 'Bea')).body).toMatchObject({ kind: 'closed' })
})

import { beforeEach, expect, test } from 'vitest'
import { seededBytes } from '../http/app-under-test.ts'
import { MemoryPeople } from '../people/memory.ts'
import { createInstructors, type Instructors, SESSION_GOOD_FOR_MS } from './instructors.ts'
import { hashToken } from './tokens.ts'

let people: MemoryPeople
let instructors: Instructors
beforeEach(() => {
  people = new MemoryPeople()
  const clock = { now: () => 1_000 }
  instructors = createInstructors({ people, clock, random: seededBytes('instructors') })
})

test('whoever comes at the same moment: one owner, one record for each name', async () => {
  const came = await Promise.all([
    instructors.byName('Ana'),
    instructors.byName('Ben'),
    instructors.owner(),
    instructors.byName('ANA'),
  ])
  expect(came.map(({ owner }) => owner)).toEqual([true, false, true, true])
  expect(await people.instructors()).toHaveLength(2)
})

test('one that could not be saved does not stop the next', async () => {
  const add = people.addInstructor
  people.addInstructor = () => Promise.reject(new Error('full'))
  await expect(instructors.byName('Ana')).rejects.toThrow('full')
  people.addInstructor = add
  expect((await instructors.byName('Ben')).owner).toBe(true)
})

test('renaming keeps everything else; nobody is renamed under an unknown id', async () => {
  const ana = await instructors.owner()
  expect(await instructors.rename(ana.instructorId, 'Ana')).toEqual({ ...ana, name: 'Ana' })
  expect(await people.instructors()).toEqual([{ ...ana, name: 'Ana' }])
  expect(await instructors.rename('i-nobody', 'Eve')).toBeUndefined()
})

test('a session is stored under its token’s hash', async () => {
  const token = await instructors.begin('i-1')
  const session = { tokenHash: hashToken(token), instructorId: 'i-1', expiresAt: 1_000 + SESSION_GOOD_FOR_MS }
  expect(await people.sessionOf(hashToken(token), 1_000)).toEqual(session)
  expect(await people.sessionOf(token, 1_000)).toBeUndefined()
})

import { beforeEach, describe, expect, test } from 'vitest'
import { MemoryPeople } from '../people/memory.ts'
import { cookieNames } from './cookies.ts'
import { createSessions } from './session.ts'
import { hashToken } from './tokens.ts'

const token = (letter: string) => letter.repeat(22)
const clock = { time: 1_000, now: () => clock.time }
const names = cookieNames('test')
let people: MemoryPeople
beforeEach(() => {
  people = new MemoryPeople()
  clock.time = 1_000
})
const sessions = () => createSessions({ people, clock, names })
const seat = (handle: string, letter: string, classId = 'c1', personId = 'p2', at = 1) =>
  people.putSeat({ handle, classId, personId, tokenHash: hashToken(token(letter)), at })
const cookie = (handle: string, letter: string) => `${names.seat(handle)}=${token(letter)}`

describe('a seat', () => {
  test('is whose cookie fits its handle in its class', async () => {
    await seat('one', 'A')
    await seat('two', 'B', 'c1', 'p3')
    const header = `${cookie('one', 'A')}; ${cookie('two', 'B')}`
    expect(await sessions().seatOf(header, 'c1', 'one')).toEqual({ person: 'p2' })
    expect(await sessions().seatOf(header, 'c1', 'two')).toEqual({ person: 'p3' })
    expect(await sessions().seatOf(header, 'c2', 'one')).toBeUndefined()
    expect(await sessions().seatOf(undefined, 'c1', 'one')).toBeUndefined()
  })

  test('is not held with another seat’s token, nor after it was claimed from another device', async () => {
    await seat('one', 'A')
    await seat('two', 'B', 'c1', 'p3')
    expect(await sessions().seatOf(cookie('one', 'B'), 'c1', 'one')).toBeUndefined()
    expect(await sessions().seatsOf(cookie('one', 'B'))).toEqual([])
    await seat('one', 'C')
    expect(await sessions().seatOf(cookie('one', 'A'), 'c1', 'one')).toBeUndefined()
    expect(await sessions().seatOf(cookie('one', 'C'), 'c1', 'one')).toEqual({ person: 'p2' })
  })

  test('all that a browser holds, newest first, of one class or of all', async () => {
    await seat('one', 'A', 'c1', 'p2', 1)
    await seat('two', 'B', 'c1', 'p3', 2)
    await seat('three', 'C', 'c2', 'p2', 3)
    const header = [cookie('one', 'A'), cookie('two', 'B'), cookie('three', 'C'), cookie('four', 'D')].join(
      '; ',
    )
    const handles = async (classId?: string) =>
      (await sessions().seatsOf(header, classId)).map(({ handle }) => handle)
    expect(await handles()).toEqual(['three', 'two', 'one'])
    expect(await handles('c1')).toEqual(['two', 'one'])
    expect(await handles('c3')).toEqual([])
  })
})

describe('an instructor', () => {
  const header = `${names.instructor}=${token('A')}`
  beforeEach(async () => {
    await people.addInstructor({ instructorId: 'i1', name: 'Ana', owner: true, at: 1 })
    await people.putSession({ tokenHash: hashToken(token('A')), instructorId: 'i1', expiresAt: 2_000 })
  })

  test('is known by the session cookie until it ends', async () => {
    expect(await sessions().instructorOf(header)).toEqual({ id: 'i1', name: 'Ana', owner: true })
    clock.time = 2_000
    expect(await sessions().instructorOf(header)).toBeUndefined()
  })

  test('is not known by anything else', async () => {
    expect(await sessions().instructorOf(undefined)).toBeUndefined()
    expect(await sessions().instructorOf(`${names.instructor}=${token('B')}`)).toBeUndefined()
    expect(await sessions().instructorOf(`${names.screen}=${token('A')}`)).toBeUndefined()
    await people.putSession({ tokenHash: hashToken(token('C')), instructorId: 'gone', expiresAt: 2_000 })
    expect(await sessions().instructorOf(`${names.instructor}=${token('C')}`)).toBeUndefined()
  })
})

describe('a screen', () => {
  const header = `${names.screen}=${token('A')}`
  const screen = { tokenHash: hashToken(token('A')), digits: '0042', expiresAt: 2_000 }
  beforeEach(async () => {
    const record = { classId: 'c1', code: 'BK74QM', title: 'x', ownerId: 'i1', openedAt: 1 }
    await people.putClass(record)
  })

  test('belongs to its class from the approval to the end of the class', async () => {
    await people.putScreen({ ...screen, classId: undefined }, 1_000)
    expect(await sessions().screenOf(header)).toBeUndefined()
    expect((await sessions().screenRecordOf(header))?.digits).toBe('0042')
    await people.approveScreen('0042', 'c1', 1_000, 9_000)
    expect(await sessions().screenOf(header)).toEqual({ classId: 'c1' })
    await people.closeClass('c1', 1_500)
    expect(await sessions().screenOf(header)).toBeUndefined()
  })

  test('is nothing when it was taken away, has ended, or is another’s', async () => {
    await people.putScreen({ ...screen, classId: 'c1' }, 1_000)
    expect(await sessions().screenOf(`${names.screen}=${token('B')}`)).toBeUndefined()
    clock.time = 2_000
    expect(await sessions().screenOf(header)).toBeUndefined()
    clock.time = 1_000
    await people.dropScreensOf('c1')
    expect(await sessions().screenOf(header)).toBeUndefined()
  })
})

import { expect, test } from 'vitest'
import { seededBytes } from '../http/app-under-test.ts'
import { MemoryPeople } from '../people/memory.ts'
import { ANSWER_REPEATED_FOR_MS, createSeatIssue } from './seat-issue.ts'
import { hashToken } from './tokens.ts'

const start = (people = new MemoryPeople(), seed = 'seats') => {
  const clock = { time: 1_000, now: () => clock.time }
  return { people, clock, made: createSeatIssue({ people, clock, random: seededBytes(seed) }) }
}

test('different requests get different seats and tokens', async () => {
  const seats = await start().made
  const one = await seats.issue('c1', 'p2', 'request-1')
  const two = await seats.issue('c1', 'p3', 'request-2')
  const elsewhere = await seats.issue('c2', 'p2', 'request-1')
  expect(new Set([one?.handle, two?.handle, elsewhere?.handle]).size).toBe(3)
  expect(new Set([one?.token, two?.token, elsewhere?.token]).size).toBe(3)
  expect(one?.handle).toMatch(/^[\w-]{8}$/)
  expect(one?.token).toMatch(/^[\w-]{22}$/)
})

test('after a restart the same request gets the same seat under a new token', async () => {
  const { people, made } = start()
  const before = await (await made).issue('c1', 'p2', 'request-1')
  const after = await (await start(people, 'restarted').made).issue('c1', 'p2', 'request-1')
  expect(after?.handle).toBe(before?.handle)
  expect(after?.token).not.toBe(before?.token)
  const stored = await people.seatByHandle('c1', after?.handle ?? '')
  expect(stored?.tokenHash).toBe(hashToken(after?.token ?? ''))
})

test('repeating does not move the end of the time for repeating', async () => {
  const { clock, made } = start()
  const seats = await made
  await seats.issue('c1', 'p2', 'request-1')
  clock.time += ANSWER_REPEATED_FOR_MS - 1
  expect(await seats.issue('c1', 'p2', 'request-1')).toBeDefined()
  clock.time += 1
  expect(await seats.issue('c1', 'p2', 'request-1')).toBeUndefined()
})

test('a seat is never handed to another person', async () => {
  const seats = await start().made
  await seats.issue('c1', 'p2', 'request-1')
  await expect(seats.issue('c1', 'p3', 'request-1')).rejects.toThrow()
})

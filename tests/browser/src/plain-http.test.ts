import { afterAll, beforeAll, expect } from 'vitest'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { seatedRooms } from './harness/trainee.ts'
import { linesArrive } from './harness/typed-seat.ts'

/** As a school's router names a machine: not localhost, and no certificate. */
const HOST = 'evenkeel.school.test'

const part = story()
let room: Classroom

beforeAll(async () => {
  room = await Classroom.open({ place: 'remote', people: ['Mira', 'Jonas'], host: HOST })
})
afterAll(() => room?.leave())

part('what browsers keep for secure pages is missing on every screen', async () => {
  for (const { page, name } of room.everybody) {
    const there = await page.evaluate(() => ({
      secure: window.isSecureContext,
      uuid: 'randomUUID' in crypto,
      clipboard: 'clipboard' in navigator,
      wakeLock: 'wakeLock' in navigator,
      locks: 'locks' in navigator,
      microphone: 'mediaDevices' in navigator,
    }))
    const none = { uuid: false, clipboard: false, wakeLock: false, locks: false, microphone: false }
    expect(there, name).toEqual({ secure: false, ...none })
    expect(new URL(page.url()).hostname).toBe(HOST)
  }
})

part('a scene is played all the same', async () => {
  const { ines, people } = room
  await ines.plans()
  await ines.onlyISeeIt()
  await ines.startsRound()
  const [pair] = await seatedRooms(people)
  if (pair === undefined) throw new Error('nobody sits anywhere')
  const { customer, officer } = pair
  for (const person of people) await person.getsReady()
  await room.all('scene')
  await customer.says('I have waited here for an hour.')
  await linesArrive(officer.page, 1)
  await officer.says('An hour is a long time. What happened?')
  const heard = await linesArrive(customer.page, 2)
  expect(await linesArrive(officer.page, 2)).toEqual(heard)
  await ines.looksInto(1)
  expect(await ines.transcript(2)).toEqual(heard)
  await officer.callsTimeOut()
  await customer.at('time-out')
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

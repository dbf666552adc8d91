import { afterAll, beforeAll, expect } from 'vitest'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms } from './harness/trainee.ts'
import { translateLikeABrowser } from './harness/translation.ts'

/* A class in one room whose every screen is translated by its browser in each step. A typed scene is in remote-class.test.ts. */

const part = story()
let room: Classroom
let seated: Seated

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: ['Mira', 'Jonas', 'Odile'] })
})
afterAll(() => room?.leave())

/** Every text node of every screen is moved, behind the screen's back. */
async function allAreTranslated(): Promise<void> {
  for (const { page, name } of room.everybody) {
    expect(await translateLikeABrowser(page), name).toBeGreaterThan(5)
  }
}

part('in the lobby and in the plan', async () => {
  const { ines } = room
  await allAreTranslated()
  await ines.plans()
  await ines.onlyISeeIt()
  await allAreTranslated()
  await ines.startsRound()
  const [only] = await seatedRooms(room.people)
  if (only === undefined) throw new Error('nobody sits anywhere')
  seated = only
})

part('while they read', async () => {
  await room.wall.showsStep('briefing')
  await allAreTranslated()
  for (const person of room.people) await person.getsReady()
  await room.ines.roomIsReady(1, 3)
})

part('in the middle of the scene', async () => {
  const { customer, officer, observers } = seated
  await room.ines.next('scene')
  // The count-in changes its number each second.
  await allAreTranslated()
  await room.all('scene')
  await room.ines.looksInto(1)
  const before = await customer.level()
  await allAreTranslated()
  await customer.hotter()
  await customer.seesLevel(before + 1)
  await observers[0]?.seesLevel(before + 1)
  await observers[0]?.marks('helped')
  await observers[0]?.seesMarks(1, 0)
  await observers[0]?.marks('hurt')
  await observers[0]?.seesMarks(1, 1)
  await officer.callsTimeOut()
  await room.all('time-out')
  await allAreTranslated()
  await room.ines.resumes()
  await room.all('scene')
})

part('from stepping out to the end of the class', async () => {
  const { ines, wall } = room
  await ines.next('wrap-up')
  await allAreTranslated()
  for (const step of ['step-out', 'rating', 'debrief', 'done'] as const) {
    await ines.next(step)
    await room.all(step)
    await wall.showsStep(step)
    await allAreTranslated()
  }
  await ines.closesClass()
  await room.all('closed')
  await wall.isOver()
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

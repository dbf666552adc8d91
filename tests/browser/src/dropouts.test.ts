import { joinClass, Browser as SimulatedBrowser } from '@evenkeel/simulant'
import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { troublesOf } from './harness/person.ts'
import { story } from './harness/story.ts'
import { Trainee } from './harness/trainee.ts'

/*
 * Four typed rooms lose their officer at the same time. The instructor, in a real browser, waits in the first, takes the
 * seat in the second, finds the partner another place in the third and ends the fourth. The people are simulants, but for the
 * phone of the second room's officer.
 */

const { console: say, play, wall } = words
const part = story()
const ROOMS = 4
/** The grace of thirty seconds, and what a slow machine adds. */
const LONG = 120_000

let room: Classroom
let phone: Trainee
const devices = new Map<string, SimulatedBrowser>()
const people: Awaited<ReturnType<typeof joinClass>>[] = []

const sitting = (spot: number, seat: 'customer' | 'officer' | 'observer') => {
  const found = people.find(it => it.seat?.room?.spot === spot && it.seat.room.seat === seat)
  if (found === undefined) throw new Error(`nobody is the ${seat} at spot ${spot}`)
  return found
}
/** What only the officer reads. */
const ordersOf = ({ seat }: (typeof people)[number]): string => {
  const [order] = seat?.room?.officer?.postOrders ?? []
  if (order === undefined) throw new Error('the officer has no orders')
  return order
}
const lost = new Map<number, (typeof people)[number]>()

beforeAll(async () => {
  room = await Classroom.open({ place: 'remote', people: [] })
}, LONG)
afterAll(async () => {
  for (const person of people) person.close()
  await room?.leave()
})

part(
  'four rooms of three play',
  async () => {
    const names = Array.from({ length: 3 * ROOMS }, (_, index) => `Person ${index + 1}`)
    for (const name of names) {
      const browser = new SimulatedBrowser(room.base)
      const person = await joinClass(room.base, room.code, name, { browser, reconnectAfter: 5 })
      devices.set(person.person, browser)
      people.push(person)
    }
    await room.ines.counts(names.length)
    await room.ines.plans()
    await room.ines.onlyISeeIt()
    await room.ines.startsRound()
    await Promise.all(people.map(it => it.until(() => it.seat?.room?.phase.name === 'briefing')))
    for (const it of people) if (it.place !== undefined) await it.do('Ready', { place: it.place })
    await Promise.all(people.map(it => it.until(() => it.seat?.room?.phase.name === 'scene')))
    const officer = sitting(2, 'officer')
    phone = await Trainee.arrive(room.browser, 'the officer at spot 2')
    const cookies = devices.get(officer.person)?.cookies ?? ''
    await phone.takesSeat(room.base, officer.classId, officer.seatHandle, cookies)
    await phone.press(play.scene.orders)
    await phone.sees(ordersOf(officer))
    await phone.press(play.bar.close)
  },
  LONG,
)

/** The spots of the tiles, in the order in which they stand. */
const spots = () => room.ines.page.locator('[data-room] h3').allTextContents()
const inOrder = (...wanted: number[]) => wanted.map(spot => say.rooms.spot(spot))
const calls = () => room.ines.page.getByRole('list', { name: say.people.queue }).getByRole('listitem')
const callsFrom = (spot: number) => calls().filter({ hasText: say.people.inRoom(spot) })

part('no tile moves under the pointer, not even when the room that it opened takes the focus', async () => {
  const { ines } = room
  await expect.poll(spots).toEqual(inOrder(1, 2, 3, 4))
  await ines.looksInto(1)
  await ines.room(2).hover()
  await sitting(3, 'customer').do('CallHelp', {})
  await callsFrom(3).waitFor()
  // Time passes on this laptop, more than the order takes to settle.
  const passes = () =>
    ines.page.evaluate(() => {
      const real = Date.now
      Date.now = () => real() + 6_000
    })
  const waited = async () => {
    await passes()
    return (await callsFrom(3).textContent()) ?? ''
  }
  await expect.poll(waited, { timeout: 20_000 }).toMatch(/(?!0:0[0-5])\d:\d\d/)
  await ines.page.getByText(wall.held, { exact: true }).waitFor()
  expect(await spots()).toEqual(inOrder(1, 2, 3, 4))
  await ines.page.mouse.move(2, 2)
  await expect.poll(spots, { timeout: 20_000 }).toEqual(inOrder(3, 1, 2, 4))
})

part('the queue of calls opens the right room, the oldest call first', async () => {
  const { ines } = room
  await sitting(2, 'officer').do('CallHelp', {})
  await callsFrom(2).waitFor()
  expect(await calls().allTextContents()).toEqual([
    expect.stringContaining(say.people.inRoom(3)),
    expect.stringContaining(say.people.inRoom(2)),
  ])
  for (const spot of [3, 2]) {
    await calls().first().getByRole('button', { name: say.rooms.open, exact: true }).click()
    await ines.page.getByRole('heading', { name: new RegExp(`^${say.rooms.spot(spot)}: `) }).waitFor()
    await callsFrom(spot).getByRole('button', { name: say.people.helped, exact: true }).click()
    await callsFrom(spot).waitFor({ state: 'hidden' })
  }
  await ines.looksAway()
})

part(
  'all four officers drop out: each room stands, and the wall says so',
  async () => {
    for (let spot = 1; spot <= ROOMS; spot++) {
      const officer = sitting(spot, 'officer')
      lost.set(spot, officer)
      officer.drop()
    }
    await phone.sleep()
    for (let spot = 1; spot <= ROOMS; spot++) {
      await sitting(spot, 'customer').until(it => it.seat?.room?.phase.held === true)
      await room.ines.room(spot).getByText(wall.reasons.away(null)).waitFor({ timeout: LONG })
    }
    await room.ines.sees(wall.needs(ROOMS))
  },
  LONG,
)

part('one end: the instructor waits, and nothing else happens', async () => {
  await room.ines.looksInto(1)
  await room.ines.press(wall.dropout.wait)
  await room.ines.sees(wall.dropout.waiting)
  expect(sitting(1, 'customer').seat?.room?.phase.held).toBe(true)
  // It ends with the return.
  lost.get(1)?.reconnect()
  await sitting(1, 'customer').until(it => it.seat?.room?.phase.held === undefined)
  await room.ines.page.getByText(wall.dropout.waiting, { exact: true }).waitFor({ state: 'hidden' })
  await room.ines.press(say.rooms.close)
})

part('another: the instructor takes the seat, and the scene goes on', async () => {
  await room.ines.looksInto(2)
  await room.ines.press(wall.dropout.takeMyself(words.roles.officer))
  await sitting(2, 'customer').until(it => it.seat?.room?.phase.held === undefined)
  const officer = sitting(2, 'customer').seat?.room?.seats.officer
  expect(officer).not.toBe(lost.get(2)?.person)
  await room.ines.press(say.rooms.close)
})

part(
  '[D11] who comes back to a seat that was taken reads what they do now, and no more of its brief',
  async () => {
    const before = lost.get(2)
    if (before === undefined) throw new Error('nobody was lost at spot 2')
    const orders = ordersOf(before)
    await phone.wake()
    await phone.isBack()
    await phone.sees(play.scene.playsNow('Ines', 'officer'))
    await phone.button(play.scene.orders).waitFor({ state: 'hidden' })
    expect(await phone.page.content()).not.toContain(orders)
  },
)

part('another: the partner finds another place', async () => {
  const partner = sitting(3, 'customer')
  await room.ines.looksInto(3)
  await room.ines.press(wall.dropout.move('Person '.concat(String(people.indexOf(partner) + 1))))
  await partner.until(it => it.seat?.room?.spot !== 3)
  await room.ines.press(say.rooms.close)
})

part('the last: the scene ends, and nobody is said to have stopped', async () => {
  const partner = sitting(4, 'customer')
  await room.ines.looksInto(4)
  await room.ines.press(wall.dropout.end)
  await room.ines.press(wall.dropout.reallyEnd)
  await partner.until(it => it.seat?.room?.phase.name === 'stopped')
  await room.ines.roomShows(4, say.phases.stopped ?? '')
  expect(await room.ines.room(4).getByText(wall.reasons.stop()).count()).toBe(0)
})

part('no page did what it may not', async () => {
  expect([...room.troubles(), ...troublesOf([phone])]).toEqual([])
})

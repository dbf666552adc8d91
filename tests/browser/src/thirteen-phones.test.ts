import { Seeded } from '@evenkeel/simulant'
import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { story } from './harness/story.ts'
import { inRoom, type Seated, seatedRooms, type Trainee } from './harness/trainee.ts'

const SEED = Number(process.env.PHONES_SEED ?? 13)
const NAMES = 'Mira Jonas Odile Fatou Malik Cleo Dana Emre Finn Gita Hugo Ilya Jule'.split(' ')

const part = story()
const chance = new Seeded(SEED)
let room: Classroom
let rooms: readonly Seated[] = []

/** What was tapped on each phone, whatever happened to the phone afterwards. */
const tapped = new Map<Trainee, { helped: number; hurt: number }>()
const levels = new Map<Trainee, number>()
const asleep = new Set<Trainee>()

beforeAll(async () => {
  console.log(`seed ${SEED}`)
  room = await Classroom.open({ place: 'same-room', people: NAMES })
}, 120_000)
afterAll(() => room?.leave())

async function falls(phone: Trainee): Promise<void> {
  asleep.add(phone)
  await phone.sleep()
}

async function wakes(phone: Trainee): Promise<void> {
  asleep.delete(phone)
  await phone.wake()
}

/** Something that happens to phones: it sleeps, it wakes, its page is loaded again, or nothing. */
async function somethingHappens(phone: Trainee): Promise<void> {
  if (asleep.has(phone)) {
    if (chance.maybe(0.5)) await wakes(phone)
    return
  }
  const sleeps = chance.maybe(0.25)
  if (sleeps) await falls(phone)
  const reloads = !sleeps && chance.maybe(0.25)
  if (!reloads) return
  await phone.page.reload()
  // Taps are kept by a page that knows its scene: one that the dying server never answered has no buttons yet.
  await phone.at('scene')
}

/** What its seat has to do in a scene; taps are kept by a phone that has no network. */
async function taps({ customer, observers }: Seated): Promise<void> {
  for (const observer of observers) {
    const how = chance.maybe(0.5) ? 'helped' : 'hurt'
    await observer.marks(how)
    const so = tapped.get(observer) ?? { helped: 0, hurt: 0 }
    tapped.set(observer, { ...so, [how]: so[how] + 1 })
  }
  const now = levels.get(customer) ?? (await customer.level())
  const hotter = now < 7 && (now === 1 || chance.maybe(0.5))
  await (hotter ? customer.hotter() : customer.cooler())
  levels.set(customer, now + (hotter ? 1 : -1))
}

part('thirteen people are seated, each in one seat', async () => {
  await room.ines.plans()
  await room.ines.onlyISeeIt()
  await room.ines.startsRound()
  rooms = await seatedRooms(room.people)
  expect(rooms.flatMap(inRoom)).toHaveLength(13)
  expect(rooms.length).toBeGreaterThan(3)
  await room.ines.next('scene')
  await room.all('scene')
})

part(
  'phones sleep, wake and are loaded again, and the server dies once, while everybody taps',
  async () => {
    for (let wave = 0; wave < 4; wave += 1) {
      for (const phone of room.people) await somethingHappens(phone)
      if (wave === 2) {
        for (const { watch } of room.everybody) watch.networkGoes()
        await room.server.kill()
      }
      for (const seated of rooms) await taps(seated)
      if (wave === 2) await room.server.start()
    }
    for (const phone of asleep) await wakes(phone)
  },
  120_000,
)

part('every tap is there once, on the phone and on the console', async () => {
  for (const phone of room.people) await phone.hasSentEverything()
  await room.ines.isBack()
  for (const [phone, { helped, hurt }] of tapped) await phone.seesMarks(helped, hurt)
  for (const [phone, level] of levels) await phone.seesLevel(level)
  for (const [index, { customer, observers }] of rooms.entries()) {
    const sum = (how: 'helped' | 'hurt') =>
      observers.reduce((all, each) => all + (tapped.get(each)?.[how] ?? 0), 0)
    await room.ines.roomIsMarked(index + 1, sum('helped'), sum('hurt'))
    await room.ines.roomIsAt(index + 1, levels.get(customer) ?? 0)
  }
})

part('nobody has lost their seat', async () => {
  await room.ines.next('wrap-up')
  for (const phone of room.people) {
    if (chance.maybe(0.3)) await phone.page.reload()
  }
  await room.ines.next('step-out')
  await room.all('step-out')
  for (const [index, seated] of rooms.entries()) {
    for (const phone of inRoom(seated)) {
      expect(await phone.spot(), phone.name).toBe(index + 1)
      await phone.readsAsName()
    }
  }
  await room.ines.next('rating')
  await room.ines.next('debrief')
  await room.all('debrief')
  for (const { customer, officer, observers } of rooms) {
    const marks = observers.reduce((all, each) => {
      const { helped, hurt } = tapped.get(each) ?? { helped: 0, hurt: 0 }
      return all + helped + hurt
    }, 0)
    for (const phone of [customer, officer, ...observers]) {
      const shown = phone.page.getByText(words.play.debrief.by)
      if (marks > 0) await shown.nth(marks - 1).waitFor()
      expect(await shown.count(), phone.name).toBe(marks)
    }
  }
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { Classroom } from './harness/classroom.ts'
import { Keyboard } from './harness/keyboard.ts'
import { story } from './harness/story.ts'
import { type Seated, seatedRooms, Trainee } from './harness/trainee.ts'

/* An instructor without a mouse plans, pairs anew, runs a round and takes a seat in it. */

const { console: say } = words
const part = story()
const OWN = 'Noon at our own desk'
let room: Classroom
let keys: Keyboard
let chosen: string[] = []
let seated: readonly Seated[] = []
let own: Trainee

beforeAll(async () => {
  room = await Classroom.open({ place: 'same-room', people: ['Mira', 'Jonas', 'Odile', 'Fatou'] })
  keys = new Keyboard(room.ines)
})
afterAll(() => room?.leave())

const press = (name: string) => keys.press(room.ines.button(name))
const box = (name: string | RegExp) => room.ines.page.getByRole('checkbox', { name })

const planned = () => room.ines.planned()
const untilPlanned = (before: readonly string[]) =>
  expect.poll(planned, { timeout: 20_000 }).not.toEqual(before)

/** A copy of the first card of the playbook under another name, as if a colleague had saved it just now. */
const savesCard = (page: Page) =>
  page.evaluate(async title => {
    const get = async (path: string) => (await fetch(path)).json()
    const { cards } = await get('/api/cards')
    const { card, row } = await get(`/api/cards/${cards[0].hash}`)
    const saved = await fetch('/api/cards', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ card: { ...card, id: 'noon-at-our-own-desk', title }, copiedFrom: row.hash }),
    })
    return saved.status
  }, OWN)

part(
  'a round with a focus and two cards that are chosen, one of them saved since the class opened',
  async () => {
    const { ines } = room
    expect(await savesCard(ines.page)).toBe(201)
    await press(say.curtain.no)
    await keys.press(ines.page.locator('summary', { hasText: say.plan.other }))
    await keys.press(box(new RegExp(OWN)), 'Space')
    const other = box(new RegExp(`^(?!Noon).*(${Object.values(say.plan.levels).join('|')})`)).first()
    const title = (await other.locator('xpath=ancestor::label').locator('bdi').textContent()) ?? ''
    await keys.press(other, 'Space')
    chosen = [OWN, title]
    const focus = ines.page.getByRole('group', { name: say.plan.focus }).getByRole('checkbox').last()
    const item = (await focus.locator('xpath=ancestor::label').textContent()) ?? ''
    await keys.press(focus, 'Space')
    await press(say.plan.planThus)
    await ines.button(say.plan.start).waitFor()
    await ines.page.getByText(item, { exact: true }).first().waitFor()
    const rows = await planned()
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(chosen.some(card => row.endsWith(card))).toBe(true)
    const table = await ines.page.getByRole('table', { name: say.plan.title }).textContent()
    expect(table).toMatch(new RegExp(`${say.plan.why.chosen}|${say.plan.why.unseen}`))
  },
)

part('two people change places, and the move is taken back with a key', async () => {
  const { ines } = room
  const before = await planned()
  const [first = ''] = before
  const [customer = ''] = first.split(', ')
  const swaps = async () => {
    await press(say.seats.moveName(customer))
    await keys.pick(ines.page.getByLabel(say.seats.where, { exact: true }), say.rooms.spot(2))
    await keys.choose(ines.page.getByRole('radio', { name: new RegExp(`^${words.roles.officer}`) }))
    await press(say.seats.swap)
    await untilPlanned(before)
  }
  await swaps()
  const swapped = await planned()
  expect(swapped[1]).toContain(`, ${customer}, `)
  await ines.button(say.plan.takeBack).and(ines.page.locator(':not([aria-disabled])')).waitFor()
  await keys.key('u')
  await expect.poll(planned, { timeout: 20_000 }).toEqual(before)
  await swaps()
  expect(await planned()).toEqual(swapped)
})

part('the round starts as it was planned', async () => {
  const rows = await planned()
  await press(say.plan.start)
  seated = await seatedRooms(room.people)
  for (const [index, { customer, officer }] of seated.entries()) {
    expect(rows[index]).toMatch(new RegExp(`^${customer.name}, ${officer.name}, `))
  }
  await press(say.next.scene ?? '')
  await room.all('scene')
})

part('two keys go from room to room, and Escape leaves', async () => {
  const { ines } = room
  const opened = (spot: number) =>
    ines.page.getByRole('heading', { name: new RegExp(`^${say.rooms.spot(spot)}: `) })
  for (const [key, spot] of [
    ['j', 1],
    ['j', 2],
    ['k', 1],
  ] as const) {
    await keys.key(key)
    await opened(spot).waitFor()
  }
  await keys.key('Escape')
  await opened(1).waitFor({ state: 'detached' })
})

part('the instructor takes a seat beside a pair, and their own page has it', async () => {
  const { ines } = room
  await press(ines.name)
  await keys.pick(ines.page.getByLabel(say.seats.where, { exact: true }), say.rooms.spot(1))
  await keys.choose(ines.page.getByRole('radio', { name: words.roles.observer }))
  await press(say.seats.move)
  const opened = ines.context.waitForEvent('page')
  await keys.press(ines.find('link', say.people.ownSeat(1)))
  own = new Trainee(ines.name, ines.context, ines.watch, await opened)
  await own.at('scene')
  await own.marks('helped')
  await own.seesMarks(1, 0)
  await ines.roomIsMarked(1, 1, 0)
})

part('and it follows them to the debrief, and says so when they give the seat up', async () => {
  for (const step of ['wrap-up', 'step-out', 'rating', 'debrief'] as const) await press(say.next[step] ?? '')
  await own.at('debrief')
  await own.page.reload()
  await own.at('debrief')
  await press(say.next.done ?? '')
  await own.at('done')
  await press(say.plan.make)
  await press(say.plan.start)
  await own.heading(words.play.noSeat)
})

part('no page did anything that it may not', async () => {
  expect(room.troubles()).toEqual([])
})

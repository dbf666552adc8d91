import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type BulkAction, doInAll, roomsFor } from './bulk.ts'
import * as made from './made-up-views.ts'
import { planPrint, stepBack, stepOf } from './moves-back.ts'
import { type Place, plannedPlaces, seatChoices, withoutSeat } from './places.ts'
import { notYetPlayed } from './roles-played.ts'
import { roomBeside } from './room-order.ts'
import { toldApart } from './told-apart.ts'
import { cardsToChoose } from './use-playbook.ts'
import { needsOf, orderOf } from './wall/shown-rooms.ts'
import { stopsTheStart, warningText } from './warning-text.ts'
import { WarningsList } from './warnings-list.tsx'

const seats = { customer: 'p2', officer: null, observers: ['p4'] }

test('A seat that somebody holds is a swap, an empty one a move, and one’s own neither', () => {
  expect(seatChoices({ seats }, 'p4')).toEqual([
    { seat: 'customer', held: 'p2', own: false },
    { seat: 'officer', held: null, own: false },
    { seat: 'observer', held: null, own: true },
  ])
  expect(withoutSeat([{ spot: 1, seats }], ['p2', 'p3', 'p4'])).toEqual(['p3'])
  const { plan } = made.planned(6)
  expect(plan && plannedPlaces(plan).map(({ spot }) => spot)).toEqual([1, 2, 3])
})

test('Every warning is a sentence with names in it and no id', () => {
  const nameOf = () => 'Ada'
  for (const warning of made.warned().warnings) {
    const text = warningText(warning, nameOf, () => 'The tenth bag')
    expect(text).toMatch(/\.$/)
    expect(text).not.toMatch(/\bp\d|\bh\d|undefined/)
  }
  const markup = renderToStaticMarkup(
    createElement(WarningsList, {
      warnings: made.warned().warnings,
      deck: [],
      nameOf,
      title: 'Others',
      starts: true,
    }),
  )
  expect(made.warned().warnings.filter(stopsTheStart)).toHaveLength(3)
  expect(markup).toContain('Others (8)')
})

test('The next room and the one before go by the list, around its ends', () => {
  const view = made.running(6)
  const order = orderOf(view.rooms, needsOf(view, made.wallOf(view), made.NOON))
  expect(order).toEqual(['r1-1', 'r1-2', 'r1-3'])
  expect(roomBeside(order, null, 1)).toBe('r1-1')
  expect(roomBeside(order, 'r1-3', 1)).toBe('r1-1')
  expect(roomBeside(order, 'r1-1', -1)).toBe('r1-3')
  expect(roomBeside([], 'r1-1', 1)).toBeNull()
})

test('Of two people with one name the later one gets a number, whoever has left', () => {
  const { people } = made.lobby(4)
  const names = { p1: 'Ines', p2: 'Kim', p3: 'kim', p4: 'Kim', p5: 'Lena' }
  expect(toldApart(names, people)).toEqual({ ...names, p3: 'kim (2)', p4: 'Kim (3)' })
  const left = people.p3 && { ...people, p3: { ...people.p3, standing: 'removed' as const } }
  expect(left && toldApart(names, left)).toEqual({ ...names, p4: 'Kim (2)' })
})

test('Who has not yet played which role, of those who are here', () => {
  const { people } = made.lobby(2)
  expect(notYetPlayed(people)).toEqual([
    { role: 'customer', people: ['p2', 'p3'] },
    { role: 'observer', people: ['p2', 'p3'] },
  ])
})

test('An action for all rooms reaches those in which it can be done', async () => {
  const rooms = Object.entries(made.running(6).rooms)
  const given: string[] = []
  const act = async (type: string, data: object) => {
    given.push(`${type} ${JSON.stringify(data)}`)
    return { id: 'x', ok: true as const, seq: 1 }
  }
  // The second room was stopped.
  expect(await doInAll('one-more', rooms, act)).toBe(2)
  expect(given).toHaveLength(2)
  const none: readonly BulkAction[] = ['go-on']
  for (const action of none) expect(roomsFor(action, rooms)).toEqual([])
  for (const action of ['two-more', 'time-out', 'twist-1', 'twist-2', 'wrap-up', 'end'] as const) {
    expect(await doInAll(action, rooms, act)).toBe(2)
  }
})

const triads: readonly Place[] = [
  { spot: 1, seats: { customer: 'p2', officer: 'p3', observers: ['p4'] } },
  { spot: 2, seats: { customer: 'p5', officer: null, observers: [] } },
]

test('a move is taken back to the room and seat where the person was', () => {
  const free = { place: triads[1] ?? null, seat: 'officer' as const, held: null, partner: null }
  expect(stepOf('p4', free)).toEqual({
    type: 'MoveInPlan',
    data: { person: 'p4', seat: 'officer', beside: 'p5' },
  })
  expect(stepBack('p4', free, triads)).toEqual({
    type: 'MoveInPlan',
    data: { person: 'p4', seat: 'observer', beside: 'p2' },
  })
  const swap = { ...free, held: 'p5' }
  expect(stepBack('p4', swap, triads)).toEqual(stepOf('p4', swap))
  // Whoever was alone in a room gets one of their own again; whoever had no seat can't be brought back to none.
  const away = { place: triads[0] ?? null, seat: 'observer' as const, held: null, partner: null }
  expect(stepBack('p5', away, triads)).toEqual({
    type: 'MoveInPlan',
    data: { person: 'p5', seat: 'customer' },
  })
  expect(stepBack('p9', free, triads)).toBeUndefined()
})

test('two plans are one whatever the reasons and the order of observers', () => {
  const [first] = made.planned(6).plan?.rooms ?? []
  if (first === undefined) throw new Error('there is no room')
  const plan = (room: typeof first) => ({ kind: 'pairing' as const, pairing: 1, focus: [], rooms: [room] })
  const seats = { ...first.seats, observers: ['p8', 'p7'] }
  const other = { ...seats, observers: ['p7', 'p8'] }
  expect(planPrint(plan({ ...first, seats, why: 'chosen' }))).toBe(
    planPrint(plan({ ...first, seats: other })),
  )
  expect(planPrint(plan({ ...first, card: 'other' }))).not.toBe(planPrint(plan(first)))
})

test('a card that was saved since is offered, and a version that is no longer offered only where it is kept', () => {
  const { deck } = made.lobby(6)
  const [old, ...rest] = deck
  if (old === undefined) throw new Error('there is no card')
  expect(cardsToChoose(deck, [])).toEqual(deck)
  const fresh = { hash: 'f'.repeat(64), id: old.id, title: 'Newer', difficulty: 1 as const }
  const offered = [fresh, ...rest]
  expect(cardsToChoose(deck, offered)).toEqual(offered)
  expect(cardsToChoose(deck, offered, old.hash)).toEqual([old, ...offered])
})

import { describe, expect, test } from 'vitest'
import { pastOf } from '../decide/plan.ts'
import { openClass } from '../testing/play-class.ts'
import { classInvariants } from './class-invariants.ts'
import { must } from './must.ts'
import { seatsOf } from './room-invariants.ts'
import { holdsFor, type Property } from './smaller.ts'

/** What held before the histories found that it did not. A seed that fails goes here with its steps and what it found. */
const everyInvariant: Property = ({ turns }) => {
  for (const { after } of turns) classInvariants(after)
}

const nobodyPlannedTwice: Property = ({ turns }) => {
  for (const { event } of turns) {
    if (event.type !== 'RoundPlanned') continue
    const seated = event.data.plan.rooms.flatMap(({ seats }) => seatsOf({ seats }))
    must(new Set(seated).size === seated.length, `planned twice: ${seated}`)
  }
}

const FAILED_ONCE: readonly { readonly seed: number; readonly found: string; readonly property: Property }[] =
  [
    { seed: 10, found: 'a plan that seats somebody twice', property: nobodyPlannedTwice },
    { seed: 16, found: 'a plan that seats somebody twice', property: nobodyPlannedTwice },
    { seed: 79_984_569, found: 'times beyond what a number can hold', property: everyInvariant },
    { seed: 1_234_339_465, found: 'times beyond what a number can hold', property: everyInvariant },
  ]

describe('seeds that failed once', () => {
  test.each(FAILED_ONCE)('seed $seed: $found', ({ seed, property }) => {
    holdsFor(property, seed)
  })
})

// The weights of the generator change and with them what a seed plays, so what a seed found is also told step by step.
test('[P1] whoever played a retake and was then seated in another room sits once in the next plan', () => {
  const played = openClass(5, { settings: { groupSize: 2 } })
  const [triad, pair] = [...played.startRound()].sort(
    (a, b) => b.seats.observers.length - a.seats.observers.length,
  )
  if (triad === undefined || pair === undefined) throw new Error('five people make two rooms')
  const { officer, customer } = played.seats(triad.id)
  played.takeTo('debrief', triad.id)
  played.mustAct(customer, 'StartRetake', { offset: 0, swapped: false }, triad.id)
  played.mustAct(customer, 'EndRetake', {}, triad.id)
  played.must('p1', 'SeatPerson', { person: officer, room: pair.id, seat: 'observer' })

  const past = pastOf(played.state).flatMap(({ rooms }) =>
    rooms.flatMap(room => [room.customer, room.officer, ...room.observers].filter(person => person !== '')),
  )
  expect(past).toEqual([...new Set(past)])
  played.must('p1', 'PlanRound', {})
  const planned = (played.state.plan?.rooms ?? []).flatMap(({ seats }) => [
    seats.customer,
    seats.officer,
    ...seats.observers,
  ])
  expect(planned.toSorted()).toEqual(['p2', 'p3', 'p4', 'p5', 'p6'])
})

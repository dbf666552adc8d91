import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stamp } from '../decide/settle.ts'
import { decide } from '../decide.ts'
import type { ClassEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { trainees } from '../find.ts'
import { fold, unopened } from '../fold.ts'
import { canariesIn } from './canaries.ts'
import { classInvariants, neverBack } from './class-invariants.ts'
import type { History } from './history.ts'
import { must, mustBeFinite } from './must.ts'
import { seatsOf } from './room-invariants.ts'
import { holdsFor, type Property } from './smaller.ts'
import { fuzzRuns, fuzzSeed } from './surroundings.ts'

const RUNS = fuzzRuns(60)

/** Checks a property on histories of random seeds. A failing one is printed with its seed and its fewest steps. */
function check(property: Property, numRuns = RUNS): void {
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 })
  fc.assert(
    fc.property(seeds, seed => holdsFor(property, seed)),
    { seed: fuzzSeed(), numRuns, endOnFailure: true },
  )
}

describe('decide and evolve, over whole histories', () => {
  // Commands, states and events are frozen all the way down while they are played, so a write into one throws too.
  test('[X] are total and deterministic: the same commands give equal events and an equal class', () => {
    check(({ commands, end }) => {
      let state = unopened('class-1')
      let working = state
      let number = 0
      for (const { command, decision, batch, lost } of commands) {
        if (batch !== number) working = state
        number = batch
        const again = decide(command, working)
        must(JSON.stringify(again) === JSON.stringify(decision), `${command.id} was decided otherwise`)
        for (const happening of again.ok ? again.events : []) {
          working = evolve(working, stamp(working, happening, command))
        }
        if (!lost) state = working
      }
      must(JSON.stringify(state) === JSON.stringify(end), 'another class came of it')
    })
  })

  test('[J] events that went through JSON give the same class', () => {
    check(({ events, end }) => {
      const stored: readonly ClassEvent[] = JSON.parse(JSON.stringify(events))
      must(JSON.stringify(stored) === JSON.stringify(events), 'JSON changed an event')
      must(
        JSON.stringify(fold(unopened('class-1'), stored)) === JSON.stringify(end),
        'another class came of it',
      )
      for (const event of events) mustBeFinite(event.data, `${event.type} ${event.seq}`)
    })
  })

  test('leave earlier states as they were, although lists that grow share their items', () => {
    check(({ turns }) => {
      const kept = turns
        .filter((_, index) => index % 7 === 0)
        .map(({ after }) => [after, JSON.stringify(after)] as const)
      // Another future from each of them: what one branch says the other must not hear.
      for (const [state] of kept) {
        for (const { event } of turns) {
          if (event.seq > state.seq + 3) break
          if (event.seq > state.seq) evolve(state, event)
        }
      }
      for (const [state, before] of kept) must(JSON.stringify(state) === before, `state ${state.seq} changed`)
    })
  })

  test('evolve is total also for events that it never should get: some lost, some twice', () => {
    check(
      ({ events }) => {
        for (const leftOut of [2, 3, 5]) {
          fold(
            unopened('class-1'),
            events.filter(event => event.seq % leftOut !== 0 || event.seq < 6),
          )
        }
        fold(
          unopened('class-1'),
          events.flatMap(event => [event, event]),
        )
      },
      Math.ceil(RUNS / 3),
    )
  })

  test('[R] seq has no gap, time never goes back, and every invariant holds after every event', () => {
    check(({ turns }) => {
      for (const { before, after } of turns) {
        neverBack(before, after)
        classInvariants(after)
      }
    })
  })

  test('[P1] every plan gives everybody who is present exactly one seat', () => {
    check(planned)
  })

  test('a refusal speaks to the person in one sentence and tells nobody’s secret', () => {
    check(({ commands }) => {
      for (const { command, decision } of commands) {
        if (decision.ok) continue
        must(decision.say.length > 0 && decision.say.length < 200, `${command.id} says "${decision.say}"`)
        must(canariesIn(decision.say).size === 0, `${command.id} says "${decision.say}"`)
      }
    })
  })
})

/** What an instructor arranges step by step may be incomplete in between (R21), and is not started then (R1). */
function planned({ turns, commands }: History): void {
  const steps = new Set([
    'MoveInPlan',
    'SwapInPlan',
    'SetAside',
    'RemovePerson',
    'ChangePlannedCard',
    'MergePeople',
  ])
  const bySteps = new Set(
    commands.flatMap(({ command: { id, actor, type } }) => (steps.has(type) ? [`${actor} ${id}`] : [])),
  )
  for (const { event, before } of turns) {
    if (event.type === 'RoundStarted') {
      const players = event.data.rooms.flatMap(({ seats }) => [seats.customer, seats.officer])
      must(!players.includes(null), 'a round started with an empty seat')
    }
    if (event.type !== 'RoundPlanned') continue
    const seated = event.data.plan.rooms.flatMap(room => seatsOf(room))
    const present = trainees(before).map(person => person.id)
    must(new Set(seated).size === seated.length, `planned twice: ${seated}`)
    if (bySteps.has(`${event.actor} ${event.commandId}`)) continue
    must(
      present.every(person => seated.includes(person)),
      `planned ${seated}, present ${present}`,
    )
  }
}

test('a property that does not hold is reported with its seed and a short history', () => {
  const nobodySpeaks: Property = ({ events }) => {
    must(!events.some(event => event.type === 'RoundStarted'), 'a round was started')
  }
  const said = () => holdsFor(nobodySpeaks, 7)
  expect(said).toThrow(/^seed 7, steps \[[\d, ]+\]: a round was started\n/)
  expect(said).toThrow(/StartRound/)
})

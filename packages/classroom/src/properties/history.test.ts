import { expect, test } from 'vitest'
import { EVENT_VERSIONS } from '../event.ts'
import { everyPhase } from './every-phase.ts'
import { playHistory } from './history.ts'
import { fuzzSeed, print } from './surroundings.ts'

/** What the histories have to reach, so that the properties on them mean something. */
const LOOKED_AT = 40

test('the histories reach every kind of event, every phase at every pace and in every medium', () => {
  const events = new Map<string, number>()
  const phases = new Set<string>()
  let carriedOut = 0
  let given = 0
  let rounds = 0
  for (let index = 0; index < LOOKED_AT; index++) {
    const history = playHistory(fuzzSeed() + index)
    given += history.commands.length
    carriedOut += history.commands.filter(({ decision }) => decision.ok).length
    rounds += history.end.pastRounds.length
    for (const { event, after } of history.turns) {
      events.set(event.type, (events.get(event.type) ?? 0) + 1)
      const { medium, pace } = after.settings
      for (const { phase } of after.round?.rooms ?? []) phases.add(`${medium} ${pace} ${phase.name}`)
    }
  }
  const share = Math.round((100 * carriedOut) / given)
  print(`${LOOKED_AT} histories: ${given} commands, ${share} of 100 carried out, ${rounds} whole rounds`)
  print(
    [...events]
      .sort(([, a], [, b]) => b - a)
      .map(([type, count]) => `${type} ${count}`)
      .join(', '),
  )

  const expected = Object.keys(EVENT_VERSIONS)
  expect(expected.filter(type => (events.get(type) ?? 0) < 3)).toEqual([])
  const ways = ['typed class', 'typed room', 'spoken class', 'spoken room']
  expect(
    ways.flatMap(way => everyPhase.map(phase => `${way} ${phase}`)).filter(way => !phases.has(way)),
  ).toEqual([])
  expect(share).toBeGreaterThan(70)
})

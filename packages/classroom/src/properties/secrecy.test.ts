import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { View } from '../view/view.ts'
import type { ViewEvent } from '../view/view-event.ts'
import { viewerKey } from '../view/viewer.ts'
import { canariesIn } from './canaries.ts'
import { must } from './must.ts'
import { playToScreens } from './screens.ts'
import { SeatingChart } from './seating-chart.ts'
import { holdsFor, type Property } from './smaller.ts'
import { fuzzRuns, fuzzSeed } from './surroundings.ts'
import { type Sight, sightOf } from './visibility-table.ts'

const RUNS = fuzzRuns(40)

describe('[V] what a screen holds, judged by the table and not by the code that makes views', () => {
  test('exactly the texts, marks, ratings and temperatures that its viewer may see now, and nothing old', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), seed => holdsFor(nothingElse, seed)),
      { seed: fuzzSeed(), numRuns: RUNS, endOnFailure: true },
    )
  })
})

/**
 * After each event: no view event has a canary, a mark, a rating, a temperature or a person in it that its viewer may not
 * see, and each folded screen has exactly those that its viewer may.
 */
export const nothingElse: Property = ({ turns }) => {
  const chart = new SeatingChart()
  const found = new WeakMap<object, Found>()
  for (const { turn, sent, screens } of playToScreens(turns)) {
    chart.add(turn.event)
    for (const { viewers, events } of sent) {
      const json = JSON.stringify(events)
      for (const viewer of viewers) {
        const what = `event ${turn.event.seq} ${turn.event.type} to ${viewerKey(viewer)}`
        noMoreThan(json, sightOf(viewer, chart), viewer.kind, what)
        for (const event of events) phaseTellsNobody(event, viewer.kind, what)
      }
    }
    for (const [key, screen] of screens) {
      const sight = sightOf(screen.viewer, chart)
      const what = `after ${turn.event.seq} ${turn.event.type} the screen of ${key}`
      const known = found.get(screen) ?? findIn(screen.view)
      found.set(screen, known)
      exactly(known.words, sight.words, `${what} has the words`)
      exactly(known.moments, sight.moments, `${what} has the moments`)
      exactly(known.ratings, sight.ratings, `${what} has the ratings`)
      must(known.room === sight.room, `${what} shows ${known.room} and not ${sight.room}`)
      if (sight.room === null || sight.seat === 'projector')
        must(!/"level":/.test(known.json) || sight.temperature, what)
      else must(known.temperature === sight.temperature, `${what}: temperature ${known.temperature}`)
      noMoreThan(known.json, sight, screen.viewer.kind, what)
    }
  }
}

interface Found {
  readonly json: string
  readonly words: ReadonlySet<string>
  readonly room: string | null
  readonly temperature: boolean
  readonly moments: ReadonlySet<string>
  readonly ratings: ReadonlySet<string>
}

function findIn(view: View): Found {
  const json = JSON.stringify(view)
  const words = canariesIn(json)
  const empty = {
    json,
    words,
    room: null,
    temperature: false,
    moments: new Set<string>(),
    ratings: new Set<string>(),
  }
  if (view.kind === 'console') return empty
  const shown = view.kind === 'projector' ? view.debrief : view.room
  if (shown === null) return empty
  const scenes = shown.scenes
  return {
    json,
    words,
    room: scenes[0]?.id.replace(/\.1$/, '') ?? null,
    temperature: scenes.every(scene => scene.curve !== null),
    moments: new Set(scenes.flatMap(scene => scene.moments.map(moment => `${scene.id}/${moment.id}`))),
    ratings: new Set('ratings' in shown ? shown.ratings.map(rating => `${rating.by} ${rating.as}`) : []),
  }
}

function noMoreThan(json: string, sight: Sight, kind: string, what: string): void {
  for (const token of canariesIn(json))
    must(sight.words.has(token), `${what} has ${token}: ${around(json, token)}`)
  if (!sight.temperature) must(!json.includes('"level":'), `${what} has a temperature`)
  if (sight.ratings.size === 0) must(!json.includes('"scores":'), `${what} has a rating`)
  if (sight.moments.size === 0) must(!json.includes('"mark":'), `${what} has a moment`)
  must(kind === 'console' || !json.includes('stoppedBy'), `${what} tells who stopped`)
  must(
    !/"calledBy"|"among"|"sharing":\[|"consents":\[/.test(json) || kind === 'console',
    `${what} has inner fields`,
  )
  for (const [, person = ''] of json.matchAll(/"(p[1-9]\d*)"/g)) {
    must(sight.people === undefined || sight.people.has(person), `${what} has ${person}`)
  }
}

/** Who stopped a scene or called a time-out is not in a phase, but for the console's own field. */
function phaseTellsNobody(event: ViewEvent, kind: string, what: string): void {
  const json = JSON.stringify(event)
  for (const [phase] of json.matchAll(/"phase":\{[^}]*\}/g))
    must(!phase.includes('"by"'), `${what}: ${phase}`)
  if (event.op === 'put' && event.path.at(-1) === 'phase') {
    must(!json.includes('"by"') && !/"p\d+"/.test(JSON.stringify(event.value)), `${what} (${kind}): ${json}`)
  }
}

function exactly(has: ReadonlySet<string>, may: ReadonlySet<string>, what: string): void {
  for (const token of may) must(has.has(token), `${what} but lacks ${token}`)
  must(has.size === may.size, `${what} ${[...has].filter(token => !may.has(token)).join(' ')} and may not`)
}

const around = (json: string, token: string): string => {
  const at = json.indexOf(token)
  return json.slice(Math.max(0, at - 120), at + 60)
}

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

const RUNS = fuzzRuns(25)

describe('[V] what a screen holds, judged by the table and not by the code that makes views', () => {
  test('exactly the texts, marks, ratings and temperatures that its viewer may see now, and nothing old', () => {
    check(nothingElse)
  })

  test('a new seat or room, the reveal and removal bring a whole view, so that the old one is dropped', () => {
    check(dropsTheOld)
  })
})

function check(property: Property): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), seed => holdsFor(property, seed)),
    { seed: fuzzSeed(), numRuns: RUNS, endOnFailure: true },
  )
}

/**
 * Whenever the seat, the room or the reveal of a person's view changes, or they are removed, they are sent their
 * whole new view and nothing else, so that both sides drop the old one.
 */
const dropsTheOld: Property = ({ turns }) => {
  const chart = new SeatingChart()
  let standings = new Map<string, string>()
  for (const { turn, got } of playToScreens(turns)) {
    chart.add(turn.event)
    const now = new Map(
      turn.after.people.map(({ id }) => [viewerKey({ kind: 'person', person: id }), standingOf(id, chart)]),
    )
    for (const [key, standing] of now) {
      if ((standings.get(key) ?? standing) === standing) continue
      const ops = (got.get(key) ?? []).map(event => event.op)
      must(ops.length === 1 && ops[0] === 'view', `${turn.event.type}: ${key} got ${ops}, now ${standing}`)
    }
    standings = now
  }
}

function standingOf(person: string, chart: SeatingChart): string {
  const place = chart.placeOf(person)
  const room = place && `${place[0]} ${place[1].seats.get(person)} ${place[1].revealed}`
  return `${chart.out.has(person) ? 'out' : 'in'} ${room}`
}

/**
 * After each event: no view event has a canary, a mark, a rating, a temperature or a person in it that its viewer may not
 * see, and each folded screen has exactly those that its viewer may.
 */
const nothingElse: Property = ({ turns }) => {
  const chart = new SeatingChart()
  const found = new WeakMap<object, Found>()
  for (const { turn, sent, screens } of playToScreens(turns)) {
    chart.add(turn.event)
    for (const { viewers, events } of sent) {
      const traces = tracesIn(JSON.stringify(events))
      for (const viewer of viewers) {
        const what = `event ${turn.event.seq} ${turn.event.type} to ${viewerKey(viewer)}`
        noMoreThan(traces, sightOf(viewer, chart), viewer.kind, what)
        for (const event of events) phaseTellsNobody(event, what)
      }
    }
    for (const [key, screen] of screens) {
      const sight = sightOf(screen.viewer, chart)
      const what = `after ${turn.event.seq} ${turn.event.type} the screen of ${key}`
      const known = found.get(screen) ?? findIn(screen.view)
      found.set(screen, known)
      exactly(known.traces.words, sight.words, `${what} has the words`)
      exactly(known.moments, sight.moments, `${what} has the moments`)
      exactly(known.ratings, sight.ratings, `${what} has the ratings`)
      must(known.room === sight.room, `${what} shows ${known.room} and not ${sight.room}`)
      must(known.temperature === sight.temperature, `${what}: temperature ${known.temperature}`)
      noMoreThan(known.traces, sight, screen.viewer.kind, what)
    }
  }
}

/** What can be told from the bytes alone. */
interface Traces {
  readonly json: string
  readonly words: ReadonlySet<string>
  readonly people: readonly string[]
  readonly temperature: boolean
  readonly rating: boolean
  readonly moment: boolean
  /** Fields of the class's own state that no view has. */
  readonly inner: boolean
  readonly stopper: boolean
}

const tracesIn = (json: string): Traces => ({
  json,
  words: canariesIn(json),
  people: [...json.matchAll(/"(p[1-9]\d*)"/g)].map(([, person = '']) => person),
  temperature: json.includes('"level":'),
  rating: json.includes('"scores":'),
  moment: json.includes('"mark":'),
  inner: /"calledBy"|"among"|"sharing":\[|"consents":\[|"took"|"cast"/.test(json),
  stopper: json.includes('"stoppedBy"'),
})

interface Found {
  readonly traces: Traces
  readonly room: string | null
  readonly temperature: boolean
  readonly moments: ReadonlySet<string>
  readonly ratings: ReadonlySet<string>
}

function findIn(view: View): Found {
  const traces = tracesIn(JSON.stringify(view))
  const shown = view.kind === 'console' ? null : view.kind === 'projector' ? view.debrief : view.room
  if (shown === null) {
    return { traces, room: null, temperature: traces.temperature, moments: new Set(), ratings: new Set() }
  }
  const { scenes } = shown
  return {
    traces,
    room: scenes[0]?.id.replace(/\.1$/, '') ?? null,
    temperature: scenes.every(scene => scene.curve !== null),
    moments: new Set(scenes.flatMap(scene => scene.moments.map(moment => `${scene.id}/${moment.id}`))),
    ratings: new Set('ratings' in shown ? shown.ratings.map(rating => `${rating.by} ${rating.as}`) : []),
  }
}

function noMoreThan(traces: Traces, sight: Sight, kind: string, what: string): void {
  for (const token of traces.words) {
    must(sight.words.has(token), `${what} has ${token}: ${around(traces.json, token)}`)
  }
  must(sight.temperature || !traces.temperature, `${what} has a temperature`)
  must(sight.ratings.size > 0 || !traces.rating, `${what} has a rating`)
  must(sight.moments.size > 0 || !traces.moment, `${what} has a moment`)
  must(kind === 'console' || !traces.stopper, `${what} tells who stopped`)
  must(kind === 'console' || !traces.inner, `${what} has inner fields`)
  for (const person of traces.people) {
    must(sight.people === undefined || sight.people.has(person), `${what} has ${person}`)
  }
}

/** Who stopped a scene or called a time-out is in no phase, also not in the console's. */
function phaseTellsNobody(event: ViewEvent, what: string): void {
  const json = JSON.stringify(event)
  for (const [phase] of json.matchAll(/"phase":\{[^}]*\}/g))
    must(!phase.includes('"by"'), `${what}: ${phase}`)
  if (event.op === 'put' && event.path.at(-1) === 'phase') {
    must(!/"by"|"p\d+"/.test(JSON.stringify(event.value)), `${what}: ${json}`)
  }
}

function exactly(has: ReadonlySet<string>, may: ReadonlySet<string>, what: string): void {
  for (const token of may) must(has.has(token), `${what} but lacks ${token}`)
  if (has.size > may.size)
    must(false, `${what} ${[...has].filter(token => !may.has(token)).join(' ')} and may not`)
}

const around = (json: string, token: string): string => {
  const at = json.indexOf(token)
  return json.slice(Math.max(0, at - 120), at + 60)
}

import type { Room } from '@evenkeel/classroom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderDebrief } from './render-debrief.ts'
import { scenesOf } from './scenes-of.ts'
import { scoresOf } from './scores.ts'
import { type Choice, type GeneratedClass, generatedClass } from './testing/generated-class.ts'
import { timelineOf } from './timeline.ts'
import { whatMovedIt } from './what-moved-it.ts'

const choice: fc.Arbitrary<Choice> = fc.record({
  what: fc.nat(1_000),
  who: fc.nat(9),
  which: fc.nat(40),
  wait: fc.oneof(fc.constant(0), fc.nat(4_000), fc.nat(60_000)),
})
const roomsOf = ({ state }: GeneratedClass): readonly Room[] =>
  [...state.pastRounds, ...(state.round === null ? [] : [state.round])].flatMap(round => round.rooms)

const forAnyClass = (hold: (made: GeneratedClass) => void) =>
  fc.assert(
    fc.property(
      fc.constantFrom('spoken', 'typed'),
      fc.array(choice, { minLength: 200, maxLength: 400, size: 'max' }),
      (medium, choices) => hold(generatedClass(medium, choices)),
    ),
    { numRuns: 60, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
  )

test('generated classes play scenes through, retake, stop, mark and rate', () => {
  const seen = { scenes: 0, retakes: 0, stopped: 0, rated: 0, corrected: 0, moments: 0, swings: 0 }
  forAnyClass(({ events }) => {
    for (const scene of scenesOf(events)) {
      seen.scenes++
      if (scene.fork !== null) seen.retakes++
      if (scene.stopped) seen.stopped++
      if (scene.ratings.length > 0) seen.rated++
      if (scene.corrected !== null) seen.corrected++
      seen.moments += scene.moments.length
      seen.swings += whatMovedIt(scene).length
    }
  })
  for (const [what, count] of Object.entries(seen))
    expect({ what, count: count > 0 }).toEqual({ what, count: true })
})

test('[S10] for any class: all that happened lies within the played time, which the timeline covers exactly', () => {
  forAnyClass(({ events }) => {
    for (const scene of scenesOf(events)) {
      const { segments, entries, heat } = timelineOf(scene)
      for (const { offset } of entries) {
        expect(offset).toBeGreaterThanOrEqual(0)
        expect(offset).toBeLessThanOrEqual(scene.played)
      }
      expect(segments.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(scene.played)
      expect(heat.start).not.toBeNull()
    }
  })
})

test('for any class: no scene that has something in it is missing, none is told twice', () => {
  forAnyClass(made => {
    const told = scenesOf(made.events)
    expect(new Set(told.map(({ scene }) => scene)).size).toBe(told.length)
    const lines = roomsOf(made).flatMap(room => room.scenes.flatMap(scene => scene.lines.toArray()))
    const moments = roomsOf(made).flatMap(room => room.scenes.flatMap(scene => scene.moments))
    expect(told.flatMap(scene => scene.lines)).toEqual(lines)
    expect(told.flatMap(scene => scene.moments)).toEqual(moments)
  })
})

test('[G3] for any class: whoever spoke in a scene or rated it as its officer is known to it', () => {
  forAnyClass(({ events }) => {
    for (const { cast, lines, ratings, scene } of scenesOf(events)) {
      const lastBy = (seat: 'customer' | 'officer') => lines.findLast(line => line.seat === seat)?.by
      for (const seat of ['customer', 'officer'] as const) {
        if (lastBy(seat) !== undefined) expect({ scene, who: cast[seat] }).not.toEqual({ scene, who: null })
      }
      for (const rating of ratings) expect(rating.asked.length).toBeGreaterThan(0)
      expect(cast.observers).not.toContain(cast.officer)
      expect(new Set(cast.observers).size).toBe(cast.observers.length)
    }
  })
})

test('[S8] for any class: who stopped a scene is not to be found in what is told of it', () => {
  forAnyClass(({ events }) => {
    const disguised = events.map(event =>
      event.type === 'PhaseEntered' && event.data.phase === 'stopped' ? { ...event, actor: 'p1' } : event,
    )
    expect(scenesOf(disguised)).toEqual(scenesOf(events))
  })
})

test('for any class: scores and debriefs come out, without a NaN', () => {
  forAnyClass(({ events }) => {
    for (const scene of scenesOf(events)) {
      const { over, customer } = scoresOf(scene.ratings, scene.rubric)
      for (const { mean } of [...Object.values(over.items), ...Object.values(over.groups), customer]) {
        expect(mean === null || (mean >= 1 && mean <= 5)).toBe(true)
      }
      expect(renderDebrief(scene).join('\n')).not.toMatch(/NaN|undefined/)
    }
  })
})

import { afterEach, expect, test } from 'vitest'
import { fastClock } from './fast-clock.ts'
import { playClass } from './play-class.ts'
import { type Stage, setUp } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.strike())

test('[B3] six simulated people play a pairing: every scene has lines, moments and ratings, nobody repeats themselves, one calls for help, one is lost and comes back', async () => {
  const speed = 120
  stage = await setUp({ clock: fastClock(speed), port: 0, host: '127.0.0.1', seed: 1 })
  const rounds: number[] = []
  const scenes = await playClass(
    stage,
    { people: 6, pairings: 1, seed: 1, speed, scene: 240_000 },
    { played: ({ round }) => void rounds.push(round) },
  )
  expect(rounds).toEqual([1, 2])
  const [record] = await stage.store.people.classesOf(undefined)
  const events = await stage.store.journal.read(record?.classId ?? '', 0)
  expect(events[0]).toMatchObject({ type: 'ClassOpened', data: { simulated: true } })
  const whose = (type: string) =>
    events.filter(event => event.type === type).map(({ data }) => Reflect.get(Object(data), 'person'))
  expect(whose('HelpCalled')).toHaveLength(1)
  // At this speed a slow machine may lose the same one once more while they come back.
  const lost = whose('PersonAway')
  expect(new Set(lost).size).toBe(1)
  expect(whose('PersonBack')).toEqual(lost)
  expect(scenes).toHaveLength(4)
  for (const { lines, moments, ratings, cast, curve } of scenes) {
    // A slow machine takes as long for a step as these people for a sentence.
    expect(lines.length).toBeGreaterThan(2)
    expect(moments.filter(({ as }) => as === 'observer').length).toBeGreaterThan(0)
    expect(ratings.map(({ as }) => as).sort()).toEqual(['customer', 'observer', 'self'])
    expect(curve.length).toBeGreaterThan(1)
    expect(cast.observers).toHaveLength(1)
    const said = lines.map(({ by, text }) => `${by} ${text}`)
    expect(new Set(said).size).toBe(said.length)
  }
})

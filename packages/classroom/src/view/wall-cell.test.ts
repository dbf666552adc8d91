import { describe, expect, test } from 'vitest'
import { SERVER } from '../ids.ts'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, seconds } from '../testing/one-room.ts'
import type { PlayedClass } from '../testing/play-class.ts'
import { MOST_POINTS_ON_THE_WALL, wallCell } from './wall-cell.ts'

const cellOf = (played: PlayedClass) => wallCell(played.state, played.room())
const level = (played: PlayedClass, to: 1 | 2 | 3 | 4 | 5 | 6 | 7) =>
  played.mustAct(CUSTOMER, 'SetTemperature', { level: to })

describe('a cell of the wall', () => {
  test('[V22] has every point of a short curve, in whole seconds', () => {
    const played = oneRoom('scene')
    const from = cellOf(played).level
    played.wait(seconds(10) + 400)
    level(played, 2)
    played.wait(seconds(5))
    level(played, 3)
    expect(cellOf(played).curve).toEqual([
      [0, from],
      [10, 2],
      [15, 3],
    ])
  })

  test('[V22] has few points of a long curve, the first and the last among them, in order', () => {
    const played = oneRoom('scene')
    const [first] = cellOf(played).curve
    for (let step = 0; step < 90; step++) {
      played.wait(seconds(3))
      level(played, step % 2 === 0 ? 2 : 3)
    }
    const { curve } = cellOf(played)
    expect(curve.length).toBeLessThanOrEqual(MOST_POINTS_ON_THE_WALL)
    expect(curve.length).toBeGreaterThan(MOST_POINTS_ON_THE_WALL / 2)
    expect(curve[0]).toEqual(first)
    expect(curve.at(-1)).toEqual([270, 3])
    expect(curve.map(([second]) => second)).toEqual(curve.map(([second]) => second).sort((a, b) => a - b))
  })

  test('[V23] knows since when the customer is in the hottest band, boiling or furious', () => {
    const played = oneRoom('scene')
    level(played, 5)
    played.wait(seconds(10))
    level(played, 6)
    played.wait(seconds(10))
    level(played, 7)
    expect(cellOf(played)).toMatchObject({ hotSince: seconds(10), levelSince: seconds(20), level: 7 })
    level(played, 4)
    expect(cellOf(played).hotSince).toBeNull()
  })

  test('[V23] names a trainee who stopped, and nobody when the instructor ended the scene', () => {
    const stopped = oneRoom('scene')
    const ended = stopped.fork()
    stopped.mustAct(OFFICER, 'Stop', {})
    ended.mustAct(INSTRUCTOR, 'EndRoom', {})
    expect(cellOf(stopped)).toMatchObject({ stoppedBy: OFFICER, phase: { name: 'stopped' } })
    expect(cellOf(ended).stoppedBy).toBeNull()
  })

  test('[V23] knows who still rates, the oldest call and whether somebody observes', () => {
    const played = oneRoom('rating')
    played.mustAct(OBSERVER, 'FinishRating', {})
    played.must(OFFICER, 'CallHelp', {})
    const called = played.now
    played.wait(seconds(5))
    played.must(CUSTOMER, 'CallHelp', {})
    expect(cellOf(played)).toMatchObject({
      unfinished: [CUSTOMER, OFFICER],
      help: [OFFICER, CUSTOMER],
      helpSince: called,
      observed: true,
    })
  })

  test('[V23] has the clock of a scene that stands', () => {
    const played = oneRoom('scene')
    played.wait(seconds(20))
    played.must(SERVER, 'NoteAway', { person: CUSTOMER })
    expect(cellOf(played)).toMatchObject({
      phase: { held: true },
      clock: { played: seconds(20), runningSince: null, stoodFrom: played.now },
      away: [CUSTOMER],
    })
  })
})

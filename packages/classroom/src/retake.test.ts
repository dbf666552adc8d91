import { describe, expect, test } from 'vitest'
import {
  CUSTOMER,
  INSTRUCTOR,
  levelsOf,
  linesOf,
  OBSERVER,
  OFFICER,
  oneRoom,
  phaseOf,
  say,
  seconds,
} from './testing/one-room.ts'
import type { PlayedClass } from './testing/play-class.ts'

/** A debrief after a scene of a minute: 5 at first, 6 after 20 s, 3 after 40 s. */
function debriefed(): PlayedClass {
  const played = oneRoom('scene')
  say(played, CUSTOMER, 'First take.')
  played.wait(seconds(20))
  played.mustAct(CUSTOMER, 'SetTemperature', { level: 6 })
  played.wait(seconds(20))
  played.mustAct(CUSTOMER, 'SetTemperature', { level: 3 })
  played.wait(seconds(20))
  played.takeTo('debrief')
  return played
}

const retake = (played: PlayedClass, person: string, offset = seconds(25), swapped = false) =>
  played.act(person, 'StartRetake', { offset, swapped })

describe('a retake', () => {
  test.each([CUSTOMER, OFFICER, INSTRUCTOR])('[R18] is started by a player or the instructor: %s', person => {
    const played = debriefed()
    expect(retake(played, person)).toMatchObject({ ok: true })
    expect(played.room().phase).toEqual({ name: 'retake', endsAt: played.now + seconds(120) })
  })

  test('[R18] is a scene of its own that leaves the first one as it was', () => {
    const played = debriefed()
    const [first] = played.room().scenes
    retake(played, CUSTOMER)
    expect(played.room().scenes.map(scene => scene.id)).toEqual(['r1-1.1', 'r1-1.2'])
    expect(played.room().scenes[1]?.fork).toEqual({ scene: 'r1-1.1', offset: seconds(25), swapped: false })
    say(played, OFFICER, 'Second take.')
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 2 })
    expect(linesOf(played.room())).toEqual(['Second take.'])
    expect(played.room().scenes[1]?.lines.at(0)?.n).toBe(1)
    expect(played.room().scenes[0]).toBe(first)
  })

  test('[R18] begins with the temperature of its point', () => {
    for (const [at, level] of [
      [0, 5],
      [19, 5],
      [20, 6],
      [39, 6],
      [40, 3],
      [60, 3],
    ] as const) {
      const played = debriefed()
      retake(played, CUSTOMER, seconds(at))
      expect(levelsOf(played.room())).toEqual([level])
    }
  })

  test('[R18] may be played with the roles swapped, and back again', () => {
    const played = debriefed()
    retake(played, CUSTOMER, 0, true)
    expect(played.seats()).toMatchObject({ customer: OFFICER, officer: CUSTOMER })
    expect(played.room().cast).toMatchObject({ customer: CUSTOMER, officer: OFFICER })
    expect(played.act(OFFICER, 'SetTemperature', { level: 2 })).toMatchObject({ ok: true })
    played.mustAct(OFFICER, 'EndRetake', {})
    retake(played, CUSTOMER, 0, true)
    expect(played.seats()).toMatchObject({ customer: CUSTOMER, officer: OFFICER })
    expect(played.room().cast).toMatchObject({ customer: CUSTOMER, officer: OFFICER })
  })

  test('[R18] needs a point within the scene and both players', () => {
    const played = debriefed()
    expect(retake(played, CUSTOMER, -1)).toMatchObject({ kind: 'invalid' })
    expect(retake(played, CUSTOMER, seconds(61))).toMatchObject({ kind: 'invalid' })
    played.must(INSTRUCTOR, 'SetAside', { person: OFFICER })
    expect(retake(played, CUSTOMER)).toMatchObject({ kind: 'gone' })
  })

  test('[R18] five times and no more', () => {
    const played = debriefed()
    for (let time = 0; time < 5; time++) {
      expect(retake(played, CUSTOMER)).toMatchObject({ ok: true })
      played.mustAct(OFFICER, 'EndRetake', {})
    }
    expect(retake(played, CUSTOMER)).toMatchObject({ ok: false, kind: 'limit' })
  })

  test('[R18] ends with its time, by a player or by the instructor, and always in the debrief', () => {
    const ends: ((played: PlayedClass) => void)[] = [
      played => played.wait(seconds(120)),
      played => played.mustAct(CUSTOMER, 'EndRetake', {}),
      played => played.mustAct(INSTRUCTOR, 'EndRetake', {}),
    ]
    for (const end of ends) {
      const played = debriefed()
      retake(played, CUSTOMER)
      end(played)
      expect(phaseOf(played)).toBe('debrief')
      expect(played.room().revealed).toBe(true)
    }
  })

  test('[R18] keeps its clock over a time-out', () => {
    const played = debriefed()
    retake(played, CUSTOMER)
    played.wait(seconds(50))
    played.mustAct(OBSERVER, 'CallTimeOut', {})
    expect(played.room().phase).toMatchObject({ name: 'time-out', of: 'retake', remaining: seconds(70) })
    played.wait(seconds(500))
    played.mustAct(OBSERVER, 'EndTimeOut', {})
    expect(played.room().phase).toEqual({ name: 'retake', endsAt: played.now + seconds(70) })
    played.wait(seconds(70))
    expect(phaseOf(played)).toBe('debrief')
    expect(played.room().scenes[1]?.played).toBe(seconds(120))
  })

  test('[S9] a stop in a retake leads back to the debrief, also out of its time-out', () => {
    for (const inTimeOut of [false, true]) {
      const stopped = debriefed()
      const ended = debriefed()
      for (const played of [stopped, ended]) {
        retake(played, CUSTOMER)
        if (inTimeOut) played.mustAct(OFFICER, 'CallTimeOut', {})
      }
      stopped.mustAct(OFFICER, 'Stop', {})
      ended.mustAct(INSTRUCTOR, 'EndRoom', {})
      expect(phaseOf(stopped)).toBe('debrief')
      expect(stopped.room()).toEqual(ended.room())
    }
  })
})

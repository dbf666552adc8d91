import { describe, expect, test } from 'vitest'
import { deadlineId, deadlineOf } from './decide/move.ts'
import { SERVER } from './ids.ts'
import type { PhaseName } from './room.ts'
import {
  CUSTOMER,
  INSTRUCTOR,
  OBSERVER,
  OFFICER,
  oneRoom,
  phaseOf,
  SAME_ROOM,
  say,
  seconds,
} from './testing/one-room.ts'
import type { PlayedClass, PlayedOpening } from './testing/play-class.ts'

const due = (played: PlayedClass) => deadlineOf(played.state, played.room())
const away = (played: PlayedClass, person: string) => played.must(SERVER, 'NoteAway', { person })
const back = (played: PlayedClass, person: string) => played.must(SERVER, 'NoteBack', { person })
const SPOKEN_REMOTE: PlayedOpening = { settings: { medium: 'spoken' } }

describe('deadlines', () => {
  test('[D1] are absolute times, and do not pass before their time', () => {
    const played = oneRoom('briefing')
    const briefing = due(played)
    expect(briefing).toEqual({ room: 'r1-1', endsAt: played.now + seconds(180) })
    if (briefing === undefined) throw new Error('no deadline')
    played.now = briefing.endsAt - 1
    expect(played.give(SERVER, 'PassDeadline', briefing)).toMatchObject({ ok: false, kind: 'wrong-phase' })
    played.now = briefing.endsAt
    played.must(SERVER, 'PassDeadline', briefing)
    expect(phaseOf(played)).toBe('scene')
  })

  test('[D1] a late server gives the next phase its whole time', () => {
    const played = oneRoom('scene')
    const scene = due(played)
    if (scene === undefined) throw new Error('no deadline')
    played.now = scene.endsAt + seconds(7)
    played.must(SERVER, 'PassDeadline', scene)
    expect(played.room().phase).toMatchObject({ name: 'wrap-up', endsAt: played.now + seconds(30) })
  })

  test('[D2] have an id from room and time, and pass once whoever says so', () => {
    const played = oneRoom('scene')
    const scene = due(played)
    if (scene === undefined) throw new Error('no deadline')
    expect(deadlineId(scene)).toBe(`deadline:r1-1:${scene.endsAt}`)
    played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(60) })
    played.now = scene.endsAt
    expect(played.must(SERVER, 'PassDeadline', scene)).toEqual([])
    expect(phaseOf(played)).toBe('scene')
    const later = { ...scene, endsAt: scene.endsAt + seconds(60) }
    played.now = later.endsAt
    expect(played.must(SERVER, 'PassDeadline', later)).toHaveLength(1)
    expect(played.must(SERVER, 'PassDeadline', later)).toEqual([])
    expect(played.must(SERVER, 'PassDeadline', { room: 'r7-7', endsAt: 1 })).toEqual([])
  })

  test('[D3] which phases have one depends on the pace', () => {
    const having = (opening: PlayedOpening) =>
      (
        [
          'briefing',
          'scene',
          'time-out',
          'wrap-up',
          'step-out',
          'rating',
          'debrief',
          'retake',
          'stopped',
          'done',
        ] as const
      ).filter((phase: PhaseName) => due(oneRoom(phase, opening)) !== undefined)
    expect(having({})).toEqual(['briefing', 'scene', 'wrap-up', 'step-out', 'retake'])
    expect(having(SAME_ROOM)).toEqual(['scene', 'wrap-up', 'retake'])
  })
})

describe('clocks', () => {
  test('[D4] that ran are shifted by a gap, and played time does not count it', () => {
    const played = oneRoom('scene')
    played.wait(seconds(100))
    say(played, CUSTOMER, 'Before.')
    const before = due(played)?.endsAt ?? 0
    played.now += seconds(3_600)
    played.must(SERVER, 'ShiftClocks', { by: seconds(3_600) })
    expect(due(played)?.endsAt).toBe(before + seconds(3_600))
    played.wait(seconds(10))
    say(played, CUSTOMER, 'After.')
    expect(
      played
        .room()
        .scenes[0]?.lines.toArray()
        .map(line => line.offset),
    ).toEqual([seconds(100), seconds(110)])
    played.wait(seconds(490))
    expect(phaseOf(played)).toBe('wrap-up')
    expect(played.must(SERVER, 'ShiftClocks', { by: 0 })).toEqual([])
  })

  test('[D4] a tap from before the gap keeps its place', () => {
    const played = oneRoom('scene')
    played.wait(seconds(100))
    played.now += seconds(50)
    played.must(SERVER, 'ShiftClocks', { by: seconds(50) })
    played.wait(seconds(10))
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(5) })
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(30) })
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(90) })
    expect(played.room().scenes[0]?.moments.map(moment => moment.offset / 1_000)).toEqual([105, 100, 70])
  })

  test('[D4] a gap in the count-in leaves the scene whole', () => {
    const played = oneRoom('briefing')
    played.wait(seconds(182))
    played.now += seconds(60)
    played.must(SERVER, 'ShiftClocks', { by: seconds(60) })
    expect(played.room().phase).toMatchObject({
      startsAt: played.now + seconds(3),
      endsAt: played.now + seconds(603),
    })
    played.wait(seconds(603))
    expect(played.room().scenes[0]?.played).toBe(0)
    expect(phaseOf(played)).toBe('wrap-up')
    played.takeTo('rating')
    expect(played.room().scenes[0]?.played).toBe(seconds(600))
  })

  test('[D4] that stood stay, and nothing shifts where nothing runs', () => {
    const played = oneRoom('time-out')
    const standing = played.room()
    played.now += seconds(60)
    played.must(SERVER, 'ShiftClocks', { by: seconds(60) })
    expect(played.room().phase).toEqual(standing.phase)
    expect(played.room().scenes).toEqual(standing.scenes)
    expect(oneRoom('done').must(SERVER, 'ShiftClocks', { by: seconds(60) })).toEqual([])
  })

  test('[D5] event time never goes backwards, nor does what is reckoned from it', () => {
    const played = oneRoom('scene')
    played.wait(seconds(100))
    say(played, CUSTOMER, 'Now.')
    played.now -= seconds(60)
    say(played, OFFICER, 'And then.')
    played.mustAct(OFFICER, 'CallTimeOut', {})
    expect(played.room().phase).toMatchObject({ remaining: seconds(500) })
    expect(
      played
        .room()
        .scenes[0]?.lines.toArray()
        .map(line => line.offset),
    ).toEqual([seconds(100), seconds(100)])
    const times = played.events.map(event => event.at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })
})

describe('absence', () => {
  test('[D6] is no event where people face each other', () => {
    for (const phase of ['briefing', 'scene', 'rating', 'debrief'] as const) {
      const played = oneRoom(phase, SAME_ROOM)
      expect(away(played, CUSTOMER)).toEqual([])
      expect(back(played, CUSTOMER)).toEqual([])
    }
  })

  test('[D6] nor for somebody without a seat, on paper, in a room that is done, or twice', () => {
    const played = oneRoom('briefing')
    expect(away(played, played.join())).toEqual([])
    expect(away(played, 'p99')).toEqual([])
    expect(back(played, OFFICER)).toEqual([])
    away(played, OFFICER)
    expect(away(played, OFFICER)).toEqual([])
    played.must(INSTRUCTOR, 'HoldOnPaper', { person: OBSERVER, on: true })
    expect(away(played, OBSERVER)).toEqual([])
    expect(away(oneRoom('done'), OFFICER)).toEqual([])
  })

  test.each([CUSTOMER, OFFICER])(
    '[D7] a typed scene stands while %s is away and goes on with what was left',
    player => {
      const played = oneRoom('scene')
      played.wait(seconds(100))
      expect(away(played, player).map(event => event.type)).toEqual(['PersonAway', 'SceneHeld'])
      expect(played.room().phase).toEqual({ name: 'scene', held: true, remaining: seconds(500) })
      expect(played.act(INSTRUCTOR, 'CallTimeOut', {})).toMatchObject({ ok: false, kind: 'wrong-phase' })
      played.wait(seconds(5_000))
      expect(phaseOf(played)).toBe('scene')
      expect(back(played, player).map(event => event.type)).toEqual(['PersonBack', 'SceneResumed'])
      expect(played.room().phase).toMatchObject({ endsAt: played.now + seconds(500) })
      say(played, CUSTOMER, 'Where were we?')
      expect(played.room().scenes[0]?.lines.at(-1)?.offset).toBe(seconds(100))
    },
  )

  test('[D7] one is back and the other still away: it stands', () => {
    const played = oneRoom('scene')
    away(played, CUSTOMER)
    expect(away(played, OFFICER).map(event => event.type)).toEqual(['PersonAway'])
    expect(back(played, CUSTOMER).map(event => event.type)).toEqual(['PersonBack'])
    expect(back(played, OFFICER).map(event => event.type)).toEqual(['PersonBack', 'SceneResumed'])
  })

  test('[D7] a stand-in takes the seat and it goes on; leaving a seat makes it stand', () => {
    const played = oneRoom('scene')
    away(played, OFFICER)
    played.must(INSTRUCTOR, 'SwapSeats', { a: OFFICER, b: OBSERVER })
    expect(played.room().phase).not.toHaveProperty('held')
    played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(played.room().phase).toHaveProperty('held', true)
    played.must(INSTRUCTOR, 'SeatPerson', { person: OFFICER, seat: 'officer', room: 'r1-1' })
    expect(played.room().phase).not.toHaveProperty('held')
  })

  test('[D7] after a time-out an absent player still makes it stand', () => {
    const played = oneRoom('time-out')
    away(played, OFFICER)
    expect(phaseOf(played)).toBe('time-out')
    played.mustAct(CUSTOMER, 'EndTimeOut', {})
    expect(played.room().phase).toEqual({ name: 'scene', held: true, remaining: seconds(600) })
  })

  test('[D7] the instructor still moves a scene that stands, and time can be added to it', () => {
    const played = oneRoom('scene')
    away(played, OFFICER)
    played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(60) })
    expect(played.room().phase).toMatchObject({ remaining: seconds(660) })
    played.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'wrap-up' })
    expect(phaseOf(played)).toBe('wrap-up')
  })

  test('[D7] a spoken scene never stands because of a device, not even a remote one', () => {
    const played = oneRoom('scene', SPOKEN_REMOTE)
    expect(away(played, CUSTOMER).map(event => event.type)).toEqual(['PersonAway'])
    expect(played.room().phase).not.toHaveProperty('held')
    played.must(INSTRUCTOR, 'SetAside', { person: OFFICER })
    expect(played.room().phase).not.toHaveProperty('held')
  })

  test('[D8] a room does not wait for somebody who is away', () => {
    const played = oneRoom('rating')
    played.mustAct(CUSTOMER, 'FinishRating', {})
    played.mustAct(OFFICER, 'FinishRating', {})
    expect(away(played, OBSERVER).map(event => event.type)).toEqual(['PersonAway', 'PhaseEntered'])
    expect(phaseOf(played)).toBe('debrief')
  })

  test('[D9] a typed scene does not begin while a player is away, not even when the time is over', () => {
    const played = oneRoom('briefing')
    away(played, OFFICER)
    expect(due(played)).toBeUndefined()
    played.mustAct(CUSTOMER, 'Ready', {})
    played.mustAct(OBSERVER, 'Ready', {})
    played.wait(seconds(3_000))
    expect(phaseOf(played)).toBe('briefing')
    back(played, OFFICER)
    expect(played.room().phase).toMatchObject({ name: 'scene', startsAt: played.now + seconds(5) })
  })

  test('[D9] where the instructor begins it all the same, it stands at once with its whole time', () => {
    const played = oneRoom('briefing')
    away(played, OFFICER)
    played.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'scene' })
    expect(played.room().phase).toEqual({ name: 'scene', held: true, remaining: seconds(600) })
    played.wait(seconds(60))
    back(played, OFFICER)
    played.wait(seconds(600))
    expect(phaseOf(played)).toBe('wrap-up')
  })

  test('[D10] an observer’s absence never stops a clock', () => {
    const played = oneRoom('scene')
    expect(away(played, OBSERVER).map(event => event.type)).toEqual(['PersonAway'])
    expect(played.room().phase).not.toHaveProperty('held')
    const early = oneRoom('briefing')
    away(early, OBSERVER)
    early.wait(seconds(180))
    expect(phaseOf(early)).toBe('scene')
  })
})

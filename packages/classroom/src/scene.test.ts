import { describe, expect, test } from 'vitest'
import { MOST_LINES, MOST_POINTS } from './decide/scene.ts'
import {
  CUSTOMER,
  INSTRUCTOR,
  levelsOf,
  linesOf,
  OBSERVER,
  OFFICER,
  oneRoom,
  phaseOf,
  SAME_ROOM,
  say,
  seconds,
} from './testing/one-room.ts'
import type { PlayedClass } from './testing/play-class.ts'
import { Trail } from './trail.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE, type Viewer } from './view/viewer.ts'

const curve = (played: PlayedClass) => played.room().scenes.at(-1)?.curve.toArray()
const person = (id: string): Viewer => ({ kind: 'person', person: id })

describe('lines', () => {
  test('[S1] are numbered within the scene and carry seat, manner and played time', () => {
    const played = oneRoom('scene')
    played.wait(seconds(3))
    say(played, CUSTOMER, ' You again! ')
    played.wait(seconds(2))
    played.mustAct(OFFICER, 'Speak', { how: 'do', text: 'steps aside' })
    expect(played.room().scenes[0]?.lines.toArray()).toEqual([
      { n: 1, by: CUSTOMER, seat: 'customer', how: 'say', text: 'You again!', offset: seconds(3) },
      { n: 2, by: OFFICER, seat: 'officer', how: 'do', text: 'steps aside', offset: seconds(5) },
    ])
    expect(say(played, OBSERVER, 'Psst.')).toMatchObject({ ok: false, kind: 'not-allowed' })
  })

  test('[S2] a spoken class has none', () => {
    const played = oneRoom('scene', SAME_ROOM)
    expect(say(played, CUSTOMER, 'Hello?')).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(linesOf(played.room())).toEqual([])
  })
})

describe('temperature', () => {
  test('[S3] begins where the card says and is the customer’s alone', () => {
    const played = oneRoom('scene')
    expect(levelsOf(played.room())).toEqual([5])
    played.wait(seconds(7))
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 6 })
    expect(played.mustAct(CUSTOMER, 'SetTemperature', { level: 6 })).toEqual([])
    expect(curve(played)).toEqual([
      { level: 5, offset: 0 },
      { level: 6, offset: seconds(7) },
    ])
    expect(played.act(OFFICER, 'SetTemperature', { level: 1 })).toMatchObject({
      ok: false,
      kind: 'not-allowed',
    })
  })

  test('[S3] a tap made offline keeps its moment, but never before the last step nor over ten minutes back', () => {
    const played = oneRoom('scene')
    played.wait(seconds(60))
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 4, ago: seconds(20) })
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 3, ago: seconds(30) })
    expect(curve(played)?.slice(1)).toEqual([
      { level: 4, offset: seconds(40) },
      { level: 3, offset: seconds(40) },
    ])
    played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(600) })
    played.wait(seconds(1_000))
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 2, ago: seconds(5_000) })
    expect(curve(played)?.at(-1)).toEqual({ level: 2, offset: seconds(1_060 - 600) })
  })
})

describe('what comes from outside', () => {
  test('[S4] a call is made once in a scene, and again in a retake', () => {
    const played = oneRoom('scene')
    played.mustAct(OFFICER, 'MakeCall', { index: 1 })
    expect(played.act(OFFICER, 'MakeCall', { index: 1 })).toMatchObject({ ok: false, kind: 'taken' })
    played.mustAct(OFFICER, 'MakeCall', { index: 0 })
    played.takeTo('retake')
    expect(played.act(OFFICER, 'MakeCall', { index: 1 })).toMatchObject({ ok: true })
  })

  test('[S5] a twist is dropped once, and only while somebody holds its seat', () => {
    const played = oneRoom('scene')
    played.mustAct(INSTRUCTOR, 'DropTwist', { index: 0 })
    expect(played.act(INSTRUCTOR, 'DropTwist', { index: 0 })).toMatchObject({ ok: false, kind: 'taken' })
    played.must(INSTRUCTOR, 'SetAside', { person: OFFICER })
    expect(played.act(INSTRUCTOR, 'DropTwist', { index: 1 })).toMatchObject({ ok: false, kind: 'gone' })
    played.must(INSTRUCTOR, 'BringBack', { person: OFFICER })
    played.must(INSTRUCTOR, 'SeatPerson', { person: OFFICER })
    expect(played.act(INSTRUCTOR, 'DropTwist', { index: 1 })).toMatchObject({ ok: true })
  })

  test('[S11] a whisper goes to somebody who sits in the room', () => {
    const played = oneRoom('scene')
    played.mustAct(INSTRUCTOR, 'Whisper', { to: OBSERVER, text: 'Watch his hands.' })
    expect(played.room().whispers).toEqual([{ to: OBSERVER, text: 'Watch his hands.', at: played.now }])
    played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(played.act(INSTRUCTOR, 'Whisper', { to: OBSERVER, text: 'Hello?' })).toMatchObject({
      kind: 'gone',
    })
    expect(played.act(INSTRUCTOR, 'Whisper', { to: INSTRUCTOR, text: 'Me?' })).toMatchObject({ kind: 'gone' })
  })
})

describe('time-out', () => {
  test.each([CUSTOMER, OFFICER, OBSERVER, INSTRUCTOR])(
    '[S6] %s calls it, the clock stands, nobody speaks',
    caller => {
      const played = oneRoom('scene')
      played.wait(seconds(100))
      played.mustAct(caller, 'CallTimeOut', {})
      expect(played.room().phase).toEqual({
        name: 'time-out',
        of: 'scene',
        calledBy: caller,
        remaining: seconds(500),
      })
      expect(say(played, CUSTOMER, 'But!')).toMatchObject({ ok: false, kind: 'wrong-phase' })
      played.wait(seconds(5_000))
      expect(phaseOf(played)).toBe('time-out')
      for (const other of [CUSTOMER, OFFICER, OBSERVER].filter(known => known !== caller)) {
        expect(played.act(other, 'EndTimeOut', {})).toMatchObject({ ok: false, kind: 'not-allowed' })
      }
      played.mustAct(caller === OFFICER ? INSTRUCTOR : caller, 'EndTimeOut', {})
      expect(played.room().phase).toEqual({
        name: 'scene',
        startsAt: played.now,
        endsAt: played.now + seconds(500),
      })
      say(played, CUSTOMER, 'Where were we?')
      expect(played.room().scenes[0]?.lines.at(-1)?.offset).toBe(seconds(100))
    },
  )

  test('[S6] nobody is held by a caller who is gone: anyone in the room ends it then', () => {
    const gone: ((played: PlayedClass) => void)[] = [
      played => played.must('server', 'NoteAway', { person: OBSERVER }),
      played => played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER }),
    ]
    for (const leave of gone) {
      const played = oneRoom('scene')
      played.mustAct(OBSERVER, 'CallTimeOut', {})
      const mine = () => {
        const view = viewOf(person(CUSTOMER), played.state)
        return view.kind === 'person' && view.room?.phase.mine
      }
      expect(mine()).toBe(false)
      leave(played)
      expect(mine()).toBe(true)
      played.mustAct(CUSTOMER, 'EndTimeOut', {})
      expect(phaseOf(played)).toBe('scene')
    }
    const called = oneRoom('scene')
    called.mustAct(INSTRUCTOR, 'CallTimeOut', {})
    expect(called.act(OFFICER, 'EndTimeOut', {})).toMatchObject({ ok: false, kind: 'not-allowed' })
  })

  test('[S6] once is enough', () => {
    const played = oneRoom('time-out')
    expect(played.act(OFFICER, 'CallTimeOut', {})).toMatchObject({ ok: false, kind: 'wrong-phase' })
  })

  test('[S7] what is conferred never reaches whoever was customer then, in whatever seat they sit later', () => {
    const played = oneRoom('time-out')
    played.mustAct(OFFICER, 'Confer', { text: 'secret-aside' })
    played.mustAct(CUSTOMER, 'EndTimeOut', {})
    const reads = (id: string) => JSON.stringify(viewOf(person(id), played.state)).includes('secret-aside')
    expect([CUSTOMER, OFFICER, OBSERVER].map(reads)).toEqual([false, true, true])
    played.must(INSTRUCTOR, 'SwapSeats', { a: CUSTOMER, b: OFFICER })
    expect([CUSTOMER, OFFICER, OBSERVER].map(reads)).toEqual([false, true, true])
    played.must(INSTRUCTOR, 'SwapSeats', { a: CUSTOMER, b: OBSERVER })
    played.takeTo('debrief')
    expect([CUSTOMER, OFFICER, OBSERVER].map(reads)).toEqual([false, true, true])
    const watch: Viewer = { kind: 'watch', room: 'r1-1', person: INSTRUCTOR }
    expect(JSON.stringify(viewOf(watch, played.state))).toContain('secret-aside')
  })
})

describe('stop for me', () => {
  const everyone = [CUSTOMER, OFFICER, OBSERVER]

  test.each(['briefing', 'scene', 'time-out', 'wrap-up'] as const)(
    '[S8] in %s it looks like the instructor’s end',
    phase => {
      for (const stopper of everyone) {
        const stopped = oneRoom(phase)
        const ended = oneRoom(phase)
        stopped.mustAct(stopper, 'Stop', {})
        ended.mustAct(INSTRUCTOR, 'EndRoom', {})
        expect(phaseOf(stopped)).toBe('stopped')
        expect(stopped.room().revealed).toBe(false)
        for (const one of everyone) {
          expect(viewOf(person(one), stopped.state)).toEqual(viewOf(person(one), ended.state))
          expect(JSON.stringify(viewOf(person(one), stopped.state))).not.toContain('"stoppedBy"')
        }
        expect(viewOf({ kind: 'projector' }, stopped.state)).toEqual(
          viewOf({ kind: 'projector' }, ended.state),
        )
        expect(viewOf(CONSOLE, stopped.state)).toMatchObject({ rooms: { 'r1-1': { stoppedBy: stopper } } })
        expect(viewOf(CONSOLE, ended.state)).toMatchObject({ rooms: { 'r1-1': { stoppedBy: null } } })
      }
    },
  )

  test('[S8] nothing is rated and nothing revealed afterwards', () => {
    const played = oneRoom('stopped')
    expect(played.act(OFFICER, 'Rate', { scores: {} })).toMatchObject({ ok: false, kind: 'wrong-phase' })
    expect(played.act(OFFICER, 'FinishRating', {})).toMatchObject({ ok: false, kind: 'wrong-phase' })
    for (const one of everyone) played.mustAct(one, 'Ready', {})
    expect(phaseOf(played)).toBe('done')
    expect(played.room().revealed).toBe(false)
    expect(viewOf(person(OFFICER), played.state)).toMatchObject({ room: { customer: null } })
  })
})

describe('played time', () => {
  test('[S10] counts neither the count-in nor any pause, and runs on in the wrap-up', () => {
    const played = oneRoom('scene')
    played.wait(seconds(10))
    played.mustAct(OFFICER, 'CallTimeOut', {})
    played.wait(seconds(300))
    played.mustAct(OFFICER, 'EndTimeOut', {})
    played.wait(seconds(10))
    played.takeTo('wrap-up')
    played.wait(seconds(10))
    say(played, CUSTOMER, 'Bye.')
    expect(played.room().scenes[0]?.lines.at(-1)?.offset).toBe(seconds(30))
    played.takeTo('rating')
    played.wait(seconds(300))
    played.takeTo('done')
    expect(played.room().scenes[0]?.played).toBe(seconds(30))
  })

  test('[S10] a scene that is moved out of its time-out counts from there', () => {
    const played = oneRoom('scene')
    played.wait(seconds(10))
    played.mustAct(OFFICER, 'CallTimeOut', {})
    played.wait(seconds(300))
    played.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'wrap-up' })
    played.wait(seconds(30))
    expect(played.room().scenes[0]?.played).toBe(seconds(40))
  })
})

describe('limits', () => {
  test('[S12] a scene and a room say so when they are full', () => {
    const played = oneRoom('scene')
    const [scene] = played.room().scenes
    if (scene === undefined || played.state.round === null) throw new Error('no scene')
    const line = { n: 1, by: CUSTOMER, seat: 'customer', how: 'say', text: 'x', offset: 0 } as const
    const full = {
      ...scene,
      lines: Trail.of(Array.from({ length: MOST_LINES }, () => line)),
      curve: Trail.of(Array.from({ length: MOST_POINTS }, () => ({ level: 5, offset: 0 }) as const)),
    }
    const note = { by: CUSTOMER, text: 'x', at: 1, among: [] }
    const room = {
      ...played.room(),
      scenes: [full],
      whispers: Array.from({ length: 200 }, () => ({ to: CUSTOMER, text: 'x', at: 1 })),
      asides: Array.from({ length: 200 }, () => note),
      notes: Array.from({ length: 500 }, () => note),
    }
    played.state = { ...played.state, round: { ...played.state.round, rooms: [room] } }
    expect(say(played, CUSTOMER, 'One more')).toMatchObject({ ok: false, kind: 'limit' })
    expect(played.act(CUSTOMER, 'SetTemperature', { level: 1 })).toMatchObject({ ok: false, kind: 'limit' })
    expect(played.act(INSTRUCTOR, 'Whisper', { to: CUSTOMER, text: 'x' })).toMatchObject({
      ok: false,
      kind: 'limit',
    })
    expect(played.act(OBSERVER, 'WriteNote', { text: 'x' })).toMatchObject({ ok: false, kind: 'limit' })
    played.mustAct(OFFICER, 'CallTimeOut', {})
    expect(played.act(OFFICER, 'Confer', { text: 'x' })).toMatchObject({ ok: false, kind: 'limit' })
  })
})

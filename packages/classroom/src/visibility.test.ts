import { describe, expect, test } from 'vitest'
import { SERVER } from './ids.ts'
import { hashOf, secretsOf } from './testing/made-up-cards.ts'
import { ASSESSED, CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, SAME_ROOM, seconds } from './testing/one-room.ts'
import { openClass, type PlayedClass, type PlayedOpening } from './testing/play-class.ts'
import { namesFor } from './view/names-for.ts'
import type { RoomView } from './view/view.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE, PROJECTOR, type Viewer } from './view/viewer.ts'
import { wallCell } from './view/wall-cell.ts'

const ELSEWHERE = 'p5'
const UNSEATED = 'p7'
const REMOVED = 'p8'
const person = (id: string): Viewer => ({ kind: 'person', person: id })
const LOOK: Viewer = { kind: 'watch', room: 'r1-1', person: INSTRUCTOR }

const SEATS = [CUSTOMER, OFFICER, OBSERVER] as const
const OUTSIDE: readonly Viewer[] = [person(ELSEWHERE), person(UNSEATED), person(REMOVED), CONSOLE, PROJECTOR]

/** A room in which everything that somebody may not see has happened, in the rating phase. */
function fullRoom(opening: PlayedOpening = {}): PlayedClass {
  const played = openClass(7, opening)
  played.must(INSTRUCTOR, 'SetAside', { person: UNSEATED })
  played.must(INSTRUCTOR, 'RemovePerson', { person: REMOVED, block: false })
  played.seat([
    { seats: { customer: CUSTOMER, officer: OFFICER, observers: [OBSERVER] }, card: hashOf(1) },
    { seats: { customer: ELSEWHERE, officer: 'p6', observers: [] }, card: hashOf(2) },
  ])
  played.must(INSTRUCTOR, 'BringBack', { person: UNSEATED })
  played.takeTo('scene')
  played.act(CUSTOMER, 'Speak', { how: 'say', text: 'a-line-of-the-scene' })
  played.wait(seconds(10))
  played.mustAct(CUSTOMER, 'SetTemperature', { level: 7 })
  played.mustAct(OFFICER, 'MakeCall', { index: 0 })
  for (const index of [0, 1] as const) played.mustAct(INSTRUCTOR, 'DropTwist', { index })
  for (const to of SEATS) played.mustAct(INSTRUCTOR, 'Whisper', { to, text: `whisper-to-${to}` })
  for (const author of [...SEATS, INSTRUCTOR]) {
    played.mustAct(author, 'WriteNote', { text: `note-of-${author}` }, 'r1-1')
  }
  for (const marker of [OBSERVER, INSTRUCTOR]) played.mustAct(marker, 'Mark', { mark: 'hurt' }, 'r1-1')
  played.must(OFFICER, 'CallHelp', {})
  played.mustAct(OFFICER, 'CallTimeOut', {})
  played.mustAct(OBSERVER, 'Confer', { text: 'conferred-in-the-pause' })
  played.mustAct(OFFICER, 'EndTimeOut', {})
  played.takeTo('rating')
  const cue = { kind: 'trigger', index: 0 } as const
  played.mustAct(CUSTOMER, 'ConfirmCue', { cue, words: 'words-of-the-customer' })
  played.mustAct(CUSTOMER, 'CorrectCurve', { points: [{ level: 1, offset: 0 }] })
  for (const rater of SEATS) played.mustAct(rater, 'Rate', { scores: {}, sentence: `rating-by-${rater}` })
  return played
}

const before = fullRoom()
const after = before.fork()
after.takeTo('debrief')
const projected = after.fork()
for (const id of SEATS) projected.mustAct(id, 'Consent', { on: true })
projected.must(INSTRUCTOR, 'ProjectDebrief', { room: 'r1-1' })

const shows = (played: PlayedClass, viewer: Viewer, secret: string) =>
  JSON.stringify(viewOf(viewer, played.state)).includes(secret)
/** Who of customer, officer, observer and the instructor who looks in sees it. */
const insiders = (played: PlayedClass, secret: string) =>
  [...SEATS.map(person), LOOK].map(viewer => shows(played, viewer, secret))
const anyOutside = (played: PlayedClass, secret: string) =>
  OUTSIDE.some(viewer => shows(played, viewer, secret))

const [YES, NO] = [true, false]
const secret = secretsOf(1)

/** Columns: customer, officer, observer, instructor. */
const TABLE: readonly [rule: string, what: string, secret: string, now: boolean[], reveal: boolean[]][] = [
  ['[V1]', 'the shared part', secret.shared, [YES, YES, YES, YES], [YES, YES, YES, YES]],
  ['[V2]', 'the customer’s brief', secret.customer, [YES, NO, YES, YES], [YES, YES, YES, YES]],
  ['[V3]', 'the officer’s brief', secret.officer, [NO, YES, YES, YES], [YES, YES, YES, YES]],
  [
    '[V3]',
    'the answer to a call that was made',
    secret.answers[0],
    [NO, YES, YES, YES],
    [YES, YES, YES, YES],
  ],
  ['[V3]', 'the answer to a call that was not', secret.answers[1], [NO, NO, NO, YES], [NO, NO, NO, YES]],
  ['[V4]', 'a line', 'a-line-of-the-scene', [YES, YES, YES, YES], [YES, YES, YES, YES]],
  ['[V6]', 'a twist for the customer', secret.twists[0], [YES, NO, YES, YES], [YES, YES, YES, YES]],
  ['[V6]', 'a twist for the officer', secret.twists[1], [NO, YES, YES, YES], [YES, YES, YES, YES]],
  ['[V7]', 'what the customer remembers', 'words-of-the-customer', [YES, NO, NO, YES], [YES, YES, YES, YES]],
  ['[V7]', 'the questions of the debrief', secret.debrief, [NO, NO, NO, YES], [YES, YES, YES, YES]],
  ['[V8]', 'the customer’s rating', `rating-by-${CUSTOMER}`, [YES, NO, NO, NO], [YES, YES, NO, NO]],
  ['[V8]', 'the officer’s rating', `rating-by-${OFFICER}`, [NO, YES, NO, NO], [NO, YES, NO, NO]],
  ['[V8]', 'the observer’s rating', `rating-by-${OBSERVER}`, [NO, NO, YES, NO], [NO, YES, YES, NO]],
  ['[V9]', 'a whisper to the customer', `whisper-to-${CUSTOMER}`, [YES, NO, NO, YES], [YES, NO, NO, YES]],
  ['[V9]', 'a whisper to the officer', `whisper-to-${OFFICER}`, [NO, YES, NO, YES], [NO, YES, NO, YES]],
  ['[V9]', 'a whisper to the observer', `whisper-to-${OBSERVER}`, [NO, NO, YES, YES], [NO, NO, YES, YES]],
  ['[V10]', 'what was conferred', 'conferred-in-the-pause', [NO, YES, YES, YES], [NO, YES, YES, YES]],
  ['[V12]', 'a note of the customer', `note-of-${CUSTOMER}`, [YES, NO, NO, NO], [YES, NO, NO, NO]],
  ['[V12]', 'a note of the officer', `note-of-${OFFICER}`, [NO, YES, NO, NO], [NO, YES, NO, NO]],
  ['[V12]', 'a note of the observer', `note-of-${OBSERVER}`, [NO, NO, YES, NO], [NO, NO, YES, NO]],
  ['[V12]', 'a note of the instructor', `note-of-${INSTRUCTOR}`, [NO, NO, NO, YES], [NO, NO, NO, YES]],
]

describe('who sees what', () => {
  test.each(TABLE)('%s %s', (_, what, canary, now, reveal) => {
    expect(insiders(before, canary), `${what} before the reveal`).toEqual(now)
    expect(insiders(after, canary), `${what} after the reveal`).toEqual(reveal)
    expect(anyOutside(before, canary)).toBe(false)
    expect(anyOutside(after, canary)).toBe(false)
  })

  test.each(TABLE)('[V15] the projector, with everybody’s consent: %s %s', (rule, what, canary) => {
    const kept = new Set(['[V8]', '[V9]', '[V10]', '[V12]'])
    const never = kept.has(rule) || what === 'what the customer remembers'
    expect(shows(projected, PROJECTOR, canary)).toBe(!never)
    const [ELSE, OUT] = [person(ELSEWHERE), person(UNSEATED)]
    expect([ELSE, OUT].some(viewer => shows(projected, viewer, canary))).toBe(false)
  })

  test('[V2][V3] briefs are there from the briefing on', () => {
    const played = openClass(3)
    played.startRound()
    const { customer, officer, observers } = played.seats()
    const card = secretsOf(Number(played.room().card.replace('hash-', '')))
    const sees = (id: string) => [card.customer, card.officer].map(text => shows(played, person(id), text))
    expect([customer, officer, ...observers].map(sees)).toEqual([
      [YES, NO],
      [NO, YES],
      [YES, YES],
    ])
  })
})

const roomIn = (played: PlayedClass, viewer: Viewer): RoomView => {
  const view = viewOf(viewer, played.state)
  if ((view.kind !== 'person' && view.kind !== 'watch') || view.room === null) throw new Error('no room')
  return view.room
}
const marks = (played: PlayedClass, viewer: Viewer) =>
  roomIn(played, viewer).scenes[0]?.moments.map(moment => moment.as)
const curves = (played: PlayedClass, viewer: Viewer) => {
  const scene = roomIn(played, viewer).scenes[0]
  return [scene?.curve?.length ?? null, scene?.corrected?.length ?? null]
}

describe('temperature and moments', () => {
  test('[V5] everyone sees the temperature but the officer, who sees it at the reveal', () => {
    expect([...SEATS.map(person), LOOK].map(viewer => curves(before, viewer))).toEqual([
      [2, 1],
      [null, null],
      [2, 1],
      [2, 1],
    ])
    expect(curves(after, person(OFFICER))).toEqual([2, 1])
  })

  test('[V5] live if a typed class says so', () => {
    const played = fullRoom({ settings: { officerSeesTemperature: true } })
    expect(curves(played, person(OFFICER))).toEqual([2, 1])
  })

  test('[V7] before the reveal a moment is for its author and instructors', () => {
    expect([...SEATS.map(person), LOOK].map(viewer => marks(before, viewer))).toEqual([
      ['customer'],
      [],
      ['observer'],
      ['observer', 'instructor', 'customer'],
    ])
    for (const id of SEATS) expect(marks(after, person(id))).toEqual(['observer', 'instructor', 'customer'])
  })

  test('[V8] an assessed class shows its instructor every rating', () => {
    const assessed = fullRoom(ASSESSED)
    expect(roomIn(assessed, LOOK).ratings.map(rating => rating.as)).toEqual(['customer', 'self', 'observer'])
  })
})

describe('people', () => {
  test('[V11] a call for help is seen by its caller and instructors', () => {
    const helped = (viewer: Viewer) => {
      const view = viewOf(viewer, before.state)
      return view.kind === 'person' && view.me.help
    }
    expect(SEATS.map(person).map(helped)).toEqual([false, true, false])
    const consoleView = viewOf(CONSOLE, before.state)
    if (consoleView.kind !== 'console') throw new Error('no console')
    const calls = Object.entries(consoleView.people).filter(([, row]) => row.help !== null)
    expect(calls.map(([id]) => id)).toEqual([OFFICER])
    expect(wallCell(before.state, before.room()).help).toEqual([OFFICER])
  })

  test('[V11] who stopped is told to the instructor alone', () => {
    const played = openClass(2)
    played.startRound()
    played.mustAct('p2', 'Stop', {})
    const views = ['p2', 'p3'].map(id => JSON.stringify(roomIn(played, person(id)).phase))
    expect(views).toEqual(['{"name":"stopped"}', '{"name":"stopped"}'])
    expect(shows(played, PROJECTOR, '"by"')).toBe(false)
    expect(shows(played, CONSOLE, '"stoppedBy":"p2"')).toBe(true)
  })

  test('[V13] names are for the room and instructors', () => {
    const state = before.state
    expect(namesFor(person(CUSTOMER), state)).toEqual([CUSTOMER, OFFICER, OBSERVER])
    expect(namesFor(person(ELSEWHERE), state)).toEqual([ELSEWHERE, 'p6'])
    expect(namesFor(person(UNSEATED), state)).toEqual([UNSEATED])
    expect(namesFor(person(REMOVED), state)).toEqual([])
    expect(namesFor(person('p99'), state)).toEqual([])
    expect(namesFor(PROJECTOR, state)).toEqual([])
    expect(namesFor(CONSOLE, state)).toHaveLength(state.people.length)
    expect(namesFor(LOOK, state)).toHaveLength(state.people.length)
  })

  test('[V13] spot and presence are the room’s', () => {
    const played = before.fork()
    played.must(SERVER, 'NoteAway', { person: OFFICER })
    for (const id of SEATS) expect(roomIn(played, person(id))).toMatchObject({ spot: 1, away: [OFFICER] })
    expect(roomIn(played, person(ELSEWHERE))).toMatchObject({ spot: 2, away: [] })
  })

  test('[V14] who has no seat has nothing of a room, and who was removed has nothing', () => {
    expect(viewOf(person(UNSEATED), before.state)).toMatchObject({ room: null, class: { title: 'Tuesday' } })
    expect(viewOf(person(REMOVED), before.state)).toEqual({
      kind: 'person',
      me: expect.objectContaining({ person: REMOVED, standing: 'removed' }),
      class: null,
      room: null,
      worked: [],
    })
    const moved = before.fork()
    moved.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(viewOf(person(OBSERVER), moved.state)).toMatchObject({ room: null })
    expect(viewOf({ kind: 'watch', room: 'r9-9', person: INSTRUCTOR }, moved.state)).toEqual({
      kind: 'watch',
      language: 'en',
      room: null,
    })
  })
})

describe('screens', () => {
  test('[V15] the projector has counts and never a person', () => {
    for (const played of [before, after, projected]) {
      const text = JSON.stringify(viewOf(PROJECTOR, played.state))
      expect(text).not.toMatch(/"p\d+"/)
      expect(text).not.toMatch(/ratings|whisper|note-of|words/)
    }
    expect(viewOf(PROJECTOR, before.state)).toMatchObject({
      present: 6,
      rooms: 2,
      tally: null,
      debrief: null,
    })
    expect(viewOf(PROJECTOR, projected.state)).toMatchObject({ debrief: { card: { title: 'Card 1' } } })
  })

  test('[V15] a projected retake says where it left the first scene', () => {
    const played = projected.fork()
    played.mustAct(CUSTOMER, 'StartRetake', { offset: seconds(5), swapped: true })
    const view = viewOf(PROJECTOR, played.state)
    const forks = view.kind === 'projector' ? view.debrief?.scenes.map(scene => scene.fork) : undefined
    expect(forks).toEqual([null, { scene: 'r1-1.1', offset: seconds(5), swapped: true }])
  })

  test('[V15] a fishbowl’s tally counts marks and not markers', () => {
    const played = openClass(5, SAME_ROOM)
    played.startRound({ fishbowl: { customer: 'p2', officer: 'p3' } })
    played.takeTo('scene')
    for (const id of ['p4', 'p5', 'p6', 'p4'])
      played.mustAct(id, 'Mark', { mark: id === 'p5' ? 'hurt' : 'helped' })
    played.mustAct('p4', 'UndoMoment', { moment: 'm1' })
    const view = viewOf(PROJECTOR, played.state)
    expect(view).toMatchObject({ tally: { helped: 2, hurt: 1 } })
    expect(JSON.stringify(view)).not.toMatch(/"p\d+"/)
  })

  test('[V15] it shows when the class’s step ends', () => {
    const played = openClass(2, SAME_ROOM)
    expect(viewOf(PROJECTOR, played.state)).toMatchObject({ endsAt: null })
    played.startRound()
    expect(viewOf(PROJECTOR, played.state)).toMatchObject({ endsAt: played.now + seconds(180) })
    played.next('scene')
    expect(viewOf(PROJECTOR, played.state)).toMatchObject({
      startsAt: played.now + seconds(5),
      endsAt: played.now + seconds(305),
    })
    played.next('done')
    expect(viewOf(PROJECTOR, played.state)).toMatchObject({ endsAt: null })
  })

  test('[V16] the wall has a digest; a line is cut to 40 characters, never half of one', () => {
    const played = before.fork()
    expect(wallCell(played.state, played.room())).toMatchObject({
      room: 'r1-1',
      level: 7,
      levelSince: seconds(10),
      line: { seat: 'customer', text: 'a-line-of-the-scene' },
      mark: { mark: 'hurt', behaviour: 'cut-off' },
      helped: 0,
      hurt: 3,
    })
    const other = openClass(2)
    other.startRound()
    other.takeTo('scene')
    const { customer } = other.seats()
    other.mustAct(customer, 'Speak', { how: 'say', text: '😀'.repeat(40) })
    expect(wallCell(other.state, other.room()).line?.text).toBe('😀'.repeat(40))
    other.mustAct(customer, 'Speak', { how: 'say', text: '😀'.repeat(41) })
    expect(wallCell(other.state, other.room()).line?.text).toBe(`${'😀'.repeat(39)}…`)
    expect(JSON.stringify(wallCell(before.state, before.room()))).not.toMatch(
      /brief|rating-by|whisper|note-of/,
    )
  })

  test('[V17] a time-out tells each whether it is theirs to end, and nobody who called it', () => {
    const played = openClass(3)
    played.startRound()
    played.takeTo('scene')
    const { customer, officer, observers } = played.seats()
    played.mustAct(officer, 'CallTimeOut', {})
    const mine = [customer, officer, ...observers].map(id => roomIn(played, person(id)).phase.mine)
    expect(mine).toEqual([false, true, false])
    for (const id of [customer, ...observers]) {
      expect(JSON.stringify(roomIn(played, person(id)).phase)).not.toContain(officer)
    }
  })

  test('[V20] who is in the class and every screen of it know the language of the rubric that was brought', () => {
    const spanish = openClass(3, { language: 'es' })
    spanish.must(INSTRUCTOR, 'RemovePerson', { person: 'p4', block: false })
    const viewers: readonly Viewer[] = [person('p2'), person('p4'), LOOK, CONSOLE, PROJECTOR]
    const told = (played: PlayedClass) =>
      viewers.map(viewer => {
        const view = viewOf(viewer, played.state)
        return view.kind === 'watch' ? view.language : view.class?.language
      })
    expect(told(spanish)).toEqual(['es', undefined, 'es', 'es', 'es'])
    expect(told(openClass(3))).toEqual(['en', 'en', 'en', 'en', 'en'])
  })
})

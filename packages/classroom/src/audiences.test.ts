import { describe, expect, test } from 'vitest'
import type { ClassEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { unopened } from './fold.ts'
import { SERVER } from './ids.ts'
import type { ClassState } from './state.ts'
import { hashOf, madeUpCard } from './testing/made-up-cards.ts'
import {
  CUSTOMER,
  INSTRUCTOR,
  OBSERVER,
  OFFICER,
  oneRoom,
  SAME_ROOM,
  say,
  seconds,
} from './testing/one-room.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'
import { type Audience, audiences } from './view/audiences.ts'
import type { View } from './view/view.ts'
import { applyViewEvent } from './view/view-event.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE, PROJECTOR, type Viewer, viewerKey } from './view/viewer.ts'

interface Step {
  readonly event: ClassEvent
  readonly before: ClassState
  readonly after: ClassState
  readonly to: readonly Audience[]
}

const ROOMS = ['r1-1', 'r1-2', 'r2-1', 'r2-2', 'r3-1']
const watching: readonly Viewer[] = ROOMS.map(room => ({ kind: 'watch', room, person: INSTRUCTOR }))

function stepsOf(played: PlayedClass): Step[] {
  let before = unopened('class-1')
  return played.events.map(event => {
    const after = evolve(before, event)
    const step = { event, before, after, to: audiences(event, before, after, watching) }
    before = after
    return step
  })
}

const screens: readonly Viewer[] = [CONSOLE, PROJECTOR, ...watching]
const viewersOf = (state: ClassState): readonly Viewer[] => [
  ...screens,
  ...state.people.map((person): Viewer => ({ kind: 'person', person: person.id })),
]

/** Follows every viewer's view events and compares with the whole view after each event. */
function holdToTheLaw(played: PlayedClass): void {
  const views = new Map<string, View>()
  for (const { event, after, to } of stepsOf(played)) {
    for (const { viewers, events } of to) {
      for (const viewer of viewers) {
        const known = views.get(viewerKey(viewer)) ?? viewOf(viewer, unopenedFor(viewer, after))
        views.set(viewerKey(viewer), events.reduce<View>(applyViewEvent, known))
      }
    }
    for (const viewer of viewersOf(after)) {
      const followed = views.get(viewerKey(viewer)) ?? viewOf(viewer, unopened('class-1'))
      expect(followed, `${viewerKey(viewer)} after ${event.seq} ${event.type}`).toEqual(viewOf(viewer, after))
    }
  }
}

/** A person's first view comes whole; until then any view of theirs will do. */
const unopenedFor = (viewer: Viewer, after: ClassState) =>
  viewer.kind === 'person' ? after : unopened('class-1')

/** A class in which about everything happens that a view can show. */
function eventfulClass(): PlayedClass {
  const played = openClass(6)
  played.must(INSTRUCTOR, 'SetAside', { person: 'p7' })
  played.must('p2', 'SetReading', { factor: 2 })
  played.seat([
    { seats: { customer: CUSTOMER, officer: OFFICER, observers: [OBSERVER] }, card: hashOf(1) },
    { seats: { customer: 'p5', officer: 'p6', observers: [] }, card: hashOf(2) },
  ])
  played.must(OFFICER, 'CallHelp', {})
  played.mustAct(CUSTOMER, 'AskAnotherCard', {})
  played.mustAct(INSTRUCTOR, 'ChangeCard', { card: hashOf(5) })
  for (const id of [CUSTOMER, OFFICER, OBSERVER]) played.mustAct(id, 'Ready', {})
  played.wait(seconds(10))
  for (const text of ['One.', 'Two.', 'Three.']) say(played, CUSTOMER, text)
  played.mustAct(CUSTOMER, 'SetTemperature', { level: 6 })
  played.mustAct(OBSERVER, 'Mark', { mark: 'helped' })
  played.mustAct(INSTRUCTOR, 'Mark', { mark: 'hurt' })
  played.mustAct(OBSERVER, 'NameMoment', { moment: 'm1', behaviour: 'validated' })
  played.mustAct(OFFICER, 'MakeCall', { index: 0 })
  played.mustAct(INSTRUCTOR, 'DropTwist', { index: 0 })
  played.mustAct(INSTRUCTOR, 'Whisper', { to: OFFICER, text: 'Slowly.' })
  played.mustAct(OFFICER, 'CallTimeOut', {})
  played.mustAct(OBSERVER, 'Confer', { text: 'He wants a name.' })
  played.mustAct(OFFICER, 'EndTimeOut', {})
  played.must(SERVER, 'NoteAway', { person: OFFICER })
  played.must(SERVER, 'NoteBack', { person: OFFICER })
  played.must(INSTRUCTOR, 'SwapSeats', { a: OFFICER, b: OBSERVER })
  played.must(INSTRUCTOR, 'BringBack', { person: 'p7' })
  played.must(INSTRUCTOR, 'SeatPerson', { person: 'p7' })
  played.must(INSTRUCTOR, 'ChangeSettings', {
    settings: { ...played.state.settings, officerSeesTemperature: true },
  })
  played.now += seconds(60)
  played.must(SERVER, 'ShiftClocks', { by: seconds(60) })
  played.takeTo('wrap-up')
  say(played, CUSTOMER, 'Well.')
  played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(60) })
  played.mustAct('p4', 'Speak', { how: 'do', text: 'nods' })
  played.mustAct(CUSTOMER, 'ConfirmCue', { cue: { kind: 'calmer', index: 0 }, words: 'I hear you.' })
  played.mustAct(CUSTOMER, 'CorrectCurve', { points: [{ level: 4, offset: 0 }] })
  played.takeTo('rating')
  for (const id of [CUSTOMER, 'p4', OFFICER]) {
    played.mustAct(id, 'Rate', { scores: {}, sentence: `By ${id}.` })
    played.mustAct(id, 'ShareRatings', { on: true })
    played.mustAct(id, 'WriteNote', { text: `Of ${id}.` })
    played.mustAct(id, 'FinishRating', {})
  }
  played.takeTo('debrief', 'r1-1')
  for (const id of played.room().took) played.mustAct(id, 'Consent', { on: true }, 'r1-1')
  played.must(INSTRUCTOR, 'ProjectDebrief', { room: 'r1-1' })
  played.mustAct(CUSTOMER, 'StartRetake', { offset: 0, swapped: true })
  played.mustAct('p4', 'Speak', { how: 'say', text: 'Again.' })
  played.mustAct('p4', 'SetTemperature', { level: 2 })
  played.mustAct(OFFICER, 'Mark', { mark: 'helped' })
  played.mustAct(CUSTOMER, 'Consent', { on: false })
  played.mustAct('p4', 'EndRetake', {})
  played.mustAct('p5', 'Stop', {})
  played.must(INSTRUCTOR, 'RemovePerson', { person: 'p6', block: false })
  played.next('done')
  played.startRound({ fishbowl: { customer: 'p2', officer: 'p3' } })
  played.takeTo('scene')
  played.mustAct('p5', 'Mark', { mark: 'hurt' })
  played.must(SERVER, 'NamePerson', { person: 'p5' })
  played.join()
  played.must(INSTRUCTOR, 'HoldOnPaper', { person: 'p5', on: true })
  played.next('done')
  played.startRound()
  played.must(INSTRUCTOR, 'LockClass', { locked: true })
  played.must(INSTRUCTOR, 'CloseClass', {})
  return played
}

describe('the law of views', () => {
  test('[A1] what a viewer is sent folds to what they may see, after every event', () => {
    holdToTheLaw(eventfulClass())
  })

  test('[A1] a retake of a projected debrief reaches the projector', () => {
    const played = oneRoom('debrief')
    for (const id of [CUSTOMER, OFFICER, OBSERVER]) played.mustAct(id, 'Consent', { on: true })
    played.must(INSTRUCTOR, 'ProjectDebrief', { room: 'r1-1' })
    played.mustAct(CUSTOMER, 'StartRetake', { offset: 0, swapped: false })
    say(played, CUSTOMER, 'Once more.')
    holdToTheLaw(played)
    expect(JSON.stringify(viewOf(PROJECTOR, played.state))).toContain('Once more.')
  })

  test('[A1] another card of the same title starts the temperature afresh', () => {
    const played = oneRoom('briefing')
    const twin = {
      ...madeUpCard(2),
      title: 'Card 1',
      customer: { ...madeUpCard(2).customer, startTemperature: 2 as const },
    }
    const place = played.placeFor(INSTRUCTOR)
    played.must(INSTRUCTOR, 'ChangeCard', { place, card: hashOf(2) }, { library: () => twin })
    expect(played.room().scenes[0]?.curve.at(-1)?.level).toBe(2)
    holdToTheLaw(played)
  })

  test('[A1] who watches a room that everybody has left still sees it move', () => {
    const played = oneRoom('scene')
    for (const id of [CUSTOMER, OFFICER, OBSERVER]) played.must(INSTRUCTOR, 'SetAside', { person: id })
    played.next('debrief')
    holdToTheLaw(played)
    expect(viewOf({ kind: 'watch', room: 'r1-1', person: INSTRUCTOR }, played.state)).toMatchObject({
      room: { phase: { name: 'debrief' } },
    })
  })

  test('[A1] at class-wide pace too', () => {
    const played = openClass(5, SAME_ROOM)
    played.startRound()
    for (const to of ['scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done'] as const) {
      played.next(to)
      played.wait(seconds(20))
    }
    holdToTheLaw(played)
  })
})

describe('who is sent what', () => {
  const last = (played: PlayedClass) => stepsOf(played).at(-1)?.to ?? []
  const keys = (to: readonly Audience[]) => to.map(({ viewers }) => viewers.map(viewerKey))

  test('[A2] viewers to whom it means the same share one audience', () => {
    const played = oneRoom('scene')
    say(played, CUSTOMER, 'Hello.')
    expect(keys(last(played))).toEqual([['person:p2', 'person:p3', 'person:p4', 'watch:r1-1:p1']])
    for (const { to } of stepsOf(eventfulClass())) {
      const events = to.map(audience => JSON.stringify(audience.events))
      expect(new Set(events).size).toBe(events.length)
    }
  })

  test('[A3] a new seat, round, card, the reveal and removal bring the whole new view', () => {
    const whole = (played: PlayedClass, id: string) => {
      const mine = last(played).find(({ viewers }) =>
        viewers.some(viewer => viewerKey(viewer) === `person:${id}`),
      )
      return mine?.events.map(event => event.op)
    }
    const swapped = oneRoom('scene')
    swapped.must(INSTRUCTOR, 'SwapSeats', { a: CUSTOMER, b: OFFICER })
    expect([CUSTOMER, OFFICER].map(id => whole(swapped, id))).toEqual([['view'], ['view']])
    const revealed = oneRoom('debrief')
    expect([CUSTOMER, OFFICER, OBSERVER].map(id => whole(revealed, id))).toEqual([
      ['view'],
      ['view'],
      ['view'],
    ])
    const changed = oneRoom('briefing')
    changed.mustAct(INSTRUCTOR, 'ChangeCard', { card: hashOf(3) })
    expect(whole(changed, OFFICER)).toEqual(['view'])
    const removed = oneRoom('scene')
    removed.must(INSTRUCTOR, 'RemovePerson', { person: OBSERVER, block: false })
    expect(stepsOf(removed).findLast(step => step.event.type === 'PersonRemoved')?.to[0]).toMatchObject({
      viewers: [{ person: OBSERVER }],
      events: [{ op: 'view', view: { class: null, room: null } }],
    })
    const round = oneRoom('done')
    round.startRound()
    expect([CUSTOMER, OFFICER, OBSERVER].map(id => whole(round, id))).toEqual([['view'], ['view'], ['view']])
  })

  test('[A4] a line, a step and a mark add to one list of one room, for those who may see it', () => {
    const played = openClass(5)
    played.seat([
      { seats: { customer: CUSTOMER, officer: OFFICER, observers: [OBSERVER] }, card: hashOf(1) },
      { seats: { customer: 'p5', officer: 'p6', observers: [] }, card: hashOf(2) },
    ])
    played.takeTo('scene')
    say(played, OFFICER, 'Good evening.')
    expect(last(played)).toEqual([
      {
        viewers: [...[CUSTOMER, OFFICER, OBSERVER].map(person => ({ kind: 'person', person })), watching[0]],
        events: [
          { op: 'add', path: ['room', 'scenes', 0, 'lines'], item: expect.objectContaining({ n: 1 }) },
        ],
      },
    ])
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 1 })
    expect(keys(last(played))).toEqual([['person:p2', 'person:p4', 'watch:r1-1:p1']])
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt' })
    expect(keys(last(played))).toEqual([['person:p4', 'watch:r1-1:p1']])
    played.mustAct(INSTRUCTOR, 'Mark', { mark: 'hurt' })
    expect(keys(last(played))).toEqual([['watch:r1-1:p1']])
  })

  test('[A4] a retake is told as what is new: the first scene is not sent again', () => {
    const played = oneRoom('scene')
    say(played, CUSTOMER, 'First take.')
    played.takeTo('retake')
    const started = stepsOf(played).findLast(step => step.event.type === 'RetakeStarted')
    const sent = started?.to.flatMap(({ events }) => events.map(event => event.op)) ?? []
    expect(sent).toContain('add')
    expect(sent).not.toContain('view')
    expect(JSON.stringify(started?.to)).not.toContain('First take.')
  })

  test('[A1] a view event whose path leads nowhere is a mistake and throws', () => {
    const view = { list: [1], deep: { a: 1 } }
    expect(applyViewEvent(view, { op: 'add', path: ['list'], item: 2 })).toEqual({ ...view, list: [1, 2] })
    expect(applyViewEvent(view, { op: 'put', path: ['list', 1], value: 2 })).toEqual({
      ...view,
      list: [1, 2],
    })
    expect(applyViewEvent(view, { op: 'put', path: ['deep', 'b'], value: 2 })).toEqual({
      ...view,
      deep: { a: 1, b: 2 },
    })
    expect(view).toEqual({ list: [1], deep: { a: 1 } })
    for (const path of [
      ['list', 2],
      ['list', 'x'],
      ['deep', 'a', 'b'],
      ['none', 'x'],
    ]) {
      expect(() => applyViewEvent(view, { op: 'put', path, value: 2 })).toThrow()
    }
    for (const path of [['deep'], ['none'], ['toString'], ['__proto__', 'list']]) {
      expect(() => applyViewEvent(view, { op: 'add', path, item: 2 })).toThrow()
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('[A5] who watches a room is told of that room alone', () => {
    const steps = stepsOf(eventfulClass())
    const told = steps.flatMap(({ event, to }) =>
      to.flatMap(({ viewers }) =>
        viewers.flatMap(viewer => (viewer.kind === 'watch' ? [{ event, room: viewer.room }] : [])),
      ),
    )
    expect(told.length).toBeGreaterThan(50)
    for (const { event, room } of told) {
      if ('room' in event.data && event.data.room !== null) expect(event.data.room).toBe(room)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { hashOf } from './testing/made-up-cards.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE, PROJECTOR } from './view/viewer.ts'

/** Two pairs, p2 with p3 and p4 with p5, planned and not started. `p1` is the instructor. */
function planned(): PlayedClass {
  const played = openClass(4, { choice: { place: 'same-room' }, settings: { groupSize: 2 } })
  played.must('p1', 'PlanRound', {})
  played.must('p1', 'ChangePlan', {
    rooms: [
      { seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1), why: 'unseen' },
      { seats: { customer: 'p4', officer: 'p5', observers: [] }, card: hashOf(2), why: 'unseen' },
    ],
  })
  return played
}

const plan = (played: PlayedClass) => played.state.plan?.rooms.map(({ seats }) => seats)
const warnings = (played: PlayedClass) => {
  const view = viewOf(CONSOLE, played.state)
  return view.kind === 'console' ? view.warnings.map(({ kind }) => kind) : []
}

describe('an instructor’s own arrangement', () => {
  test('[R21] somebody moves to a free seat, and the plan is not started while a player is missing', () => {
    const played = planned()
    played.must('p1', 'MoveInPlan', { person: 'p2', beside: 'p4', seat: 'observer' })
    expect(plan(played)).toEqual([
      { customer: null, officer: 'p3', observers: [] },
      { customer: 'p4', officer: 'p5', observers: ['p2'] },
    ])
    expect(warnings(played)).toEqual(['empty-seat', 'many'])
    expect(played.give('p1', 'StartRound', { round: 1 })).toMatchObject({ kind: 'taken' })
    played.must('p1', 'MoveInPlan', { person: 'p3', beside: 'p4', seat: 'observer' })
    // A room in which nobody is left is no longer there.
    expect(plan(played)).toEqual([{ customer: 'p4', officer: 'p5', observers: ['p2', 'p3'] }])
    played.must('p1', 'StartRound', { round: 1 })
  })

  test('[R21] two people swap, also with somebody who sits nowhere; an instructor may take a seat', () => {
    const played = planned()
    played.must('p1', 'SwapInPlan', { a: 'p2', b: 'p5' })
    expect(plan(played)?.map(seats => `${seats.customer} ${seats.officer}`)).toEqual(['p5 p3', 'p4 p2'])
    played.must('p1', 'SwapInPlan', { a: 'p1', b: 'p5' })
    expect(plan(played)?.[0]).toMatchObject({ customer: 'p1', officer: 'p3' })
    expect(warnings(played)).toEqual(['no-seat'])
    played.must('p1', 'MoveInPlan', { person: 'p5', beside: 'p1', seat: 'observer' })
    played.must('p1', 'StartRound', { round: 1 })
    expect(played.state.people[0]?.room).toBe('r1-1')
  })

  test('[R21] a new room has a card of its own, and another card is another one', () => {
    const played = planned()
    played.must('p1', 'MoveInPlan', { person: 'p2', seat: 'customer' })
    expect(plan(played)).toHaveLength(3)
    played.must('p1', 'MoveInPlan', { person: 'p3', beside: 'p2', seat: 'officer' })
    expect(plan(played)).toHaveLength(2)
    const before = played.state.plan?.rooms[0]?.card
    played.must('p1', 'ChangePlannedCard', { beside: 'p4' })
    expect(played.state.plan?.rooms[0]?.card).not.toBe(before)
    const other = played.state.deck.find(card => card.hash !== played.state.plan?.rooms[0]?.card)?.hash ?? ''
    played.must('p1', 'ChangePlannedCard', { beside: 'p4', card: other })
    expect(played.state.plan?.rooms[0]).toMatchObject({ card: other, why: 'chosen' })
    const kinds = (card: string) => played.give('p1', 'ChangePlannedCard', { beside: 'p4', card })
    expect(kinds(other)).toMatchObject({ kind: 'taken' })
    expect(kinds('00000000')).toMatchObject({ kind: 'gone' })
  })

  test('[R21] of two instructors who move at once the second is told, and there is one plan', () => {
    const played = planned()
    played.join('instructor')
    played.must('p1', 'SetAside', { person: 'p3' })
    played.must('p1', 'MoveInPlan', { person: 'p4', beside: 'p2', seat: 'officer' })
    expect(played.give('p6', 'MoveInPlan', { person: 'p5', beside: 'p2', seat: 'officer' })).toMatchObject({
      kind: 'taken',
    })
    expect(played.give('p6', 'MoveInPlan', { person: 'p4', beside: 'p2', seat: 'officer' })).toMatchObject({
      kind: 'taken',
    })
    expect(plan(played)?.[0]).toMatchObject({ customer: 'p2', officer: 'p4' })
  })

  test('[R21] nobody who left, nobody unknown, no room that is no longer there, and no plan at all', () => {
    const played = planned()
    played.must('p1', 'SetAside', { person: 'p3' })
    const move = (person: string, beside: string) =>
      played.give('p1', 'MoveInPlan', { person, beside, seat: 'observer' })
    expect(move('p3', 'p4')).toMatchObject({ kind: 'gone' })
    expect(move('p77', 'p4')).toMatchObject({ kind: 'gone' })
    expect(move('p2', 'p3')).toMatchObject({ kind: 'moved-on' })
    expect(played.give('p1', 'ChangePlannedCard', { beside: 'p3' })).toMatchObject({ kind: 'moved-on' })
    expect(played.give('p1', 'SwapInPlan', { a: 'p2', b: 'p2' })).toMatchObject({ kind: 'invalid' })
    played.must('p1', 'RemovePerson', { person: 'p4', block: false })
    expect(move('p4', 'p2')).toMatchObject({ kind: 'gone' })
    expect(openClass(2).give('p1', 'SwapInPlan', { a: 'p2', b: 'p3' })).toMatchObject({ kind: 'gone' })
  })

  test('[X6] what came too late in a running round is answered with a sentence and changes nothing', () => {
    const played = planned()
    played.must('p1', 'StartRound', { round: 1 })
    played.must('p1', 'Next', { round: 1, to: 'scene' })
    played.join('instructor')
    const roomAt = (id: string) => played.state.round?.rooms.find(room => room.id === id)
    const place = (room: string) => ({
      room,
      scene: roomAt(room)?.scenes.at(-1)?.id ?? '',
      seat: 'instructor' as const,
    })
    // p3 leaves the seat that two twists and whispers are meant for; p4 and p5 are done.
    played.must('p1', 'SetAside', { person: 'p3' })
    played.must('p1', 'EndRoom', { place: place('r1-2') })
    const twists = played.state.cards[roomAt('r1-1')?.card ?? '']?.twists ?? []
    const forOfficer = twists.findIndex(({ to }) => to === 'officer') === 0 ? 0 : 1
    expect(twists[forOfficer]?.to).toBe('officer')
    const before = played.state
    const refused = (answer: ReturnType<PlayedClass['give']>, kind: string) => {
      expect(answer).toMatchObject({ ok: false, kind, say: expect.stringMatching(/^[A-Z].{10,}[.]$/) })
      expect(played.state).toBe(before)
    }
    refused(played.give('p1', 'Whisper', { place: place('r1-1'), to: 'p3', text: 'Slower.' }), 'gone')
    refused(played.give('p1', 'DropTwist', { place: place('r1-1'), index: forOfficer }), 'gone')
    refused(played.give('p1', 'EndRoom', { place: place('r1-2') }), 'wrong-phase')
    refused(played.give('p1', 'SeatPerson', { person: 'p4', room: 'r1-1', seat: 'customer' }), 'taken')
    refused(played.give('p1', 'SwapSeats', { a: 'p3', b: 'p2' }), 'gone')
    refused(played.give('p6', 'SeatPerson', { person: 'p3', room: 'r1-1', seat: 'officer' }), 'gone')
  })

  test('[R21] who is set aside or removed falls out of the plan', () => {
    const played = planned()
    played.must('p1', 'SetAside', { person: 'p2' })
    played.must('p1', 'RemovePerson', { person: 'p3', block: true })
    expect(plan(played)).toEqual([{ customer: 'p4', officer: 'p5', observers: [] }])
    played.must('p1', 'StartRound', { round: 1 })
  })

  test('[R21] a fishbowl stays one room', () => {
    const played = openClass(4)
    played.must('p1', 'PlanRound', { fishbowl: { customer: 'p2', officer: 'p3' } })
    expect(played.give('p1', 'MoveInPlan', { person: 'p4', seat: 'officer' })).toMatchObject({
      kind: 'invalid',
    })
    played.must('p1', 'SwapInPlan', { a: 'p3', b: 'p5' })
    expect(plan(played)?.[0]).toMatchObject({ officer: 'p5' })
  })
})

describe('a room more in the round that runs', () => {
  const started = () => {
    const played = planned()
    played.must('p1', 'StartRound', { round: 1 })
    return played
  }

  test('[P6][R22] two who come late while the class still reads play with each other', () => {
    const played = started()
    const first = played.join()
    const second = played.join()
    played.must('p1', 'SeatPerson', { person: second })
    expect(played.room('r1-3')).toMatchObject({
      spot: 3,
      phase: { name: 'briefing' },
      seats: { customer: first, officer: second, observers: [] },
    })
    played.must('p1', 'Next', { round: 1, to: 'scene' })
    expect(played.room('r1-3').phase.name).toBe('scene')
    // Later two who wait would hold up the class: they observe.
    const third = played.join()
    played.join()
    played.must('p1', 'SeatPerson', { person: third })
    expect(played.state.round?.rooms).toHaveLength(3)
    expect(played.room('r1-1').seats.observers).toEqual([third])
  })

  test('[R22] the instructor opens one at any time, for two who sit nowhere', () => {
    const played = started()
    played.takeTo('rating', 'r1-1')
    const late = played.join()
    expect(played.give('p1', 'OpenRoom', { customer: 'p2', officer: late })).toMatchObject({ kind: 'taken' })
    expect(played.give('p1', 'OpenRoom', { customer: late, officer: late })).toMatchObject({
      kind: 'invalid',
    })
    expect(played.give('p1', 'OpenRoom', { customer: late, officer: 'p88' })).toMatchObject({ kind: 'gone' })
    const other = played.join('instructor')
    played.must('p1', 'OpenRoom', { customer: other, officer: late })
    expect(played.room('r1-3').seats).toMatchObject({ customer: other, officer: late })
    const view = viewOf(CONSOLE, played.state)
    expect(view.kind === 'console' && view.round?.next).toBe('scene')
    const nothing = openClass(2)
    expect(nothing.give('p1', 'OpenRoom', { customer: 'p2', officer: 'p3' })).toMatchObject({ kind: 'gone' })
  })

  test('[P10] the rooms that play are compared with the promises too', () => {
    const played = started()
    const kinds = () => {
      const view = viewOf(CONSOLE, played.state)
      return view.kind === 'console' ? view.round?.warnings.map(({ kind }) => kind) : undefined
    }
    expect(kinds()).toEqual([])
    played.must('p1', 'SwapSeats', { a: 'p2', b: 'p3' })
    expect(kinds()).toEqual(['brief-seen'])
    played.join()
    expect(kinds()).toEqual(['no-seat', 'brief-seen'])
    for (const room of ['r1-1', 'r1-2']) played.takeTo('done', room)
    expect(kinds()).toEqual([])
  })
})

describe('an announcement', () => {
  const heard = (played: PlayedClass, person: string) => {
    const view = viewOf({ kind: 'person', person }, played.state)
    return view.kind === 'person' ? view.class?.announced?.text : undefined
  }
  const onTheWall = (played: PlayedClass) => {
    const view = viewOf(PROJECTOR, played.state)
    return view.kind === 'projector' ? view.class.announced?.text : undefined
  }

  test('[C14] reaches everybody, and the projector only if wanted, until it is taken back or a round starts', () => {
    const played = planned()
    played.must('p1', 'Announce', { text: ' Five minutes\nof rest. ', wall: false })
    expect(heard(played, 'p4')).toBe('Five minutes of rest.')
    expect(onTheWall(played)).toBeUndefined()
    played.must('p1', 'Announce', { text: 'Back to your spots.', wall: true })
    expect(onTheWall(played)).toBe('Back to your spots.')
    played.must('p1', 'Announce', { text: null, wall: true })
    expect(heard(played, 'p4')).toBeUndefined()
    played.must('p1', 'Announce', { text: 'We start.', wall: true })
    played.must('p1', 'StartRound', { round: 1 })
    expect(heard(played, 'p4')).toBeUndefined()
    expect(onTheWall(played)).toBeUndefined()
  })

  test('[C14] is a sentence of at most 300 units', () => {
    const played = planned()
    expect(played.give('p1', 'Announce', { text: ' ', wall: false })).toMatchObject({ kind: 'invalid' })
    expect(played.give('p1', 'Announce', { text: 'x'.repeat(301), wall: false })).toMatchObject({
      kind: 'invalid',
    })
    expect(played.give('p2', 'Announce', { text: 'Hello.', wall: false })).toMatchObject({
      kind: 'not-allowed',
    })
  })
})

describe('what a fishbowl’s room agreed on', () => {
  test('[V15] after the scene the projector has how many people marked in each ten seconds, and nobody’s id', () => {
    const played = openClass(4)
    played.startRound({ fishbowl: { customer: 'p2', officer: 'p3' } })
    played.takeTo('scene')
    const tens = () => {
      const view = viewOf(PROJECTOR, played.state)
      return view.kind === 'projector' ? view.agreement : undefined
    }
    played.now += 12_000
    played.mustAct('p4', 'Mark', { mark: 'helped' })
    played.mustAct('p4', 'Mark', { mark: 'helped' })
    played.mustAct('p5', 'Mark', { mark: 'helped' })
    played.mustAct('p5', 'Mark', { mark: 'hurt' })
    expect(tens()).toBeNull()
    played.takeTo('step-out')
    const at = tens()?.findIndex(ten => ten.helped > 0) ?? -1
    expect(tens()?.[at]).toEqual({ from: at * 10_000, helped: 2, hurt: 1 })
    expect(tens()?.every(ten => ten.from === at * 10_000 || ten.helped + ten.hurt === 0)).toBe(true)
    expect(JSON.stringify(tens())).not.toMatch(/p\d/)
  })
})

import { describe, expect, test } from 'vitest'
import { pastOf } from './decide/plan.ts'
import { hashOf } from './testing/made-up-cards.ts'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, phaseOf, seconds } from './testing/one-room.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'

/** Two pairs: p2 and p3, p4 and p5, with cards 1 and 2. */
function twoPairs(): PlayedClass {
  const played = openClass(4)
  played.seat([
    { seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1) },
    { seats: { customer: 'p4', officer: 'p5', observers: [] }, card: hashOf(2) },
  ])
  return played
}

const seat = (played: PlayedClass, data: Parameters<typeof given>[1]) => given(played, data)
const given = (
  played: PlayedClass,
  data: { person: string; room?: string; seat?: 'customer' | 'officer' | 'observer' },
) => played.give(INSTRUCTOR, 'SeatPerson', data)

describe('who comes late', () => {
  test('[R14] gets the free seat of a player, else observes', () => {
    const played = twoPairs()
    const late = played.join()
    played.must(INSTRUCTOR, 'SetAside', { person: 'p5' })
    played.must(INSTRUCTOR, 'SeatPerson', { person: late })
    expect(played.room('r1-2').seats).toEqual({ customer: 'p4', officer: late, observers: [] })
    for (let arriving = 0; arriving < 2; arriving++) {
      played.must(INSTRUCTOR, 'SeatPerson', { person: played.join() })
    }
    const watched = ['r1-1', 'r1-2'].map(room => played.room(room).seats.observers.length)
    expect(watched).toEqual([1, 1])
  })

  test('[R14] a seat that is taken, a room that is done and somebody who is not here are refused', () => {
    const played = twoPairs()
    const late = played.join()
    expect(seat(played, { person: late, room: 'r1-1', seat: 'officer' })).toMatchObject({ kind: 'taken' })
    expect(seat(played, { person: 'p3', room: 'r1-1', seat: 'officer' })).toMatchObject({ kind: 'taken' })
    expect(seat(played, { person: late, room: 'r1-9' })).toMatchObject({ kind: 'gone' })
    expect(seat(played, { person: 'p99' })).toMatchObject({ kind: 'gone' })
    played.must(INSTRUCTOR, 'SetAside', { person: 'p2' })
    expect(seat(played, { person: 'p2', room: 'r1-1' })).toMatchObject({ kind: 'gone' })
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p2', block: false })
    expect(seat(played, { person: 'p2', room: 'r1-1' })).toMatchObject({ kind: 'gone' })
    played.must(INSTRUCTOR, 'SeatPerson', { person: late })
    played.takeTo('done', 'r1-2')
    expect(seat(played, { person: late, room: 'r1-2' })).toMatchObject({ kind: 'wrong-phase' })
    played.takeTo('done', 'r1-1')
    expect(seat(played, { person: late })).toMatchObject({ kind: 'gone' })
    expect(openClass(1).give(INSTRUCTOR, 'SeatPerson', { person: 'p2' })).toMatchObject({ kind: 'gone' })
  })

  test('[R14] who moves leaves their old seat free', () => {
    const played = twoPairs()
    played.must(INSTRUCTOR, 'SetAside', { person: 'p5' })
    played.must(INSTRUCTOR, 'SeatPerson', { person: 'p3', room: 'r1-2' })
    expect(played.room('r1-1').seats).toEqual({ customer: 'p2', officer: null, observers: [] })
    expect(played.room('r1-2').seats).toEqual({ customer: 'p4', officer: 'p3', observers: [] })
    expect(played.state.people[2]?.room).toBe('r1-2')
  })
})

describe('swaps', () => {
  test('[R15] two people swap seats within a room and between rooms', () => {
    const played = twoPairs()
    played.must(INSTRUCTOR, 'SwapSeats', { a: 'p2', b: 'p3' })
    expect(played.seats('r1-1')).toMatchObject({ customer: 'p3', officer: 'p2' })
    played.must(INSTRUCTOR, 'SwapSeats', { a: 'p2', b: 'p4' })
    expect(played.seats('r1-1')).toMatchObject({ customer: 'p3', officer: 'p4' })
    expect(played.seats('r1-2')).toMatchObject({ customer: 'p2', officer: 'p5' })
    expect(played.state.people[1]?.room).toBe('r1-2')
  })

  test('[R15] not one person with themselves, nor with nobody, nor in a room that is done', () => {
    const played = twoPairs()
    const late = played.join()
    const swap = (a: string, b: string) => played.give(INSTRUCTOR, 'SwapSeats', { a, b })
    expect(swap('p2', 'p2')).toMatchObject({ kind: 'invalid' })
    expect(swap('p2', 'p99')).toMatchObject({ kind: 'invalid' })
    expect(swap('p2', late)).toMatchObject({ kind: 'gone' })
    played.takeTo('done', 'r1-2')
    expect(swap('p2', 'p4')).toMatchObject({ kind: 'wrong-phase' })
  })

  test('[R16] who leaves a seat takes with them that they were ready or had finished', () => {
    const played = oneRoom('briefing')
    played.mustAct(CUSTOMER, 'Ready', {})
    played.mustAct(OBSERVER, 'Ready', {})
    played.must(INSTRUCTOR, 'SwapSeats', { a: CUSTOMER, b: OFFICER })
    expect(played.room().ready).toEqual([OBSERVER])
    played.takeTo('rating')
    played.mustAct(OBSERVER, 'FinishRating', {})
    played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(played.room().finished).toEqual([])
  })

  test('[R19] everyone who ever sat in a room is remembered by it', () => {
    const played = twoPairs()
    played.must(INSTRUCTOR, 'SwapSeats', { a: 'p3', b: 'p5' })
    played.must(INSTRUCTOR, 'SetAside', { person: 'p2' })
    const late = played.join()
    played.must(INSTRUCTOR, 'SeatPerson', { person: late, room: 'r1-1' })
    expect(played.room('r1-1').took).toEqual(['p2', 'p3', 'p5', late])
  })
})

describe('another card', () => {
  test('[R17] anyone in the room may ask for one, and the briefing begins anew', () => {
    const played = oneRoom('briefing')
    played.mustAct(CUSTOMER, 'Ready', {})
    played.wait(seconds(100))
    const events = played.mustAct(OBSERVER, 'AskAnotherCard', {})
    expect(events.map(event => event.type)).toEqual(['CardBrought', 'CardChanged'])
    expect(played.room().card).not.toBe(hashOf(1))
    expect(played.room()).toMatchObject({
      ready: [],
      why: 'asked',
      phase: { name: 'briefing', endsAt: played.now + seconds(180) },
    })
    expect(phaseOf(played)).toBe('briefing')
  })

  test('[R17] not a card that these people had in this pairing, while there is another', () => {
    const played = openClass(2, { cards: 3 })
    played.must(INSTRUCTOR, 'PlanRound', { card: hashOf(1) })
    played.startPlanned()
    played.takeTo('done')
    played.must(INSTRUCTOR, 'PlanRound', { card: hashOf(2) })
    played.startPlanned()
    expect(played.state.round?.pairing).toBe(1)
    const officer = played.seats().officer
    played.mustAct(officer, 'AskAnotherCard', {})
    expect(played.room().card).toBe(hashOf(3))
    played.mustAct(officer, 'AskAnotherCard', {})
    expect(played.room().card).toBe(hashOf(2))
  })

  test('[R17] the customer knows the declined card, so the officer of it is somebody else', () => {
    const played = oneRoom('briefing', { cards: 2 })
    played.mustAct(CUSTOMER, 'AskAnotherCard', {})
    expect(played.state.people[1]?.seen).toEqual([hashOf(1), hashOf(2)])
    expect(played.state.people[2]?.seen).toEqual([])
  })

  test('[R17] but rather one that they had than one whose customer brief the officer has seen', () => {
    const played = openClass(2, { cards: 3 })
    const round = (customer: string, officer: string, card: number) => {
      played.seat([{ seats: { customer, officer, observers: [] }, card: hashOf(card) }])
      return () => played.takeTo('stopped')
    }
    round('p3', 'p2', 1)()
    round('p2', 'p3', 3)()
    // In the second pairing p3 has had card 2 as officer, knows only card 1 as customer, and is asked for another than 3.
    round('p2', 'p3', 2)()
    round('p2', 'p3', 3)
    played.mustAct('p3', 'AskAnotherCard', {})
    expect(played.room().card).toBe(hashOf(2))
  })

  test('[R17] the only card there is stays', () => {
    const played = oneRoom('briefing', { cards: 1 })
    expect(played.act(CUSTOMER, 'AskAnotherCard', {})).toMatchObject({ ok: false, kind: 'limit' })
  })

  test('[R17] the instructor chooses one of the playbook’s', () => {
    const played = oneRoom('briefing')
    expect(played.act(INSTRUCTOR, 'ChangeCard', { card: hashOf(1) })).toMatchObject({ kind: 'taken' })
    expect(played.act(INSTRUCTOR, 'ChangeCard', { card: hashOf(100) })).toMatchObject({ kind: 'gone' })
    played.mustAct(INSTRUCTOR, 'ChangeCard', { card: hashOf(4) })
    expect(played.room().card).toBe(hashOf(4))
  })
})

describe('what the planner is told', () => {
  /** Two triads, p2 p3 p4 and p5 p6 p7 as customer, officer, observer, whose round is done. */
  function afterOneRound(): PlayedClass {
    const played = openClass(6)
    played.seat([
      { seats: { customer: 'p2', officer: 'p3', observers: ['p4'] }, card: hashOf(1) },
      { seats: { customer: 'p5', officer: 'p6', observers: ['p7'] }, card: hashOf(2) },
    ])
    return played
  }
  const rooms = (played: PlayedClass) => pastOf(played.state).map(round => round.rooms)

  test('[P6][R20] who left after the round still played it, and their partners did too', () => {
    const played = afterOneRound()
    played.next('done')
    played.must(INSTRUCTOR, 'SetAside', { person: 'p3' })
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p7', block: false })
    expect(rooms(played)).toEqual([
      [
        { customer: 'p2', officer: 'p3', observers: ['p4'], card: hashOf(1) },
        { customer: 'p5', officer: 'p6', observers: ['p7'], card: hashOf(2) },
      ],
    ])
    played.must(INSTRUCTOR, 'PlanRound', {})
    const planned = played.state.plan?.rooms.map(room => [room.seats.customer, room.seats.officer])
    expect(planned?.map(pair => [...pair].sort())).toEqual(
      expect.arrayContaining([
        ['p2', 'p4'],
        ['p5', 'p6'],
      ]),
    )
    expect(planned).toContainEqual(['p6', 'p5'])
  })

  test('[R20] who left in the middle did not, and their partners did', () => {
    const played = afterOneRound()
    played.takeTo('scene')
    played.must(INSTRUCTOR, 'SetAside', { person: 'p3' })
    played.next('done')
    expect(rooms(played)[0]?.[0]).toEqual({ customer: 'p2', officer: '', observers: ['p4'], card: hashOf(1) })
  })

  test('[R20] a swap after the scene changes nothing, one before its end does', () => {
    const played = afterOneRound()
    played.takeTo('scene')
    played.must(INSTRUCTOR, 'SwapSeats', { a: 'p2', b: 'p3' })
    played.takeTo('rating')
    played.must(INSTRUCTOR, 'SwapSeats', { a: 'p2', b: 'p4' })
    expect(rooms(played)[0]?.[0]).toMatchObject({ customer: 'p3', officer: 'p2', observers: ['p4'] })
  })

  test('[R20] who played in two rooms counts once, where they sit now', () => {
    const played = afterOneRound()
    played.takeTo('rating', 'r1-1')
    played.must(INSTRUCTOR, 'SetAside', { person: 'p6' })
    played.must(INSTRUCTOR, 'SeatPerson', { person: 'p3', room: 'r1-2', seat: 'officer' })
    played.takeTo('done', 'r1-2')
    expect(rooms(played)[0]).toEqual([
      { customer: 'p2', officer: '', observers: ['p4'], card: hashOf(1) },
      { customer: 'p5', officer: 'p3', observers: ['p7'], card: hashOf(2) },
    ])
    played.takeTo('done', 'r1-1')
    played.must(INSTRUCTOR, 'SetAside', { person: 'p3' })
    const counted = rooms(played)[0]
      ?.flatMap(room => [room.customer, room.officer])
      .filter(id => id === 'p3')
    expect(counted).toHaveLength(1)
  })

  test('[R20] a room whose people have all gone elsewhere is no room', () => {
    const played = afterOneRound()
    played.takeTo('scene')
    for (const person of ['p2', 'p3', 'p4']) played.must(INSTRUCTOR, 'SetAside', { person })
    played.next('done')
    expect(rooms(played)[0]).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { SERVER } from './ids.ts'
import type { OnDropout } from './settings.ts'
import { hashOf, secretsOf } from './testing/made-up-cards.ts'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, phaseOf, seconds } from './testing/one-room.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'
import { attention } from './view/attention.ts'
import { viewOf } from './view/view-of.ts'
import { wallCell } from './view/wall-cell.ts'

const away = (played: PlayedClass, person: string) => played.must(SERVER, 'NoteAway', { person })
const back = (played: PlayedClass, person: string) => played.must(SERVER, 'NoteBack', { person })
const withPolicy = (onDropout: OnDropout) => oneRoom('scene', { settings: { onDropout } })
const types = (events: readonly { type: string }[]) => events.map(event => event.type)
const screenOf = (played: PlayedClass, person: string) =>
  JSON.stringify(viewOf({ kind: 'person', person }, played.state))
const asked = (played: PlayedClass) => {
  played.wait(seconds(60))
  return attention(wallCell(played.state, played.room()), played.now, played.state.settings)?.reason
}

describe('[D11] a stand-in by hand', () => {
  test('the instructor takes the seat of a player who is away, and the scene goes on', () => {
    const played = oneRoom('scene')
    away(played, OFFICER)
    played.wait(seconds(40))
    const events = played.must(INSTRUCTOR, 'SeatPerson', {
      person: INSTRUCTOR,
      room: 'r1-1',
      seat: 'officer',
      instead: OFFICER,
    })
    expect(types(events)).toEqual(['PersonSeated', 'PersonSeated', 'SceneResumed'])
    expect(played.room().seats).toEqual({
      customer: CUSTOMER,
      officer: INSTRUCTOR,
      observers: [OBSERVER, OFFICER],
    })
    expect(played.room().phase).toMatchObject({ name: 'scene', endsAt: played.now + seconds(600) })
  })

  test('nobody is put out of a seat who is there, or who came back just before', () => {
    const played = oneRoom('scene')
    const take = () =>
      played.give(INSTRUCTOR, 'SeatPerson', {
        person: OBSERVER,
        room: 'r1-1',
        seat: 'officer',
        instead: OFFICER,
      })
    expect(take()).toMatchObject({ ok: false, kind: 'taken' })
    away(played, OFFICER)
    back(played, OFFICER)
    expect(take()).toMatchObject({ ok: false, kind: 'taken', say: 'They are back and play on.' })
    expect(played.room().seats.officer).toBe(OFFICER)
  })

  test('a seat that somebody else took meanwhile is not taken again', () => {
    const played = oneRoom('scene')
    away(played, OFFICER)
    const take = (person: string) =>
      played.give(INSTRUCTOR, 'SeatPerson', { person, room: 'r1-1', seat: 'officer', instead: OFFICER })
    expect(take(OBSERVER).ok).toBe(true)
    expect(take(INSTRUCTOR)).toMatchObject({ ok: false, kind: 'taken' })
  })

  test('who takes a seat sees its brief from then on, and who left no longer has their own on the screen', () => {
    const played = oneRoom('scene')
    const secret = secretsOf(1)
    away(played, CUSTOMER)
    // An observer reads both briefs already; somebody from outside has neither before.
    const late = played.join()
    expect(screenOf(played, late)).not.toContain(secret.customer)
    played.must(INSTRUCTOR, 'SeatPerson', {
      person: late,
      room: 'r1-1',
      seat: 'customer',
      instead: CUSTOMER,
    })
    expect(screenOf(played, late)).toContain(secret.customer)
    expect(screenOf(played, late)).not.toContain(secret.officer)
    played.must(INSTRUCTOR, 'SetAside', { person: CUSTOMER })
    expect(screenOf(played, CUSTOMER)).not.toContain(secret.customer)
    expect(screenOf(played, CUSTOMER)).not.toContain(secret.officer)
  })

  test('who comes back keeps a seat that nobody took, and else observes', () => {
    const kept = oneRoom('scene')
    away(kept, OFFICER)
    const taken = kept.fork()
    back(kept, OFFICER)
    expect(kept.room().seats.officer).toBe(OFFICER)
    expect(kept.room().phase).not.toHaveProperty('held')
    taken.must(INSTRUCTOR, 'SwapSeats', { a: OFFICER, b: OBSERVER })
    back(taken, OFFICER)
    expect(taken.room().seats).toEqual({ customer: CUSTOMER, officer: OBSERVER, observers: [OFFICER] })
  })
})

describe('[D11] the partner of somebody who dropped out', () => {
  test('moves to the best place in another room', () => {
    const played = openClass(5)
    played.seat([
      { seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1) },
      { seats: { customer: 'p4', officer: 'p5', observers: ['p6'] }, card: hashOf(2) },
    ])
    played.takeTo('scene')
    away(played, 'p3')
    played.must(INSTRUCTOR, 'SeatPerson', { person: 'p2' })
    expect(played.room('r1-1').seats).toEqual({ customer: null, officer: 'p3', observers: [] })
    expect(played.room('r1-2').seats.observers).toEqual(['p6', 'p2'])
  })

  test('stays where they are while there is no other room, and nothing changes', () => {
    const played = oneRoom('scene')
    away(played, OFFICER)
    expect(played.give(INSTRUCTOR, 'SeatPerson', { person: CUSTOMER })).toMatchObject({
      ok: false,
      kind: 'gone',
    })
  })
})

describe('[D12] what the class does by itself', () => {
  test('ask: the clock stands and the wall calls the instructor', () => {
    const played = oneRoom('scene')
    expect(types(away(played, OFFICER))).toEqual(['PersonAway', 'SceneHeld'])
    expect(asked(played)).toBe('away')
  })

  test('wait: the clock stands and nobody is called', () => {
    const played = withPolicy('wait')
    expect(types(away(played, OFFICER))).toEqual(['PersonAway', 'SceneHeld'])
    expect(asked(played)).toBeUndefined()
  })

  test('end: the scene ends, as an instructor would end it, and nobody is said to have stopped', () => {
    const played = withPolicy('end')
    away(played, CUSTOMER)
    expect(phaseOf(played)).toBe('stopped')
    expect(wallCell(played.state, played.room()).stoppedBy).toBeNull()
    expect(played.room().revealed).toBe(false)
  })

  test('stand-in: an observer plays on at once, and the clock does not stand', () => {
    const played = withPolicy('stand-in')
    expect(types(away(played, OFFICER))).toEqual(['PersonAway', 'PersonSeated', 'PersonSeated'])
    expect(played.room().seats).toEqual({ customer: CUSTOMER, officer: OBSERVER, observers: [OFFICER] })
    expect(played.room().phase).not.toHaveProperty('held')
  })

  test('stand-in without an observer who is there: the clock stands and the instructor is asked', () => {
    const played = withPolicy('stand-in')
    away(played, OBSERVER)
    expect(types(away(played, OFFICER))).toEqual(['PersonAway', 'SceneHeld'])
    expect(asked(played)).toBe('away')
  })

  test.each(['end', 'stand-in'] as const)('%s: an observer who drops out changes nothing', policy => {
    const played = withPolicy(policy)
    expect(types(away(played, OBSERVER))).toEqual(['PersonAway'])
    expect(phaseOf(played)).toBe('scene')
  })

  test.each(['end', 'stand-in'] as const)('%s: a spoken scene goes on, whoever’s device is lost', policy => {
    const played = oneRoom('scene', { settings: { medium: 'spoken', onDropout: policy } })
    expect(types(away(played, OFFICER))).toEqual(['PersonAway'])
    expect(played.room().phase).not.toHaveProperty('held')
  })
})

import { describe, expect, test } from 'vitest'
import { SERVER } from './ids.ts'
import type { RatedAs } from './room.ts'
import { hashOf, secretsOf } from './testing/made-up-cards.ts'
import { ASSESSED, CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, phaseOf } from './testing/one-room.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'
import type { View } from './view/view.ts'
import { viewOf } from './view/view-of.ts'

const EVERYONE = [CUSTOMER, OFFICER, OBSERVER]
const look = (played: PlayedClass): View =>
  viewOf({ kind: 'watch', room: 'r1-1', person: INSTRUCTOR }, played.state)
const seen = (played: PlayedClass, person: string): readonly RatedAs[] =>
  asOf(viewOf({ kind: 'person', person }, played.state))
const asOf = (view: View) =>
  (view.kind === 'person' || view.kind === 'watch' ? (view.room?.ratings ?? []) : []).map(rating => rating.as)
const rate = (played: PlayedClass, person: string, ...items: string[]) =>
  played.act(person, 'Rate', { scores: Object.fromEntries(items.map(item => [item, 3])) })

/** Everybody has rated and nobody has finished. */
function rated(opening = {}): PlayedClass {
  const played = oneRoom('rating', opening)
  played.mustAct(CUSTOMER, 'Rate', { scores: { listened: 4 }, sentence: 'I was heard.' })
  played.mustAct(OFFICER, 'Rate', { scores: { attention: 2 }, sentence: 'I rushed.' })
  played.mustAct(OBSERVER, 'Rate', { scores: { attention: 'not-observable' } })
  return played
}

describe('ratings', () => {
  test('[G1] the customer rates five items, officer and observer the focus', () => {
    const played = oneRoom('rating')
    expect(rate(played, CUSTOMER, 'listened', 'understood', 'feelings', 'way-forward', 'valued').ok).toBe(
      true,
    )
    expect(rate(played, OFFICER, 'attention', 'space', 'paraphrase').ok).toBe(true)
    expect(rate(played, OBSERVER, 'attention').ok).toBe(true)
    expect(played.room().ratings.map(rating => rating.as)).toEqual(['customer', 'self', 'observer'])
    expect(rate(played, CUSTOMER, 'attention')).toMatchObject({ kind: 'invalid' })
    expect(rate(played, OFFICER, 'resolve')).toMatchObject({ kind: 'invalid' })
    expect(rate(played, OBSERVER, 'listened')).toMatchObject({ kind: 'invalid' })
    expect(rate(played, INSTRUCTOR, 'resolve', 'composure').ok).toBe(true)
    expect(rate(played, INSTRUCTOR, 'listened')).toMatchObject({ kind: 'invalid' })
  })

  test('[G1] all ten are asked in assessed classes', () => {
    const played = oneRoom('rating', ASSESSED)
    expect(rate(played, OBSERVER, 'resolve', 'composure', 'attention').ok).toBe(true)
  })

  test('[G5] when everyone has finished, the wall goes on to the debrief and its clock', () => {
    const played = rated()
    for (const person of EVERYONE) played.mustAct(person, 'FinishRating', {})
    const { phase } = played.room()
    const wall = viewOf({ kind: 'projector' }, played.state)
    expect(phase).toMatchObject({ name: 'debrief', endsAt: expect.any(Number) })
    expect(wall).toMatchObject({ steps: { debrief: 1 }, endsAt: 'endsAt' in phase && phase.endsAt })
  })

  test('[G2] scored, not observable and not asked stay apart', () => {
    const played = oneRoom('rating')
    played.mustAct(OBSERVER, 'Rate', { scores: { attention: 5, space: 'not-observable' } })
    expect(played.room().ratings[0]?.scores).toEqual({ attention: 5, space: 'not-observable' })
    expect(rate(played, OBSERVER, '__proto__x')).toMatchObject({ ok: false, kind: 'invalid' })
  })

  test('[G3] are about who played the officer, also after a swapped retake', () => {
    const played = rated()
    expect(played.room().ratings.map(rating => rating.about)).toEqual([OFFICER, OFFICER, OFFICER])
    played.takeTo('debrief')
    played.mustAct(CUSTOMER, 'StartRetake', { offset: 0, swapped: true })
    played.mustAct(CUSTOMER, 'EndRetake', {})
    played.mustAct(INSTRUCTOR, 'Rate', { scores: { resolve: 3 } })
    expect(played.room().ratings.at(-1)).toMatchObject({ as: 'instructor', about: OFFICER })
  })

  test('[G3] whoever sits there by the time they are given', () => {
    const played = oneRoom('step-out')
    played.must(INSTRUCTOR, 'SwapSeats', { a: OFFICER, b: OBSERVER })
    played.takeTo('rating')
    played.mustAct(CUSTOMER, 'Rate', { scores: { listened: 5 } })
    expect(played.room().ratings[0]?.about).toBe(OFFICER)
  })

  test('[G4] may be changed until their author has finished', () => {
    const played = rated()
    played.mustAct(OBSERVER, 'Rate', { scores: { attention: 1 } })
    expect(played.room().ratings).toHaveLength(3)
    expect(played.room().ratings.find(rating => rating.as === 'observer')?.scores).toEqual({ attention: 1 })
    played.mustAct(OBSERVER, 'FinishRating', {})
    expect(rate(played, OBSERVER, 'attention')).toMatchObject({ ok: false, kind: 'taken' })
    expect(played.mustAct(OBSERVER, 'FinishRating', {})).toEqual([])
  })
})

describe('the reveal', () => {
  const secrets = secretsOf(1)
  const text = (played: PlayedClass, person: string) =>
    JSON.stringify(viewOf({ kind: 'person', person }, played.state))

  test('[G5] comes when everyone has finished, and opens briefs and moments to everyone', () => {
    const played = rated()
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt' })
    for (const person of EVERYONE) {
      expect(played.room().revealed).toBe(false)
      expect(text(played, OFFICER)).not.toContain(secrets.customer)
      played.mustAct(person, 'FinishRating', {})
    }
    expect(phaseOf(played)).toBe('debrief')
    for (const person of EVERYONE) {
      expect(text(played, person)).toContain(secrets.customer)
      expect(text(played, person)).toContain(secrets.officer)
      expect(text(played, person)).toContain('"mark":"hurt"')
    }
    expect(played.state.people.slice(1).map(person => person.seen)).toEqual([
      [hashOf(1)],
      [hashOf(1)],
      [hashOf(1)],
    ])
  })

  test('[G5] or when the instructor opens it, and is never undone', () => {
    const played = oneRoom('step-out')
    played.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'debrief' })
    expect(played.room().revealed).toBe(true)
    played.takeTo('retake')
    expect(played.room().revealed).toBe(true)
    played.takeTo('done')
    expect(played.room().revealed).toBe(true)
  })

  test('[G8] never comes to a scene that was stopped', () => {
    const played = oneRoom('stopped')
    expect(rate(played, INSTRUCTOR, 'attention')).toMatchObject({ ok: false, kind: 'wrong-phase' })
    played.takeTo('done')
    expect(text(played, OFFICER)).not.toContain(secrets.customer)
    expect(text(played, CUSTOMER)).not.toContain(secrets.officer)
    expect(text(played, OBSERVER)).not.toContain(secrets.debrief)
  })
})

describe('who sees a rating', () => {
  test('[G7] its author, and at the reveal the officer whom it is about', () => {
    const played = rated()
    expect(EVERYONE.map(person => seen(played, person))).toEqual([['customer'], ['self'], ['observer']])
    played.takeTo('debrief')
    expect(seen(played, CUSTOMER)).toEqual(['customer'])
    expect(seen(played, OFFICER)).toEqual(['customer', 'self', 'observer'])
    expect(seen(played, OBSERVER)).toEqual(['observer'])
  })

  test('[G6] in practice the instructor, only while its author and the officer both share it', () => {
    const played = rated()
    played.mustAct(INSTRUCTOR, 'Rate', { scores: { attention: 5 } })
    expect(asOf(look(played))).toEqual(['instructor'])
    played.mustAct(CUSTOMER, 'ShareRatings', { on: true })
    expect(asOf(look(played))).toEqual(['instructor'])
    played.mustAct(OFFICER, 'ShareRatings', { on: true })
    expect(asOf(look(played))).toEqual(['customer', 'self', 'instructor'])
    played.mustAct(OBSERVER, 'ShareRatings', { on: true })
    expect(asOf(look(played))).toEqual(['customer', 'self', 'observer', 'instructor'])
    expect(played.mustAct(OBSERVER, 'ShareRatings', { on: true })).toEqual([])
    played.mustAct(OFFICER, 'ShareRatings', { on: false })
    expect(asOf(look(played))).toEqual(['instructor'])
  })

  test('[G6] in an assessed class the instructor always', () => {
    expect(asOf(look(rated(ASSESSED)))).toEqual(['customer', 'self', 'observer'])
  })
})

describe('projecting a debrief', () => {
  const project = (played: PlayedClass, room: string | null = 'r1-1') =>
    played.give(INSTRUCTOR, 'ProjectDebrief', { room })
  const shown = (played: PlayedClass) => {
    const view = viewOf({ kind: 'projector' }, played.state)
    return view.kind === 'projector' && view.debrief !== null
  }
  const agree = (played: PlayedClass, people = EVERYONE) => {
    for (const person of people) played.mustAct(person, 'Consent', { on: true })
  }

  test('[G9] consent is asked once there is a debrief, of each on their own', () => {
    const early = oneRoom('rating')
    expect(early.act(CUSTOMER, 'Consent', { on: true })).toMatchObject({ ok: false, kind: 'wrong-phase' })
    const skipped = oneRoom('rating')
    skipped.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'done' })
    expect(skipped.act(CUSTOMER, 'Consent', { on: true })).toMatchObject({ ok: false, kind: 'wrong-phase' })
    const played = oneRoom('debrief')
    expect(played.mustAct(CUSTOMER, 'Consent', { on: false })).toEqual([])
    played.mustAct(CUSTOMER, 'Consent', { on: true })
    expect(played.room().consents).toEqual([CUSTOMER])
  })

  test('[G10] needs everyone who ever sat there, and leaves with the first who withdraws', () => {
    const played = oneRoom('debrief')
    const late = played.join()
    agree(played, [CUSTOMER, OFFICER])
    expect(project(played)).toMatchObject({ ok: false, kind: 'not-allowed' })
    agree(played, [OBSERVER])
    expect(project(played)).toMatchObject({ ok: true })
    expect(shown(played)).toBe(true)
    expect(project(played)).toEqual({ ok: true, events: [] })
    played.must(INSTRUCTOR, 'SeatPerson', { person: late, room: 'r1-1' })
    expect(shown(played)).toBe(false)
    agree(played, [late])
    expect(shown(played)).toBe(true)
    played.mustAct(OFFICER, 'Consent', { on: false })
    expect(shown(played)).toBe(false)
    expect(played.state.projected).toBe('r1-1')
    project(played, null)
    expect(played.state.projected).toBeNull()
  })

  test('[G10] who has left and never agreed keeps it off the wall', () => {
    const played = oneRoom('debrief')
    agree(played, [CUSTOMER, OFFICER])
    played.must(INSTRUCTOR, 'RemovePerson', { person: OBSERVER, block: false })
    expect(project(played)).toMatchObject({ ok: false, kind: 'not-allowed' })
  })

  test('[G10] needs an open debrief of this round, and ends with the round and with the class', () => {
    const played = oneRoom('rating')
    expect(project(played)).toMatchObject({ ok: false, kind: 'wrong-phase' })
    expect(project(played, 'r7-1')).toMatchObject({ ok: false, kind: 'moved-on' })
    played.takeTo('debrief')
    agree(played)
    project(played)
    played.takeTo('done')
    expect(shown(played)).toBe(true)
    const closing = played.fork()
    closing.must(INSTRUCTOR, 'CloseClass', {})
    expect(shown(closing)).toBe(false)
    played.startRound()
    expect(shown(played)).toBe(false)
  })

  test('[G11] with a seat that shows it, the reveal, or a seat after the reveal', () => {
    const played = oneRoom('scene')
    const [early, later, latest] = [played.join(), played.join(), played.join()]
    const knows = (id: string) => played.state.people.find(person => person.id === id)?.seen
    played.must(INSTRUCTOR, 'SeatPerson', { person: early, room: 'r1-1', seat: 'observer' })
    expect(knows(early)).toEqual([hashOf(1)])
    played.must(INSTRUCTOR, 'SetAside', { person: OFFICER })
    played.must(INSTRUCTOR, 'SeatPerson', { person: later, room: 'r1-1', seat: 'officer' })
    expect(knows(later)).toEqual([])
    played.takeTo('debrief')
    expect(knows(later)).toEqual([hashOf(1)])
    expect(knows(OFFICER)).toEqual([])
    played.must(INSTRUCTOR, 'SetAside', { person: later })
    played.must(INSTRUCTOR, 'SeatPerson', { person: latest, room: 'r1-1', seat: 'officer' })
    expect(knows(latest)).toEqual([hashOf(1)])
  })

  test('[G11] whoever is present has then seen the customer’s brief', () => {
    const played = openClass(6)
    played.seat([
      { seats: { customer: 'p2', officer: 'p3', observers: ['p4'] }, card: hashOf(1) },
      { seats: { customer: 'p5', officer: 'p6', observers: ['p7'] }, card: hashOf(2) },
    ])
    played.must(INSTRUCTOR, 'SetAside', { person: 'p7' })
    played.takeTo('debrief')
    agree(played)
    const knows = () =>
      played.state.people.filter(person => person.seen.includes(hashOf(1))).map(person => person.id)
    expect(knows()).toEqual(EVERYONE)
    project(played)
    expect(knows()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6'])
    played.must(SERVER, 'NoteAway', { person: 'p5' })
  })
})

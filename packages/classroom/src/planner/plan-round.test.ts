import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatsOf } from './class-record.ts'
import type { PlanRequest } from './plan.ts'
import { planRound } from './plan-round.ts'
import { deckOf, peopleUpTo, playStory } from './played-rounds.ts'

const request = (more: Partial<PlanRequest> = {}): PlanRequest => ({
  present: peopleUpTo(7),
  groupSize: 3,
  pairing: 1,
  past: [],
  cards: deckOf(6),
  seen: () => false,
  seed: 1,
  ...more,
})

const rooms = (more?: Partial<PlanRequest>) => {
  const plan = planRound(request(more))
  if (!plan.ok) throw new Error(plan.say)
  return plan.rooms
}

describe('planning a round', () => {
  test('[P1] refuses with a sentence when fewer than two people are there', () => {
    const nobody = { ok: false, say: 'A round needs at least two people, and nobody is here yet.' }
    const one = { ok: false, say: 'A round needs at least two people, and only one is here.' }
    expect(planRound(request({ present: [] }))).toEqual(nobody)
    expect(planRound(request({ present: ['p1'] }))).toEqual(one)
    expect(planRound(request({ present: ['p1', 'p1'] }))).toEqual(one)
  })

  test('[P1] seats everybody once, up to the 200 people a class may have', () => {
    for (const groupSize of [2, 3] as const) {
      for (const count of [2, 3, 4, 5, 61, 62, 200]) {
        const present = peopleUpTo(count)
        expect(rooms({ present, groupSize }).flatMap(seatsOf).sort()).toEqual([...present].sort())
      }
    }
  })

  test('[P7] refuses with a sentence when there is no card, or not the one asked for', () => {
    expect(planRound(request({ cards: [] }))).toEqual({
      ok: false,
      say: 'Choose at least one card for this class first.',
    })
    expect(planRound(request({ wanted: ['card1', 'lost'] }))).toMatchObject({ ok: false })
  })

  test('[P7] one card for all is taken as asked, except by an officer who has seen it', () => {
    const plain = rooms({ wanted: ['card2'] })
    expect(plain.map(({ card, why }) => `${card} ${why}`)).toEqual(plain.map(() => 'card2 chosen'))
    const [first] = plain
    const knows = (person: string, card: string) => person === first?.officer && card === 'card2'
    const spared = rooms({ wanted: ['card2'], seen: knows })
    expect(spared.map(room => room.why)).toEqual(['instead', ...plain.slice(1).map(() => 'chosen')])
    expect(spared[0]?.card).not.toBe('card2')
    const all = rooms({ wanted: ['card2'], seen: person => person === first?.officer })
    expect(all[0]).toMatchObject({ card: 'card2', why: 'least-seen' })
    const customer = rooms({ wanted: ['card2'], seen: person => person === first?.customer })
    expect(customer[0]).toMatchObject({ card: 'card2', why: 'chosen' })
  })

  test('[P11] a deck of several: only these, spread over the rooms, and another for an officer who has seen them', () => {
    const wanted = ['card1', 'card4']
    const chosen = rooms({ wanted })
    expect(new Set(chosen.map(room => room.card))).toEqual(new Set(wanted))
    expect(new Set(chosen.map(room => room.why))).toEqual(new Set(['unseen']))
    const [first] = chosen
    const knows = (person: string, card: string) => person === first?.officer && wanted.includes(card)
    const spared = rooms({ wanted, seen: knows })
    expect(spared[0]?.why).toBe('instead')
    expect(wanted).not.toContain(spared[0]?.card)
    for (const room of spared.slice(1)) expect(wanted).toContain(room.card)
  })

  test('[P11] a level: said when the nearest one had to do', () => {
    const cards = deckOf(6)
    const [first] = rooms({ cards, difficulty: 3 })
    const hard = new Set(cards.filter(card => card.difficulty === 3).map(card => card.hash))
    const spared = rooms({
      cards,
      difficulty: 3,
      seen: (person, card) => person === first?.officer && hard.has(card),
    })
    expect(spared[0]?.why).toBe('nearest-level')
    for (const room of spared.slice(1)) expect(room.why).toBe('unseen')
  })

  test('[P2] the second round has another card, and the only card there is when there is no other', () => {
    for (const size of [2, 3, 6]) {
      for (const count of [2, 5, 9, 17]) {
        const [first, second] = playStory({
          groupSize: 3,
          seed: size,
          cards: deckOf(size),
          present: [peopleUpTo(count), peopleUpTo(count)],
        })
        const cardOf = new Map(first?.rooms.map(room => [seatsOf(room).toSorted().join(), room.card]))
        for (const room of second?.rooms ?? []) {
          const before = cardOf.get(seatsOf(room).toSorted().join())
          expect(before).toBeDefined()
          expect(room.card).not.toBe(before)
        }
      }
    }
    const present = [peopleUpTo(5), peopleUpTo(5)]
    const single = playStory({ groupSize: 2, seed: 1, cards: deckOf(1), present })
    expect(single[1]?.rooms.map(room => `${room.card} ${room.why}`)).toEqual([
      'card1 least-seen',
      'card1 least-seen',
    ])
  })

  test('[P2] the second round has another card even if nobody was noted as having seen the first', () => {
    const wanted = { cards: deckOf(3), difficulty: 2 } as const
    const past = [{ pairing: 1, rooms: rooms(wanted) }]
    for (let seed = 0; seed < 20; seed++) {
      for (const [index, room] of rooms({ ...wanted, past, seed }).entries())
        expect(room.card).not.toBe(past[0]?.rooms[index]?.card)
    }
  })

  test('[P8] the same request gives the same plan, in whatever order people are listed', () => {
    const requests = fc.record({
      count: fc.integer({ min: 2, max: 60 }),
      groupSize: fc.constantFrom(2 as const, 3 as const),
      rounds: fc.integer({ min: 1, max: 6 }),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(requests, ({ count, groupSize, rounds, seed }) => {
        const present = Array.from({ length: rounds }, (_, round) =>
          peopleUpTo(count - (round === 3 && count > 2 ? 1 : 0)),
        )
        const last = playStory({ groupSize, seed, cards: deckOf(9), present }).at(-1)
        if (last === undefined) throw new Error('no round')
        const again = { ...last.request, present: [...last.request.present].reverse() }
        expect(planRound(last.request)).toEqual({ ok: true, rooms: last.rooms })
        expect(planRound(again)).toEqual({ ok: true, rooms: last.rooms })
      }),
      { numRuns: 60 },
    )
  })

  test('[P8] another seed gives another first round', () => {
    const plans = new Set([1, 2, 3, 4, 5].map(seed => rooms({ seed }).map(seatsOf).join(' / ')))
    expect(plans.size).toBeGreaterThan(1)
  })
})

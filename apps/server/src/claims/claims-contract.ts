import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoreUnderTest } from '../journal/journal-contract.ts'
import type { People, SeatRecord } from '../people/port.ts'
import type { GivenSeat, SeatClaim, SeatClaims } from './port.ts'

const NOW = 1_790_000_000_000

/** What every store of claims keeps. Numbers stand in docs/adr/0002-journal.md. */
export function claimsContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`claims contract: ${name}`, () => {
    let under: StoreUnderTest
    let claims: SeatClaims
    let people: People
    beforeEach(async () => {
      under = await make()
      claims = under.store.claims
      people = under.store.people
    })
    afterEach(() => under.end())

    const claim = (change: Partial<SeatClaim> = {}): SeatClaim => ({
      tokenHash: 'new',
      id: 'q1',
      classId: 'k1',
      people: ['p1'],
      digits: '07',
      device: 'android',
      askedAt: NOW,
      expiresAt: NOW + 100,
      state: 'waiting',
      ...change,
    })
    const seat = (change: Partial<SeatRecord> = {}): SeatRecord => ({
      handle: 'h1',
      classId: 'k1',
      personId: 'p1',
      tokenHash: 'old',
      at: NOW - 5,
      ...change,
    })
    const given = (change: Partial<GivenSeat> = {}): GivenSeat => ({
      classId: 'k1',
      claim: 'q1',
      personId: 'p1',
      newHandle: 'fresh',
      at: NOW - 600_000,
      now: NOW + 1,
      until: NOW + 900,
      ...change,
    })

    test('[N16] a claim waits in its class until it ends, and is found by its token', async () => {
      await claims.putClaim(claim({ tokenHash: 'b', id: 'q2', askedAt: NOW + 1, people: [] }))
      await claims.putClaim(claim())
      await claims.putClaim(claim({ tokenHash: 'c', id: 'q3', classId: 'k2' }))
      expect((await claims.waitingIn('k1', NOW)).map(({ id }) => id)).toEqual(['q1', 'q2'])
      expect(await claims.waitingIn('k1', NOW + 100)).toEqual([])
      expect(await claims.claimByToken('new', NOW + 99)).toEqual(claim())
      expect(await claims.claimByToken('b', NOW)).toMatchObject({ people: [] })
      expect(await claims.claimByToken('new', NOW + 100)).toBeUndefined()
      expect(await claims.claimByToken('other', NOW)).toBeUndefined()
      await claims.putClaim(claim({ digits: '08' }))
      expect(await claims.waitingIn('k1', NOW)).toHaveLength(2)
    })

    test('[N16] a seat that is given has the new token at once; the old one and other seats are no more', async () => {
      await people.putSeat(seat({ handle: 'h0', tokenHash: 'older', at: NOW - 9 }))
      await people.putSeat(seat())
      await people.putSeat(seat({ handle: 'h2', personId: 'p2', tokenHash: 'theirs' }))
      await claims.putClaim(claim())
      expect(await claims.give(given())).toBe('h1')
      expect(await people.seatByHandle('k1', 'h1')).toEqual(seat({ tokenHash: 'new', at: NOW - 600_000 }))
      expect(await people.seatsWithTokens(['old', 'older'])).toEqual([])
      expect((await people.seatsWithTokens(['new', 'theirs'])).map(({ handle }) => handle).sort()).toEqual([
        'h1',
        'h2',
      ])
      expect(await claims.waitingIn('k1', NOW)).toEqual([])
      const answered = { state: 'given', handle: 'h1', expiresAt: NOW + 900 }
      expect(await claims.claimByToken('new', NOW + 800)).toMatchObject(answered)
    })

    test('[N16] somebody without a seat gets the new handle', async () => {
      await claims.putClaim(claim())
      expect(await claims.give(given())).toBe('fresh')
      expect(await people.seatByHandle('k1', 'fresh')).toMatchObject({ personId: 'p1', tokenHash: 'new' })
    })

    test('[N16] nothing is given in another class, for somebody else, too late, or twice', async () => {
      await people.putSeat(seat())
      await claims.putClaim(claim())
      for (const wrong of [{ classId: 'k2' }, { personId: 'p2' }, { claim: 'q9' }, { now: NOW + 100 }])
        expect(await claims.give(given(wrong))).toBeUndefined()
      expect(await people.seatByHandle('k1', 'h1')).toEqual(seat())
      const both = await Promise.all([claims.give(given()), claims.refuse('k1', 'q1', NOW + 1, NOW + 900)])
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await claims.give(given())).toBeUndefined()
      expect(await claims.refuse('k1', 'q1', NOW + 1, NOW + 900)).toBe(false)
    })

    test('[N16] a refused claim waits no longer, and says so until its new end', async () => {
      await claims.putClaim(claim())
      expect(await claims.refuse('k2', 'q1', NOW, NOW + 900)).toBe(false)
      expect(await claims.refuse('k1', 'q1', NOW, NOW + 900)).toBe(true)
      expect(await claims.waitingIn('k1', NOW)).toEqual([])
      expect(await claims.claimByToken('new', NOW + 800)).toMatchObject({ state: 'refused' })
    })

    test('[N16] claims go one by one, with their class, and when they have ended', async () => {
      await claims.putClaim(claim())
      await claims.putClaim(claim({ tokenHash: 'b', id: 'q2', expiresAt: NOW }))
      await claims.putClaim(claim({ tokenHash: 'c', id: 'q3', classId: 'k2' }))
      await claims.putClaim(claim({ tokenHash: 'd', id: 'q4' }))
      await claims.dropEnded(NOW)
      expect(await claims.claimByToken('b', NOW - 1)).toBeUndefined()
      await claims.dropClaim('new')
      expect((await claims.waitingIn('k1', NOW)).map(({ id }) => id)).toEqual(['q4'])
      await claims.dropClaimsOf('k1')
      expect(await claims.waitingIn('k1', NOW)).toEqual([])
      expect(await claims.waitingIn('k2', NOW)).toHaveLength(1)
    })
  })
}

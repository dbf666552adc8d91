import type { MemoryPeople } from '../people/memory.ts'
import type { GivenSeat, SeatClaim, SeatClaims } from './port.ts'

/** Claims that end with the process. */
export class MemoryClaims implements SeatClaims {
  readonly #claims = new Map<string, SeatClaim>()
  readonly #people: MemoryPeople

  constructor(people: MemoryPeople) {
    this.#people = people
  }

  async putClaim(claim: SeatClaim) {
    this.#claims.set(claim.tokenHash, { ...claim, people: [...claim.people] })
  }

  async claimByToken(tokenHash: string, now: number) {
    const claim = this.#claims.get(tokenHash)
    return claim !== undefined && now < claim.expiresAt ? claim : undefined
  }

  async waitingIn(classId: string, now: number) {
    return this.#waiting(classId, now).sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
  }

  async refuse(classId: string, id: string, now: number, until: number) {
    const claim = this.#waiting(classId, now).find(one => one.id === id)
    if (claim === undefined) return false
    await this.putClaim({ ...claim, state: 'refused', expiresAt: until })
    return true
  }

  async give({ classId, claim: id, personId, newHandle, at, now, until }: GivenSeat) {
    const claim = this.#waiting(classId, now).find(one => one.id === id)
    if (claim === undefined || !claim.people.includes(personId)) return undefined
    const { tokenHash } = claim
    // Said before the first wait, so that of two answers at once only one finds it waiting.
    await this.putClaim({ ...claim, state: 'given', expiresAt: until })
    const own = (await this.#people.seatsOf(classId)).filter(seat => seat.personId === personId)
    const [newest] = own.sort((a, b) => b.at - a.at || (a.handle < b.handle ? -1 : 1))
    const handle = newest?.handle ?? newHandle
    await this.#people.dropSeatsOf(classId, personId)
    await this.#people.putSeat({ handle, classId, personId, tokenHash, at })
    await this.putClaim({ ...claim, state: 'given', expiresAt: until, handle })
    return handle
  }

  async dropClaim(tokenHash: string) {
    this.#claims.delete(tokenHash)
  }

  async dropClaimsOf(classId: string) {
    for (const [hash, claim] of [...this.#claims]) if (claim.classId === classId) this.#claims.delete(hash)
  }

  async dropEnded(now: number) {
    for (const [hash, claim] of [...this.#claims]) if (claim.expiresAt <= now) this.#claims.delete(hash)
  }

  #waiting(classId: string, now: number): SeatClaim[] {
    return [...this.#claims.values()].filter(
      claim => claim.classId === classId && claim.state === 'waiting' && now < claim.expiresAt,
    )
  }
}

/** What a device is, as far as its browser says so. Never more than one of these words. */
export type DeviceKind = 'iphone' | 'ipad' | 'android' | 'windows' | 'mac' | 'linux' | 'other'

/** Somebody at another device says: that is my seat. No name stands here, and no token in clear. */
export interface SeatClaim {
  /** Of the token in the device's cookie. It becomes the seat's own token with the instructor's yes. */
  readonly tokenHash: string
  /** What the instructor's answer names. */
  readonly id: string
  readonly classId: string
  /** Whose seat it may be; nobody if no name in the class was meant. */
  readonly people: readonly string[]
  /** Two digits that the device shows, so that the instructor knows it among others. */
  readonly digits: string
  readonly device: DeviceKind
  readonly askedAt: number
  readonly expiresAt: number
  readonly state: 'waiting' | 'given' | 'refused'
  /** The seat that was given. */
  readonly handle?: string
}

export interface GivenSeat {
  readonly classId: string
  /** The claim's id. */
  readonly claim: string
  readonly personId: string
  /** For a person who has no seat any more. */
  readonly newHandle: string
  /** What the seat's record says of when it was given out. */
  readonly at: number
  readonly now: number
  /** Until when the device may fetch the answer. */
  readonly until: number
}

/** Seats that are asked for from a second device. A write that can't be saved rejects with `StoreUnavailableError`. */
export interface SeatClaims {
  /** Adds a claim, or replaces the one with this token. */
  putClaim(claim: SeatClaim): Promise<void>
  claimByToken(tokenHash: string, now: number): Promise<SeatClaim | undefined>
  /** Those of a class that wait, the longest first. */
  waitingIn(classId: string, now: number): Promise<readonly SeatClaim[]>
  /** False unless it waits in this class: of two answers the first counts. */
  refuse(classId: string, claim: string, now: number, until: number): Promise<boolean>
  /**
   * The person's newest seat gets the claim's token, which ends the old one, and their other seats go: all of it or nothing.
   * Gives the seat's handle, and undefined unless the claim waits in this class and is about this person.
   */
  give(given: GivenSeat): Promise<string | undefined>
  dropClaim(tokenHash: string): Promise<void>
  dropClaimsOf(classId: string): Promise<void>
  /** Housekeeping. */
  dropEnded(now: number): Promise<void>
}

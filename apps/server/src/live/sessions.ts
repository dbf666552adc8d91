import type { PersonId } from '@evenkeel/classroom'

export interface SignedInstructor {
  readonly id: string
  readonly name: string
  readonly owner: boolean
}

/** Who is behind a cookie header. The address and the handshake only say as whom one wants to act; the cookie proves it. */
export interface Sessions {
  seatOf(
    cookies: string | undefined,
    classId: string,
    seat: string,
  ): Promise<{ readonly person: PersonId } | undefined>
  seatTokenOf(cookies: string | undefined, seat: string): string | undefined
  seatMoved(cookies: string | undefined, classId: string, seat: string): Promise<boolean>
  instructorOf(cookies: string | undefined): Promise<SignedInstructor | undefined>
  screenOf(cookies: string | undefined): Promise<{ readonly classId: string } | undefined>
  /** Hashes of the tokens that a browser holds, whether they are good or not. */
  tokensOf(cookies: string | undefined): {
    readonly session: string | undefined
    readonly screen: string | undefined
  }
}

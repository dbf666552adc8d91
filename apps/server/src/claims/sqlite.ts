import type { SeatClaims } from './port.ts'

/** The part of the store's thread that claims need. */
interface Thread {
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>
}

/** Claims in the journal's data file, over the journal's connection. */
export function sqliteClaims(thread: Thread): SeatClaims {
  const call = <T>(name: keyof SeatClaims, ...args: readonly unknown[]): Promise<T> =>
    thread.call(`claims.${name}`, ...args)
  return {
    putClaim: claim => call('putClaim', claim),
    claimByToken: (tokenHash, now) => call('claimByToken', tokenHash, now),
    waitingIn: (classId, now) => call('waitingIn', classId, now),
    refuse: (classId, claim, now, until) => call('refuse', classId, claim, now, until),
    give: given => call('give', given),
    dropClaim: tokenHash => call('dropClaim', tokenHash),
    dropClaimsOf: classId => call('dropClaimsOf', classId),
    dropEnded: now => call('dropEnded', now),
  }
}

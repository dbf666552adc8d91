import type { People } from '../people/port.ts'
import { type Attempts, createAttempts } from './attempts.ts'
import { type CookieNames, cookieNames, deploymentName } from './cookies.ts'
import { createInstructors, type Instructors } from './instructors.ts'
import { type Passcode, preparePasscode, type ScryptCost } from './passcode.ts'
import { createSeatIssue, type SeatIssue } from './seat-issue.ts'
import { createSessions, type Sessions } from './session.ts'
import { makeLink } from './single-use-link.ts'
import type { RandomBytes } from './tokens.ts'

/** Everything about who may come in, put together once at the start; http and sockets share it. */
export interface Access {
  readonly names: CookieNames
  readonly sessions: Sessions
  readonly instructors: Instructors
  readonly seats: SeatIssue
  readonly passcode: Passcode
  readonly attempts: Attempts
  /** A new single-use link for the terminal: its path. */
  link(): Promise<string>
}

export async function openAccess(parts: {
  people: People
  clock: { now(): number }
  random: RandomBytes
  /** INSTRUCTOR_PASSCODE, if set. */
  passcode?: string | undefined
  /** Left out: this server counts for itself. */
  attempts?: Attempts | undefined
  /** For new passcode hashes; left out for what protects real ones. */
  scryptCost?: ScryptCost | undefined
}): Promise<Access> {
  const { people, clock, random } = parts
  const names = cookieNames(await deploymentName(people, random))
  return {
    names,
    sessions: createSessions({ people, clock, names }),
    instructors: createInstructors(parts),
    seats: await createSeatIssue(parts),
    passcode: await preparePasscode({
      people,
      random,
      fromEnvironment: parts.passcode,
      cost: parts.scryptCost,
    }),
    attempts: parts.attempts ?? createAttempts(clock),
    link: () => makeLink(people, random, clock.now()),
  }
}

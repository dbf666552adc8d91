import type { Instructor, InstructorSession, People } from '../people/port.ts'
import { hashToken, newToken, type RandomBytes } from './tokens.ts'

export const SESSION_GOOD_FOR_MS = 30 * 24 * 60 * 60 * 1000
/** A phone that came by a link: it outlasts the longest class, and no more, because phones get lost. */
export const REMOTE_GOOD_FOR_MS = 12 * 60 * 60 * 1000

export interface Instructors {
  /**
   * The instructor of this name, added if there is none yet; the first ever is the owner. Everybody who knows the
   * deployment's passcode is trusted with every name: the passcode is shared, the name only tells records apart.
   */
  byName(name: string): Promise<Instructor>
  /** The owner, added under a plain name if nobody has signed in yet: for whoever holds the terminal's link. */
  owner(): Promise<Instructor>
  rename(id: string, name: string): Promise<Instructor | undefined>
  /** Begins a session and gives its token, for the cookie only. */
  begin(instructorId: string): Promise<string>
  /** The same for an instructor's phone: it is shorter, and the console can end it. */
  beginRemote(instructorId: string): Promise<string>
}

/** Names that look the same are the same. */
const sameName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')

export function createInstructors(parts: {
  people: Pick<People, 'instructors' | 'addInstructor' | 'putSession'>
  clock: { now(): number }
  random: RandomBytes
}): Instructors {
  const { people, clock, random } = parts
  let line: Promise<unknown> = Promise.resolve()
  // One after the other: two first sign-ins at once must not make two owners.
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const next = line.then(work, work)
    line = next.catch(() => undefined)
    return next
  }
  const keep = async (session: Omit<InstructorSession, 'tokenHash'>) => {
    const token = newToken(random)
    await people.putSession({ ...session, tokenHash: hashToken(token) })
    return token
  }
  const add = async (name: string, owner: boolean) => {
    const instructor = { instructorId: `i-${newToken(random)}`, name, owner, at: clock.now() }
    await people.addInstructor(instructor)
    return instructor
  }
  return {
    byName: name =>
      inLine(async () => {
        const known = await people.instructors()
        const found = known.find(instructor => sameName(instructor.name) === sameName(name))
        return found ?? add(name, known.length === 0)
      }),
    owner: () =>
      inLine(async () => {
        const known = await people.instructors()
        return known.find(instructor => instructor.owner) ?? add('Instructor', true)
      }),
    rename: (id, name) =>
      inLine(async () => {
        const found = (await people.instructors()).find(({ instructorId }) => instructorId === id)
        if (found === undefined) return undefined
        const renamed = { ...found, name }
        await people.addInstructor(renamed)
        return renamed
      }),
    begin: instructorId => keep({ instructorId, expiresAt: clock.now() + SESSION_GOOD_FOR_MS }),
    beginRemote: instructorId =>
      keep({ instructorId, expiresAt: clock.now() + REMOTE_GOOD_FOR_MS, remote: true }),
  }
}

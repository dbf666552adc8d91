import type { PersonId } from '@evenkeel/classroom'
import type { Sign } from '@evenkeel/protocol'

/** ms without a sign on a connection that stands, after which nobody claims that its person is here. */
export const SURE_FOR = 10_000

export type Signs = Readonly<Record<PersonId, Sign>>

interface Standing {
  readonly state: 'here' | 'away'
  readonly gone: boolean
  readonly since: number
}

interface Connected {
  readonly person: PersonId | undefined
  /** Server time of the last message or pong; undefined where the connection does not tell. */
  readonly lastSign: number | undefined
}

/** Everybody of whom there is no sign. Who has two devices is here if either of them answers. */
export function signsOf(
  people: readonly PersonId[],
  standing: (person: PersonId) => Standing,
  connections: Iterable<Connected>,
  now: number,
): Signs {
  const heard = new Map<PersonId, number>()
  for (const { person, lastSign = now } of connections) {
    if (person !== undefined) heard.set(person, Math.max(lastSign, heard.get(person) ?? 0))
  }
  const signs: Record<PersonId, Sign> = {}
  for (const person of people) {
    const { state, gone, since } = standing(person)
    if (state === 'away') signs[person] = { state: gone ? 'gone' : 'away', since }
    else {
      // Whom another server has is not heard here; that server's word on them is all there is.
      const last = heard.get(person) ?? now
      if (now - last > SURE_FOR) signs[person] = { state: 'unsure', since: last }
    }
  }
  return signs
}

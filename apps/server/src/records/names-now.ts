import type { Attendance } from '@evenkeel/insight'
import type { PersonName } from '../people/port.ts'

/** Everybody's name by id. Who came in twice and gave their staff number only once has it under the one that stayed too. */
export function namesNow(
  names: readonly PersonName[],
  attendance: readonly Pick<Attendance, 'person' | 'also'>[],
): ReadonlyMap<string, PersonName> {
  const known = new Map(names.map(each => [each.personId, each]))
  for (const { person, also = [] } of attendance) {
    const own = known.get(person)
    const staffNumber = also.map(id => known.get(id)?.staffNumber).find(number => number !== undefined)
    if (own !== undefined && own.staffNumber === undefined && staffNumber !== undefined)
      known.set(person, { ...own, staffNumber })
  }
  return known
}

import type { ClassEvent, PersonId } from '@evenkeel/classroom'

/** When somebody was there. Times are server times in ms. */
export interface Attendance {
  readonly person: PersonId
  readonly role: 'trainee' | 'instructor'
  readonly joinedAt: number
  /** When they left for good, or the class closed, or (in a class that is open) the last event. */
  readonly until: number
  /**
   * Milliseconds present: from joining to leaving, without the stretches in which they were set aside, or their device
   * was known to be lost in a typed scene. In a spoken class a sleeping phone is no absence.
   */
  readonly present: number
  /** Milliseconds set aside or away. */
  readonly absent: number
  /** Who else they came in as, by the id of then; left out for almost everybody. */
  readonly also?: readonly PersonId[]
}

/** A stretch of time, server times in ms. */
type Stretch = readonly [from: number, to: number]

interface Open {
  readonly role: Attendance['role']
  readonly joinedAt: number
  leftAt: number | null
  /** Stretches of absence that are over, in their order. */
  readonly absent: Stretch[]
  /** Since when, by reason; both may hold at once. */
  setAside: number | null
  away: number | null
}

/** Reads a journal event by event, for stores that hand it out in pages. */
export interface AttendanceReader {
  read(event: ClassEvent): void
  /** So far; people in the order in which they joined. */
  attendance(): Attendance[]
}

/** A fold of a class's journal; people in the order in which they joined. */
export function attendanceOf(events: Iterable<ClassEvent>): Attendance[] {
  const reader = attendanceReader()
  for (const event of events) reader.read(event)
  return reader.attendance()
}

export function attendanceReader(): AttendanceReader {
  const people = new Map<PersonId, Open>()
  const merged = new Map<PersonId, PersonId>()
  let typed = false
  let last = 0
  let closedAt: number | null = null
  return {
    read(event) {
      last = event.at
      switch (event.type) {
        case 'ClassOpened':
        case 'SettingsChanged':
          typed = event.data.settings.medium === 'typed'
          break
        case 'ClassClosed':
          closedAt ??= event.at
          break
        case 'PersonJoined':
          join(people, event.data.person, event.data.role, event.at)
          break
        case 'PersonSetAside':
          note(people, event.data.person, each => start(each, 'setAside', event.at))
          break
        case 'PersonBroughtBack':
          note(people, event.data.person, each => {
            end(each, 'setAside', event.at)
            comeAgain(each, event.at)
          })
          break
        case 'PersonAway':
          if (typed) note(people, event.data.person, each => start(each, 'away', event.at))
          break
        case 'PersonBack':
          note(people, event.data.person, each => end(each, 'away', event.at))
          break
        case 'PersonRemoved':
          note(people, event.data.person, each => leave(each, event.at))
          break
        case 'PeopleMerged':
          note(people, event.data.from, each => leave(each, event.at))
          merged.set(event.data.from, event.data.into)
          break
        case 'MergeUndone':
          // They were there as the other one.
          note(people, event.data.from, each => {
            each.leftAt = null
          })
          merged.delete(event.data.from)
          break
      }
    },
    attendance: () => attended(people, merged, closedAt ?? last),
  }
}

/** Who came in several times was there while any of their entries was. Reading may go on afterwards. */
function attended(
  people: ReadonlyMap<PersonId, Open>,
  merged: ReadonlyMap<PersonId, PersonId>,
  over: number,
): Attendance[] {
  return [...people].flatMap(([person, open]) => {
    if (merged.has(person)) return []
    const also = [...people.keys()].filter(other => other !== person && rootOf(other, merged) === person)
    const entries = [open, ...also.flatMap(other => people.get(other) ?? [])]
    const joinedAt = Math.min(...entries.map(entry => entry.joinedAt))
    const until = Math.max(...entries.map(entry => Math.min(entry.leftAt ?? over, over)))
    const present = lengthOf(entries.flatMap(entry => presentIn(entry, over)))
    const absent = Math.max(0, until - joinedAt - present)
    const { role } = open
    return [{ person, role, joinedAt, until, present, absent, ...(also.length > 0 && { also }) }]
  })
}

function rootOf(person: PersonId, merged: ReadonlyMap<PersonId, PersonId>): PersonId {
  const seen = new Set<PersonId>()
  let at = person
  for (let into = merged.get(at); into !== undefined && !seen.has(at); into = merged.get(at)) {
    seen.add(at)
    at = into
  }
  return at
}

/** From joining to leaving, without what is absent in between. */
function presentIn(entry: Open, over: number): Stretch[] {
  const until = Math.min(entry.leftAt ?? over, over)
  const since = absentSince(entry)
  const absent = since === null ? entry.absent : [...entry.absent, [since, until] as const]
  const stretches: Stretch[] = []
  let from = entry.joinedAt
  for (const [start, end] of absent) {
    if (start > from) stretches.push([from, start])
    from = Math.max(from, end)
  }
  return from < until ? [...stretches, [from, until]] : stretches
}

/** ms that any of the stretches covers. */
function lengthOf(stretches: readonly Stretch[]): number {
  let covered = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
    covered += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return covered
}

/** Somebody who was removed may join again, or be brought back: what lies between counts as absent. */
function join(people: Map<PersonId, Open>, person: PersonId, role: Open['role'], at: number): void {
  const known = people.get(person)
  if (known === undefined) {
    people.set(person, { role, joinedAt: at, leftAt: null, absent: [], setAside: null, away: null })
  } else comeAgain(known, at)
}

function comeAgain(each: Open, at: number): void {
  if (each.leftAt === null) return
  each.absent.push([each.leftAt, at])
  each.leftAt = null
}

function note(people: Map<PersonId, Open>, person: PersonId, change: (each: Open) => void): void {
  const each = people.get(person)
  if (each !== undefined) change(each)
}

/** Null for somebody who is there. */
function absentSince({ setAside, away }: Open): number | null {
  if (setAside === null || away === null) return setAside ?? away
  return Math.min(setAside, away)
}

function start(each: Open, why: 'setAside' | 'away', at: number): void {
  each[why] ??= absentSince(each) ?? at
}

/** The stretch ends when the last reason does. */
function end(each: Open, why: 'setAside' | 'away', at: number): void {
  const since = each[why]
  if (since === null) return
  each[why] = null
  if (absentSince(each) === null) each.absent.push([since, at])
}

function leave(each: Open, at: number): void {
  end(each, 'setAside', at)
  end(each, 'away', at)
  each.leftAt ??= at
}

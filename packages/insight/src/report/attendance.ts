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
}

interface Open {
  readonly role: Attendance['role']
  readonly joinedAt: number
  leftAt: number | null
  absent: number
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
          note(people, event.data.person, each => end(each, 'setAside', event.at))
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
      }
    },
    attendance: () => attended(people, closedAt ?? last),
  }
}

/** Copies before it ends what is still open, so that reading may go on. */
function attended(people: ReadonlyMap<PersonId, Open>, over: number): Attendance[] {
  return [...people].map(([person, open]) => {
    const each = { ...open }
    const until = Math.min(each.leftAt ?? over, over)
    leave(each, until)
    return {
      person,
      role: each.role,
      joinedAt: each.joinedAt,
      until,
      present: Math.max(0, until - each.joinedAt - each.absent),
      absent: each.absent,
    }
  })
}

/** Somebody who was removed may join again: what lies between counts as absent. */
function join(people: Map<PersonId, Open>, person: PersonId, role: Open['role'], at: number): void {
  const known = people.get(person)
  if (known === undefined) {
    people.set(person, { role, joinedAt: at, leftAt: null, absent: 0, setAside: null, away: null })
  } else if (known.leftAt !== null) {
    known.absent += at - known.leftAt
    known.leftAt = null
  }
}

function note(people: Map<PersonId, Open>, person: PersonId, change: (each: Open) => void): void {
  const each = people.get(person)
  if (each !== undefined) change(each)
}

const isAbsent = (each: Open): boolean => each.setAside !== null || each.away !== null

function start(each: Open, why: 'setAside' | 'away', at: number): void {
  each[why] ??= isAbsent(each) ? (each.setAside ?? each.away) : at
}

/** The stretch ends when the last reason does. */
function end(each: Open, why: 'setAside' | 'away', at: number): void {
  const since = each[why]
  if (since === null) return
  each[why] = null
  if (!isAbsent(each)) each.absent += at - since
}

function leave(each: Open, at: number): void {
  end(each, 'setAside', at)
  end(each, 'away', at)
  each.leftAt ??= at
}

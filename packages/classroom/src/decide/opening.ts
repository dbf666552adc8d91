import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf } from '../find.ts'
import { personIdAt } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import type { ClassState } from '../state.ts'
import { LONGEST, requireText } from '../text.ts'
import { already, type Decision, gone, happen } from './decision.ts'
import { enter } from './enter.ts'

/** A class has at most this many people in it, instructors and those set aside included. */
export const MOST_PEOPLE = 200
/** Entries of the list of people over the whole class, removed ones included. */
export const MOST_ENTRIES = 1_000

export function openClass(state: ClassState, command: CommandOf<'OpenClass'>): Decision {
  if (state.status !== 'unopened') return refuse('taken', 'This class is already open.')
  const { rubric, ...opened } = command.data
  const title = requireText(opened.title, LONGEST.title, "The class's name")
  if (!title.ok) return title
  const wrong = wrongSettings(opened.settings)
  if (wrong !== undefined) return refuse('invalid', wrong)
  if (opened.deck.length === 0) return refuse('invalid', 'A class needs at least one card.')
  return happen(
    { type: 'ClassOpened', data: { ...opened, title: title.text } },
    { type: 'RubricBrought', data: { hash: opened.rubricHash, rubric } },
  )
}

export const full = refuse('limit', `This class is full: it has ${MOST_PEOPLE} people.`)

export const isFull = ({ people }: ClassState): boolean =>
  people.filter(({ standing }) => standing === 'present' || standing === 'set-aside').length >= MOST_PEOPLE

export function joinClass(state: ClassState, command: CommandOf<'JoinClass'>): Decision {
  const { role } = command.data
  if (state.locked && role === 'trainee') {
    return refuse('locked', 'This class is locked. Ask your instructor to let you in.')
  }
  if (isFull(state) || state.people.length >= MOST_ENTRIES) return full
  const person = personIdAt(state.people.length)
  return happen(
    { type: 'PersonJoined', data: { person, role } },
    { type: 'PersonNamed', data: { person, nameVersion: 1 } },
  )
}

export function namePerson(state: ClassState, command: CommandOf<'NamePerson'>): Decision {
  const person = personOf(state, command.data.person)
  if (person === undefined) return gone('That person')
  return happen({ type: 'PersonNamed', data: { person: person.id, nameVersion: person.nameVersion + 1 } })
}

export function lockClass(state: ClassState, command: CommandOf<'LockClass'>): Decision {
  const { locked } = command.data
  return state.locked === locked ? already : happen({ type: 'ClassLocked', data: { locked } })
}

export function changeSettings(state: ClassState, command: CommandOf<'ChangeSettings'>): Decision {
  const { settings } = command.data
  if (settings.kind !== state.settings.kind || settings.medium !== state.settings.medium) {
    return refuse('invalid', 'Practice or assessed, spoken or typed is fixed when a class is opened.')
  }
  const wrong = wrongSettings(settings)
  return wrong === undefined
    ? happen({ type: 'SettingsChanged', data: { settings } })
    : refuse('invalid', wrong)
}

/** One sentence for everybody (C14). */
export function announce(state: ClassState, command: CommandOf<'Announce'>): Decision {
  const { text, wall } = command.data
  if (text === null) {
    return state.announced === null ? already : happen({ type: 'Announced', data: { text, wall: false } })
  }
  const said = requireText(text, LONGEST.announcement, 'An announcement')
  return said.ok ? happen({ type: 'Announced', data: { text: said.text, wall } }) : said
}

export function shiftClocks(state: ClassState, command: CommandOf<'ShiftClocks'>): Decision {
  const { by } = command.data
  const running = state.round?.rooms.some(room => room.phase.name !== 'done' && room.phase.name !== 'stopped')
  return by > 0 && running === true ? happen({ type: 'ClocksShifted', data: { by } }) : already
}

export function closeClass(state: ClassState, command: CommandOf<'CloseClass'>): Decision {
  const open = state.round?.rooms.filter(room => room.phase.name !== 'done') ?? []
  const endings = open.map((room): Happening => enter(state, room, 'done', command.at))
  return happen(...endings, { type: 'ClassClosed', data: {} })
}

const HOUR = 3_600_000

/** A sentence about the first setting that can't be, or undefined. */
function wrongSettings(settings: Settings): string | undefined {
  if (settings.officerSeesTemperature && settings.medium === 'spoken') {
    return 'The officer can see the temperature only in typed classes.'
  }
  if (!Number.isInteger(settings.minutes) || settings.minutes < 5 || settings.minutes > 600) {
    return 'A class lasts between 5 and 600 minutes.'
  }
  const times = Object.values(settings.times)
  if (times.some(time => !Number.isInteger(time) || time < 0 || time > HOUR)) {
    return 'Each phase lasts at most an hour.'
  }
  const limits = Object.values(settings.attention ?? {})
  if (limits.some(limit => !Number.isInteger(limit) || limit < 5_000 || limit > HOUR)) {
    return 'A room needs somebody after five seconds at the soonest and after an hour at the latest.'
  }
  if (settings.times.scene < 10_000) return 'A scene lasts at least ten seconds.'
  return undefined
}

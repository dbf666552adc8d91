import type { PersonId } from '../ids.ts'
import type { Moment, Rating, Room, Seat } from '../room.ts'
import type { Settings } from '../settings.ts'

/** A person looking at a room from a seat, or an instructor. */
export interface Looker {
  readonly person: PersonId
  readonly seat: Seat | 'instructor'
}

/** The visibility table of SPEC, column by column. Everything that a view shows has asked one of these. */
export const seesCustomerBrief = ({ seat }: Looker, room: Room): boolean =>
  seat !== 'officer' || room.revealed

export const seesOfficerBrief = ({ seat }: Looker, room: Room): boolean =>
  seat !== 'customer' || room.revealed

export const seesTemperature = ({ seat }: Looker, room: Room, settings: Settings): boolean =>
  seat !== 'officer' || room.revealed || (settings.officerSeesTemperature && settings.medium === 'typed')

export const seesTwist = ({ seat }: Looker, room: Room, to: 'customer' | 'officer'): boolean =>
  seat === 'observer' || seat === 'instructor' || seat === to || room.revealed

export const seesCalls = ({ seat }: Looker, room: Room): boolean => seat !== 'customer' || room.revealed

/** That an instructor answered, and not the card: the officer must not play to the instructor. */
export const seesWhoAnswered = ({ seat }: Looker, room: Room): boolean =>
  seat === 'instructor' || room.revealed

export const seesMoment = ({ seat, person }: Looker, room: Room, moment: Pick<Moment, 'by'>): boolean =>
  seat === 'instructor' || room.revealed || moment.by === person

/** Whoever was customer when it was said never reads it, in whatever seat they sit later. */
export const seesAside = ({ seat, person }: Looker, among: readonly PersonId[]): boolean =>
  seat === 'instructor' || among.includes(person)

export const seesWhisper = ({ seat, person }: Looker, to: PersonId): boolean =>
  seat === 'instructor' || to === person

export function seesRating(
  { seat, person }: Looker,
  room: Room,
  settings: Settings,
  rating: Rating,
): boolean {
  if (rating.by === person) return true
  if (seat !== 'instructor') return room.revealed && rating.about === person
  return settings.kind === 'assessed' || isShared(room, rating)
}

/** In practice both must share: who gave a rating, and whom it is about. */
const isShared = (room: Room, rating: Rating): boolean =>
  room.sharing.includes(rating.by) && rating.about !== null && room.sharing.includes(rating.about)

import type { CardHash, PersonId } from '../ids.ts'
import type { Seat } from '../room.ts'

/**
 * One way in which an arrangement keeps less than the planner promises. Data only: a screen says it with names.
 * `room` is the spot that people know a room by, from 1.
 *
 * With one of the first three a plan can't be started (R1):
 * - `empty-seat`: a room without a customer or an officer
 * - `not-here`: somebody who was set aside or removed since
 * - `no-seat`: somebody who is here and sits nowhere
 *
 * The others may be wanted (P1 to P5, P7):
 * - `brief-seen`: the officer knows the customer's brief, and there is a card that they do not know
 * - `many`, `nobody-observes`: a room larger or smaller than the class's size makes necessary
 * - `parted`, `role-again`, `card-again`: the second round of a pairing is not the first one with the roles rotated
 * - `uneven`: somebody has a role at least twice more often than another
 * - `met`: partners of an earlier pairing
 */
export type PlanWarning =
  | { readonly kind: 'empty-seat'; readonly room: number; readonly seat: 'customer' | 'officer' }
  | { readonly kind: 'not-here'; readonly room: number; readonly person: PersonId }
  | { readonly kind: 'no-seat'; readonly person: PersonId }
  | {
      readonly kind: 'brief-seen'
      readonly room: number
      readonly person: PersonId
      readonly card: CardHash
    }
  | { readonly kind: 'many'; readonly room: number; readonly people: number }
  | { readonly kind: 'nobody-observes'; readonly room: number }
  | { readonly kind: 'parted'; readonly people: readonly [PersonId, PersonId] }
  | { readonly kind: 'role-again'; readonly room: number; readonly person: PersonId; readonly seat: Seat }
  | { readonly kind: 'card-again'; readonly room: number; readonly card: CardHash }
  | {
      readonly kind: 'uneven'
      readonly person: PersonId
      readonly seat: Seat
      readonly times: number
      readonly least: number
    }
  | { readonly kind: 'met'; readonly room: number; readonly people: readonly [PersonId, PersonId] }

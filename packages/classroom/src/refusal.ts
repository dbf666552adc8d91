/**
 * Why a command was not carried out. The kind is for programs, the sentence for the person.
 *
 * - `invalid`: the content itself is not acceptable (empty, too long, out of range)
 * - `not-allowed`: this person may not do this at all
 * - `moved-on`: the room, scene or seat that it was composed for is no longer the sender's
 * - `wrong-phase`: not at this point of the scene
 * - `gone`: what it speaks of does not exist (any more)
 * - `taken`: somebody else is there, or it was already done
 * - `limit`: the class, room or scene is full
 * - `locked`: the class takes no new people
 * - `closed`: the class is over
 */
export type RefusalKind =
  | 'invalid'
  | 'not-allowed'
  | 'moved-on'
  | 'wrong-phase'
  | 'gone'
  | 'taken'
  | 'limit'
  | 'locked'
  | 'closed'

export interface Refusal {
  readonly ok: false
  readonly kind: RefusalKind
  /** One sentence that the person will read. */
  readonly say: string
}

export const refuse = (kind: RefusalKind, say: string): Refusal => ({ ok: false, kind, say })

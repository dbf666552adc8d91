import { customerItemIds, itemIds } from '@evenkeel/playbook'
import type { CommandOf } from '../command.ts'
import { castOf, roomOf } from '../find.ts'
import { refuse } from '../refusal.ts'
import type { RatedAs, Room, Seat } from '../room.ts'
import type { ClassState } from '../state.ts'
import { allowText, LONGEST, requireText } from '../text.ts'
import { already, type Decision, happen } from './decision.ts'
import { inRoom } from './in-room.ts'
import { settle } from './settle.ts'

export const ratesAs = (seat: Seat | 'instructor'): RatedAs => (seat === 'officer' ? 'self' : seat)

/** The items that a rater is asked: the customer's five, else the round's focus or all ten. */
export function itemsAsked(state: ClassState, room: Room, as: RatedAs): readonly string[] {
  if (as === 'customer') return customerItemIds
  return state.settings.allItems ? itemIds : room.focus
}

export function rate(state: ClassState, command: CommandOf<'Rate'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room, seat } = here
  const as = ratesAs(seat)
  if (as !== 'instructor' && room.finished.includes(command.actor)) {
    return refuse('taken', 'You have finished your rating.')
  }
  // An instructor may rate any item; everybody else only what was asked of them.
  const allowed: readonly string[] = as === 'instructor' ? itemIds : itemsAsked(state, room, as)
  const { scores } = command.data
  const foreign = Object.keys(scores).find(item => !allowed.includes(item))
  if (foreign !== undefined) return refuse('invalid', 'One of these items was not asked of you.')
  const sentence = allowText(command.data.sentence, LONGEST.sentence, 'Your sentence')
  if (!sentence.ok) return sentence
  const about = castOf(room).officer
  const rating = { by: command.actor, as, about, scores, sentence: sentence.text }
  return happen({ type: 'RatingSaved', data: { room: room.id, scene: here.scene.id, rating } })
}

export function finishRating(state: ClassState, command: CommandOf<'FinishRating'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room } = here
  if (room.finished.includes(command.actor)) return already
  const finished = { room: room.id, person: command.actor }
  return settle(state, command, [{ type: 'RatingFinished', data: finished }], [room.id])
}

export function shareRatings(state: ClassState, command: CommandOf<'ShareRatings'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { on } = command.data
  if (here.room.sharing.includes(command.actor) === on) return already
  return happen({ type: 'RatingsShared', data: { room: here.room.id, on } })
}

export function consent(state: ClassState, command: CommandOf<'Consent'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { on } = command.data
  if (!here.room.revealed) return refuse('wrong-phase', 'There is no debrief to show yet.')
  if (here.room.consents.includes(command.actor) === on) return already
  return happen({ type: 'ProjectionConsented', data: { room: here.room.id, on } })
}

/** Everybody who ever sat in the room has agreed, and there is a debrief to show. */
export function mayProject(room: Room): boolean {
  return room.revealed && room.took.length > 0 && room.took.every(person => room.consents.includes(person))
}

export function projectDebrief(state: ClassState, command: CommandOf<'ProjectDebrief'>): Decision {
  const { room: id } = command.data
  if (id === state.projected) return already
  if (id === null) return happen({ type: 'DebriefProjected', data: { room: null } })
  const room = roomOf(state, id)
  if (room === undefined) return refuse('moved-on', 'That round is over.')
  if (!room.revealed) return refuse('wrong-phase', 'That room has no open debrief.')
  if (!mayProject(room)) {
    const agreed = room.took.filter(person => room.consents.includes(person)).length
    return refuse(
      'not-allowed',
      `Everybody in the room must agree first: ${agreed} of ${room.took.length} have.`,
    )
  }
  return happen({ type: 'DebriefProjected', data: { room: id } })
}

export function writeNote(state: ClassState, command: CommandOf<'WriteNote'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const text = requireText(command.data.text, LONGEST.note, 'A note', true)
  if (!text.ok) return text
  if (here.room.notes.length >= 500) return refuse('limit', 'There are too many notes in this room.')
  return happen({ type: 'NoteWritten', data: { room: here.room.id, text: text.text } })
}

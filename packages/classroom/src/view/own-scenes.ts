import { seatOf } from '../find.ts'
import type { PersonId } from '../ids.ts'
import type { Aside, Rating, Seat, Seats } from '../room.ts'
import type { ClassState } from '../state.ts'
import { roomView } from './room-view.ts'
import type { CardHead, SceneView } from './view.ts'

/** A room as somebody takes it home who sat in it at its end: what their screen showed there, without any brief. */
export interface OwnScene {
  readonly round: number
  readonly seat: Seat
  readonly seats: Seats
  readonly title: string
  readonly shared: CardHead['shared']
  /** The scene and its retakes. */
  readonly scenes: readonly SceneView[]
  readonly ratings: readonly Rating[]
  readonly notes: readonly Aside[]
}

/** Everything that a person may take home, in the order in which it was played; nothing for who was removed. */
export function ownScenes(state: ClassState, person: PersonId): readonly OwnScene[] {
  const standing = state.people.find(known => known.id === person)?.standing
  if (standing !== 'present' && standing !== 'set-aside') return []
  const rounds = [...state.pastRounds, ...(state.round === null ? [] : [state.round])]
  return rounds.flatMap(({ number, rooms }) =>
    rooms.flatMap(room => {
      const seat = seatOf(room.seats, person)
      if (seat === undefined) return []
      const { seats, card, scenes, ratings, notes } = roomView(state, room, { person, seat })
      return [{ round: number, seat, seats, title: card.title, shared: card.shared, scenes, ratings, notes }]
    }),
  )
}

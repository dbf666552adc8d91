import type { ClassHead, Me, PersonId, RoomView, SceneView, Seat, WireShapes } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import type { OutboxState } from '../live/outbox.ts'

/** What every panel of a seat is given: the view, the names in it and a way to act. No network of its own. */
export interface Stage {
  readonly head: ClassHead
  readonly me: Me
  /** Lines that worked, as the class has them. */
  readonly worked: readonly string[]
  readonly room: RoomView
  readonly names: Readonly<Record<PersonId, string>>
  readonly typing: Readonly<Record<PersonId, boolean>>
  readonly outbox: OutboxState
  readonly live: boolean
  /** Server time in ms. */
  readonly now: number
  readonly act: Act
  readonly dismiss: (id: string) => void
  readonly tellTyping: (on: boolean) => void
}

/** The room, scene and seat that a command is composed for. */
export const placeOf = ({ id, scene, seat }: RoomView): WireShapes['Ready']['place'] => ({
  room: id,
  scene,
  seat,
})

/** The scene that is being played, or the last one; the first is the scene itself, the others are retakes. */
export function sceneNow(room: RoomView): SceneView {
  const scene = room.scenes.at(-1)
  if (scene === undefined) throw new Error(`room ${room.id} has no scene`)
  return scene
}

export const seatOfMe = ({ seat }: RoomView): Seat => (seat === 'instructor' ? 'observer' : seat)

/** Everybody who sits in the room: customer, officer, observers. */
export function seated({
  seats,
}: RoomView): readonly { readonly seat: Seat; readonly person: PersonId | null }[] {
  return [
    { seat: 'customer', person: seats.customer },
    { seat: 'officer', person: seats.officer },
    ...seats.observers.map(person => ({ seat: 'observer' as const, person })),
  ]
}

export const peopleIn = (room: RoomView): readonly PersonId[] =>
  seated(room).flatMap(({ person }) => (person === null ? [] : [person]))

export const nameOf = (names: Readonly<Record<PersonId, string>>, person: PersonId): string =>
  names[person] ?? '…'

/** `1:05` into a scene. */
export function offsetText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

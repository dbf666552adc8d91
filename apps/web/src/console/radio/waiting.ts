import type { ConsoleView, RoomId, WaitingCall, WireShapes } from '@evenkeel/classroom/view'

/** A call that an instructor may answer now. */
export interface Waiting extends WaitingCall {
  /** Of this call in this scene, and of no other. */
  readonly key: string
  readonly room: RoomId
  readonly spot: number
  /** Who calls; null: the seat is free now. */
  readonly officer: string | null
  readonly place: WireShapes['AnswerCall']['place']
}

/** All of the class; those that the card answers soonest come first, then those whose clock stands. */
export const waitingIn = ({ rooms }: Pick<ConsoleView, 'rooms'>): readonly Waiting[] =>
  Object.entries(rooms)
    .flatMap(([room, { spot, scene, seats, calls = [] }]) =>
      calls.map(call => ({
        ...call,
        key: `${scene}/${call.index}`,
        room,
        spot,
        officer: seats.officer,
        place: { room, scene, seat: 'instructor' as const },
      })),
    )
    .sort((a, b) => (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER))

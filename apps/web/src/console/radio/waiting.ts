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

/**
 * In the order in which they were first seen, which is how long they wait: when a clock stands a call is due later, and must not move
 * under a finger. `seen` holds those of before, and
 * from then on these.
 */
export function byFirstSeen(calls: readonly Waiting[], seen: Set<string>): readonly Waiting[] {
  const open = new Set(calls.map(({ key }) => key))
  // Who calls once more waits anew.
  for (const key of seen) if (!open.has(key)) seen.delete(key)
  for (const key of open) seen.add(key)
  const place = new Map([...seen].map((key, index) => [key, index]))
  return [...calls].sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0))
}

/** Whether something else stands where one of these stood: not if another only came at the end. */
export const haveMoved = (before: readonly string[], now: readonly string[]): boolean =>
  before.some((key, index) => now[index] !== key)

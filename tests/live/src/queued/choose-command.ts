import {
  type ClassState,
  nextRoundNumber,
  type PersonView,
  STEPS,
  type WireCommandType,
  type WireShapes,
} from '@evenkeel/classroom'
import type { Seeded } from '@evenkeel/simulant'

export type Chosen = {
  [T in WireCommandType]: { readonly type: T; readonly data: WireShapes[T] }
}[WireCommandType]

/** Something that this person might do now, going by what their own device shows; often it is too late for it. */
export function chooseCommand(
  person: string,
  view: PersonView | undefined,
  state: ClassState,
  seeded: Seeded,
): Chosen | undefined {
  return person === 'p1' ? chooseForInstructor(state, seeded) : chooseForTrainee(person, view, seeded)
}

function chooseForInstructor(state: ClassState, seeded: Seeded): Chosen | undefined {
  const round = state.round?.number ?? 0
  const people = state.people.filter(known => known.role === 'trainee').map(known => known.id)
  const room = state.round?.rooms[seeded.below(Math.max(1, state.round.rooms.length))]
  const scene = room?.scenes.at(-1)?.id
  const dice = seeded.next()
  if (state.round === null || dice < 0.12) return { type: 'PlanRound', data: {} }
  if (dice < 0.22) return { type: 'StartRound', data: { round: nextRoundNumber(state) } }
  if (dice < 0.5) return { type: 'Next', data: { round, to: seeded.pick(STEPS) } }
  if (dice < 0.58) return { type: 'SwapSeats', data: { a: seeded.pick(people), b: seeded.pick(people) } }
  if (dice < 0.66 && room) return { type: 'SeatPerson', data: { person: seeded.pick(people), room: room.id } }
  if (dice < 0.72) return { type: 'SetAside', data: { person: seeded.pick(people) } }
  if (dice < 0.8) return { type: 'BringBack', data: { person: seeded.pick(people) } }
  if (room === undefined || scene === undefined) return undefined
  const place = { room: room.id, scene, seat: 'instructor' } as const
  if (dice < 0.88) return { type: 'DropTwist', data: { place, index: seeded.maybe(0.5) ? 0 : 1 } }
  if (dice < 0.94) return { type: 'AddTime', data: { place, by: 60_000 } }
  return { type: 'Whisper', data: { place, to: seeded.pick(people), text: 'Breathe.' } }
}

function chooseForTrainee(person: string, view: PersonView | undefined, seeded: Seeded): Chosen | undefined {
  const room = view?.room
  if (!room) return seeded.maybe(0.3) ? { type: 'CallHelp', data: {} } : undefined
  const place = { room: room.id, scene: room.scene, seat: room.seat }
  const dice = seeded.next()
  if (dice < 0.45) return { type: 'Speak', data: { place, how: 'say', text: `${person} speaks` } }
  if (dice < 0.6)
    return { type: 'SetTemperature', data: { place, level: seeded.pick([1, 2, 3, 4, 5, 6, 7] as const) } }
  if (dice < 0.68) return { type: 'Mark', data: { place, mark: seeded.maybe(0.5) ? 'helped' : 'hurt' } }
  if (dice < 0.78) return { type: 'Ready', data: { place } }
  if (dice < 0.82) return { type: 'CallTimeOut', data: { place } }
  if (dice < 0.86) return { type: 'EndTimeOut', data: { place } }
  if (dice < 0.9) return { type: 'Rate', data: { place, scores: {}, sentence: `${person} rates` } }
  if (dice < 0.95) return { type: 'FinishRating', data: { place } }
  if (dice < 0.97) return { type: 'StartRetake', data: { place, offset: 0, swapped: seeded.maybe(0.5) } }
  return { type: 'Stop', data: { place } }
}

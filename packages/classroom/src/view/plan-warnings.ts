import { nextPairing, pastOf, roundsPlayed, seenIn } from '../decide/plan.ts'
import { personOf, trainees } from '../find.ts'
import type { PersonId } from '../ids.ts'
import type { PlanWarning } from '../planner/plan-warning.ts'
import { brokenPromises } from '../planner/promises.ts'
import type { Room } from '../room.ts'
import type { ClassState, Round } from '../state.ts'

const NONE: readonly PlanWarning[] = []

const isHere = (state: ClassState) => (person: PersonId) => personOf(state, person)?.standing === 'present'

/** What the plan that waits keeps less than is promised. */
export function planWarnings(state: ClassState): readonly PlanWarning[] {
  const { plan } = state
  if (plan === null) return NONE
  return brokenPromises({
    rooms: plan.rooms.map(({ seats, card }, index) => ({ room: index + 1, seats, card })),
    kind: plan.kind,
    present: trainees(state).map(person => person.id),
    isHere: isHere(state),
    groupSize: state.settings.groupSize,
    pairing: plan.kind === 'pairing' ? nextPairing(state) : 0,
    past: pastOf(state),
    cards: state.deck,
    seen: seenIn(state),
  })
}

/** Rooms in which something can still be put right. After the reveal everybody knows both briefs. */
const stillPlays = ({ phase, revealed }: Room) =>
  !revealed && phase.name !== 'stopped' && phase.name !== 'done' && phase.name !== 'rating'

/** What the running round keeps less, after people came, left or were moved. */
export function roundWarnings(state: ClassState, round: Round): readonly PlanWarning[] {
  const rooms = round.rooms.filter(stillPlays)
  if (rooms.length === 0) return NONE
  return brokenPromises({
    rooms: rooms.map(({ spot, seats, card }) => ({ room: spot, seats, card })),
    kind: round.kind,
    present: trainees(state)
      .filter(person => person.room === null || rooms.some(room => room.id === person.room))
      .map(person => person.id),
    isHere: isHere(state),
    groupSize: state.settings.groupSize,
    pairing: round.pairing,
    past: pastOf(
      state,
      roundsPlayed(state).filter(played => played !== round),
    ),
    cards: state.deck,
    seen: seenIn(state),
  })
}

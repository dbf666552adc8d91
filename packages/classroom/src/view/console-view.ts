import { waitingCalls } from '../decide/radio.ts'
import { castOf, currentScene } from '../find.ts'
import type { PersonId } from '../ids.ts'
import type { Room } from '../room.ts'
import { type ClassState, type Person, type Round, STEPS, type Step, stepRank } from '../state.ts'
import { planWarnings, roundWarnings } from './plan-warnings.ts'
import { cardOf, phaseView } from './room-view.ts'
import { sharedTakeAlongs } from './shared-take-alongs.ts'
import type { ConsoleView, PersonRow, RoomRow, WaitingCall } from './view.ts'
import { stoppedBy } from './wall-cell.ts'
import { offeredLines } from './worked-lines.ts'

export function consoleView(state: ClassState): ConsoleView {
  const { round } = state
  const played = rolesPlayed(state)
  return {
    kind: 'console',
    class: {
      title: state.title,
      ...(state.simulated === true && { simulated: true }),
      status: state.status === 'closed' ? 'closed' : 'open',
      locked: state.locked,
      language: state.language,
      settings: state.settings,
      projected: state.projected,
      roundsPlayed: state.pastRounds.length + (round === null ? 0 : 1),
      announced: state.announced,
    },
    deck: state.deck,
    people: Object.fromEntries(
      state.people.map(person => [person.id, personRow(state, person, played(person.id))]),
    ),
    plan: state.plan,
    warnings: planWarnings(state),
    round: round && {
      number: round.number,
      kind: round.kind,
      pairing: round.pairing,
      focus: round.focus,
      step: round.step,
      next: nextStep(round),
      warnings: roundWarnings(state, round),
    },
    takeAlongs: { shared: sharedTakeAlongs(state), shown: state.takeAlongsShown },
    worked: { offered: offeredLines(state), shown: state.worked.shown },
    deeds: state.deeds,
    rooms: Object.fromEntries((round?.rooms ?? []).map(room => [room.id, roomRow(state, room)])),
  }
}

type Played = PersonRow['played']

const NEVER: Played = { customer: 0, officer: 0, observer: 0 }

/** How often each person had each seat: reads every round's rooms once. */
function rolesPlayed({ round, pastRounds }: ClassState): (person: PersonId) => Played {
  const counts = new Map<PersonId, Played>()
  const add = (person: PersonId | null, seat: keyof Played) => {
    if (person === null) return
    const known = counts.get(person) ?? NEVER
    counts.set(person, { ...known, [seat]: known[seat] + 1 })
  }
  for (const { rooms } of round === null ? pastRounds : [...pastRounds, round]) {
    for (const room of rooms) {
      const { customer, officer, observers } = castOf(room)
      add(customer, 'customer')
      add(officer, 'officer')
      for (const observer of observers) add(observer, 'observer')
    }
  }
  return person => counts.get(person) ?? NEVER
}

export function personRow(state: ClassState, person: Person, played: Played): PersonRow {
  const { role, standing, joinedAt, paper, reading, room } = person
  const call = state.help.find(known => known.person === person.id)
  const { into } = person
  const merged = into !== undefined && {
    into,
    ...(state.lastMerge?.from === person.id && { undo: true as const }),
  }
  return { role, standing, joinedAt, paper, reading, room, played, help: call?.at ?? null, ...merged }
}

export function roomRow(state: ClassState, room: Room): RoomRow {
  const waiting = waitingViews(state, room)
  return {
    spot: room.spot,
    scene: currentScene(room).id,
    seats: room.seats,
    away: room.away,
    phase: phaseView(state, room, null),
    stoppedBy: stoppedBy(state, room),
    card: room.card,
    title: cardOf(state, room).title,
    why: room.why,
    ready: room.ready,
    finished: room.finished,
    revealed: room.revealed,
    ...(waiting.length > 0 && { calls: waiting }),
    consents: [room.took.filter(person => room.consents.includes(person)).length, room.took.length],
  }
}

function waitingViews(state: ClassState, room: Room): readonly WaitingCall[] {
  const { calls } = cardOf(state, room).officer
  return waitingCalls(room).flatMap(({ call: index, endsAt: due }) => {
    const call = calls[index]
    return call === undefined ? [] : [{ index, who: call.who, written: call.answer, due }]
  })
}

/** The step after the one that the slowest room is in; null when every room is done. */
export function nextStep(round: Round): Step | null {
  const ranks = round.rooms.filter(room => room.phase.name !== 'done').map(room => stepRank(room.phase))
  return ranks.length === 0 ? null : (STEPS[Math.min(...ranks) + 1] ?? null)
}

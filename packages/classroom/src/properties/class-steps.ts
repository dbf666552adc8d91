import { itemIds } from '@evenkeel/playbook'
import { nextRoundNumber } from '../decide/plan.ts'
import { sitting, trainees } from '../find.ts'
import { type PersonId, SERVER } from '../ids.ts'
import type { Settings } from '../settings.ts'
import { type Plan, type PlannedSeats, STEPS } from '../state.ts'
import { nextStep } from '../view/console-view.ts'
import { canaryDeck } from './canary-cards.ts'
import { type Choice, type Draft, draft, instructorsIn, type Table } from './draft.ts'

/** What happens to the class as a whole, by weight. */
export function classSteps(table: Table): readonly Choice[] {
  const { state, progress, unrest } = table
  const { round, plan } = state
  const here = trainees(state).length
  const fits = plan !== null && planned(plan) === here
  const playing = round?.rooms.some(({ phase }) => phase.name !== 'done' && phase.name !== 'stopped') ?? false
  const byClass = state.settings.pace === 'class'
  return [
    [
      here < 5 && round === null ? 60 : here < 14 ? 0.7 * unrest : 0,
      () => draft('JoinClass', SERVER, { role: 'trainee' }),
    ],
    [state.people.length < 12 ? 0.3 : 0, () => draft('JoinClass', SERVER, { role: 'instructor' })],
    [!fits && !playing && here > 1 ? 20 : 0.4 * unrest, () => planning(table)],
    [fits ? 1.5 : 0.05, () => otherPlan(table)],
    [plan !== null ? 1 : 0.05, () => arrangement(table)],
    [playing ? 0.6 : 0.02, () => newRoom(table)],
    [0.3, () => announcement(table)],
    [fits && !playing ? 25 : 0.2, () => instructed(table, by => draft('StartRound', by, starting(table)))],
    [playing ? (byClass ? 3 : 0.8) : 0.2, () => nextForAll(table)],
    [0.4, () => instructed(table, by => draft('ChangeSettings', by, { settings: otherSettings(table) }))],
    [0.3, () => instructed(table, by => draft('LockClass', by, { locked: table.dice.percent(15) }))],
    [playing ? 0.8 : 0, () => draft('ShiftClocks', SERVER, { by: shift(table) })],
    [0.4, () => instructed(table, by => draft('ShowTakeAlongs', by, { on: table.dice.percent(60) }))],
    [
      Object.keys(state.worked.shared).length > 0 ? 2 : 0.1,
      () => instructed(table, by => draft('PickLine', by, pick(table))),
    ],
    [0.5, () => instructed(table, by => draft('ShowLines', by, { on: table.dice.percent(80) }))],
    [
      projectWeight(table),
      () => instructed(table, by => draft('ProjectDebrief', by, { room: debriefRoom(table) })),
    ],
    [
      progress > 0.97 ? 4 : progress > 0.8 ? 0.05 : 0,
      () => instructed(table, by => draft('CloseClass', by, {})),
    ],
  ]
}

const planned = (plan: Plan): number => plan.rooms.flatMap(room => sitting(room.seats)).length

const instructed = ({ state, dice }: Table, make: (by: PersonId) => Draft): Draft | undefined => {
  const by = dice.pick(instructorsIn(state))
  return by === undefined ? undefined : make(by)
}

const starting = ({ state, dice }: Table) => ({
  round: dice.percent(97) ? nextRoundNumber(state) : dice.below(4),
})

function planning(table: Table): Draft | undefined {
  const { state, dice } = table
  const here = trainees(state).map(person => person.id)
  const customer = dice.pick(here)
  const officer = dice.pick(here)
  const card = dice.percent(25) ? dice.pick(canaryDeck)?.hash : undefined
  const difficulty = dice.percent(20) ? dice.oneOf(1 as const, 2 as const, 3 as const) : undefined
  const focus = dice.percent(20) ? itemIds.slice(dice.below(4), 4 + dice.below(5)) : undefined
  return instructed(table, by =>
    draft('PlanRound', by, {
      ...(card !== undefined && (focus === undefined ? { card } : { cards: [card] })),
      ...(difficulty !== undefined && { difficulty }),
      ...(focus !== undefined && { focus }),
      ...(dice.percent(20) &&
        customer !== undefined &&
        officer !== undefined && { fishbowl: { customer, officer } }),
    }),
  )
}

/** The instructor moves people about in the plan, or gives a room another card. */
function otherPlan(table: Table): Draft | undefined {
  const { state, dice } = table
  const rooms: PlannedSeats[] = (state.plan?.rooms ?? []).map(room => ({ ...room, why: 'chosen' }))
  const a = dice.below(rooms.length)
  const b = dice.below(rooms.length)
  const first = rooms[a]
  const second = rooms[b]
  if (first === undefined || second === undefined) return undefined
  const card = dice.pick(canaryDeck)?.hash ?? first.card
  if (a === b) {
    const { customer, officer, observers } = first.seats
    rooms[a] = { ...first, card, seats: { customer: officer, officer: customer, observers } }
  } else {
    rooms[a] = { ...first, seats: { ...first.seats, officer: second.seats.officer } }
    rooms[b] = { ...second, card, seats: { ...second.seats, officer: first.seats.officer } }
  }
  return instructed(table, by => draft('ChangePlan', by, { rooms }))
}

/** One step of an instructor's own arrangement; also about people who sit nowhere or are not there. */
function arrangement(table: Table): Draft | undefined {
  const { state, dice } = table
  const anybody = () => dice.pick(state.people)?.id ?? 'p1'
  const person = anybody()
  const beside = anybody()
  const seat = dice.oneOf('customer' as const, 'officer' as const, 'observer' as const)
  return instructed(table, by => {
    switch (dice.below(4)) {
      case 0:
        return draft('SwapInPlan', by, { a: person, b: beside })
      case 1:
        return draft('ChangePlannedCard', by, {
          beside,
          ...(dice.percent(50) && { card: dice.pick(canaryDeck)?.hash ?? '' }),
        })
      case 2:
        return draft('MoveInPlan', by, { person, seat })
      default:
        return draft('MoveInPlan', by, { person, beside, seat })
    }
  })
}

/** For two who sit nowhere, if there are two. */
function newRoom(table: Table): Draft | undefined {
  const { state, dice } = table
  const standing = state.people.filter(person => person.room === null)
  const customer = dice.pick(standing)
  const officer = dice.pick(dice.percent(95) ? standing : state.people)
  if (customer === undefined || officer === undefined) return undefined
  return instructed(table, by => draft('OpenRoom', by, { customer: customer.id, officer: officer.id }))
}

function announcement(table: Table): Draft | undefined {
  const { dice } = table
  const text = dice.percent(20) ? null : dice.oneOf('Five minutes of rest.', 'Back to your spots.', ' ')
  return instructed(table, by => draft('Announce', by, { text, wall: dice.percent(50) }))
}

function nextForAll(table: Table): Draft | undefined {
  const { state, dice } = table
  const { round } = state
  if (round === null) return undefined
  const to = dice.percent(90) ? nextStep(round) : dice.pick(STEPS)
  if (to === null || to === undefined) return undefined
  return instructed(table, by =>
    draft('Next', by, { round: dice.percent(97) ? round.number : dice.below(4), to }),
  )
}

function otherSettings({ state, dice }: Table): Settings {
  const { settings } = state
  return {
    ...settings,
    pace: dice.percent(8) ? dice.oneOf('class', 'room') : settings.pace,
    groupSize: dice.oneOf(2, 3),
    allItems: dice.percent(50),
    officerSeesTemperature: settings.medium === 'typed' && dice.percent(50),
    liveRadio: dice.percent(70),
    times: { ...settings.times, scene: dice.between(10, 300) * 1_000, countIn: dice.below(6) * 1_000 },
  }
}

/** How long the server was down; the server reckons it from the last event at the earliest. */
const shift = ({ state, at, dice }: Table): number => {
  const longest = Math.max(0, at - state.at)
  return dice.percent(60) ? dice.below(longest + 1) : dice.oneOf(0, -1, longest)
}

const pick = ({ state, dice }: Table) => {
  const shared = dice.pick(Object.values(state.worked.shared))
  return { scene: shared?.scene ?? 'r1-1.1', said: shared?.said ?? 1, on: dice.percent(85) }
}

const agreed = ({ state }: Table) =>
  (state.round?.rooms ?? []).filter(
    room => room.revealed && room.took.every(person => room.consents.includes(person)),
  )

const projectWeight = (table: Table): number =>
  agreed(table).some(room => room.id !== table.state.projected) ? 6 : 0.1

function debriefRoom(table: Table): string | null {
  const { state, dice } = table
  const room = dice.pick(agreed(table)) ?? dice.pick(state.round?.rooms ?? [])
  return dice.percent(5) ? null : (room?.id ?? null)
}

import {
  audiences,
  type ClassEvent,
  type ClassState,
  type Command,
  type CommandShapes,
  type CommandType,
  decide,
  deckCard,
  evolve,
  presetFor,
  SERVER,
  stamp,
  unopened,
  type ViewEvent,
  type Viewer,
} from '@evenkeel/classroom'
import { rubric } from '@evenkeel/playbook'
import { loadCards, rubricHash } from '@evenkeel/playbook/cards'

export interface PlayedEvent {
  readonly event: ClassEvent
  /** What a look into its room is sent. */
  readonly seen: readonly ViewEvent[]
}

const NOON = 1_800_000_000_000

/** A typed class of pairs in its scene, and then so many lines, steps of temperature and marks, evenly over its rooms. */
export async function playedWall(
  rooms: number,
  count: number,
): Promise<{ start: ClassState; events: PlayedEvent[]; end: ClassState }> {
  const [first] = await loadCards()
  if (first === undefined) throw new Error('no cards')
  const { hash, card } = first
  let state = unopened('wall')
  let given = 0
  let at = NOON
  const give = <T extends CommandType>(actor: string, type: T, data: CommandShapes[T]): ClassEvent[] => {
    const envelope = { id: `wall-${given++}`, actor, at, chance: given, library: () => card, type, data }
    // A union of pairs, which no inference puts together from one T.
    const decision = decide(envelope as unknown as Command, state)
    if (!decision.ok) throw new Error(`${type}: ${decision.say}`)
    return decision.events.map(happening => {
      const event = stamp(state, happening, { id: envelope.id, actor, at })
      state = evolve(state, event)
      return event
    })
  }
  give(SERVER, 'OpenClass', {
    classId: 'wall',
    title: 'Wall',
    settings: { ...presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, []), groupSize: 2 },
    deck: [deckCard(hash, card)],
    rubricHash: rubricHash(rubric),
    rubric,
  })
  // A class has at most 200 people: in a hundred rooms the instructor plays too, in the first.
  for (let n = 0; n <= rooms * 2 - 1; n++)
    give(SERVER, 'JoinClass', { role: n === 0 ? 'instructor' : 'trainee' })
  give('p1', 'PlanRound', {})
  give('p1', 'ChangePlan', {
    rooms: Array.from({ length: rooms }, (_, index) => ({
      seats: { customer: `p${2 * index + 1}`, officer: `p${2 * index + 2}`, observers: [] },
      card: hash,
      why: 'chosen',
    })),
  })
  give('p1', 'StartRound', { round: 1 })
  give('p1', 'Next', { round: 1, to: 'scene' })
  at += 6_000
  const start = state
  const events: PlayedEvent[] = []
  const watching = Array.from({ length: rooms }, (_, index): Viewer => {
    const room = `r1-${index + 1}` as const
    return { kind: 'watch', room, person: 'p1' }
  })
  for (let n = 0; events.length < count; n++) {
    const index = n % rooms
    const round = Math.floor(n / rooms)
    const room = `r1-${index + 1}` as const
    const scene = `${room}.1` as const
    const before = state
    at = NOON + 6_000 + Math.floor(n * (1_000 / (5 * rooms)))
    const customer = `p${2 * index + 1}`
    const place = { room, scene, seat: 'customer' } as const
    const marks = round % 2 === 0 && index > 0
    const made =
      round % 10 === 0
        ? give(customer, 'Speak', {
            place,
            how: 'say',
            text: `Line ${round}, of the length that people write.`,
          })
        : marks
          ? give('p1', 'Mark', { place: { ...place, seat: 'instructor' }, mark: 'helped' })
          : give(customer, 'SetTemperature', { place, level: levelAfter(state, index) })
    for (const event of made) {
      const seen = audiences(event, before, state, watching)
        .filter(({ viewers }) => viewers.some(viewer => viewer.kind === 'watch'))
        .flatMap(audience => audience.events)
      events.push({ event, seen })
    }
  }
  return { start, events, end: state }
}

const levelAfter = (state: ClassState, index: number) =>
  state.round?.rooms[index]?.scenes[0]?.curve.at(-1)?.level === 4 ? 5 : 4

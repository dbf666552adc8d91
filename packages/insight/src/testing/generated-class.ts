import {
  type ClassEvent,
  type ClassState,
  type Command,
  type CommandShapes,
  type CommandType,
  currentScene,
  decide,
  evolve,
  presetFor,
  type Room,
  SERVER,
  type Seat,
  STEPS,
  stamp,
  unopened,
} from '@evenkeel/classroom'
import { behaviourIds, customerItemIds, itemIds, markOf, rubric, type Temperature } from '@evenkeel/playbook'
import { phoneCard } from './phone-card.ts'

const DECK = ['card-a', 'card-b', 'card-c']
const TRAINEES = 7

/** A step of a generated history: everything that it does follows from these numbers and the state it meets. */
export interface Choice {
  readonly what: number
  readonly who: number
  readonly which: number
  /** Milliseconds that pass before it. */
  readonly wait: number
}

/** What a class's real `decide` makes of any choices. Refused commands leave nothing, as in a real class. */
export function generatedClass(medium: 'spoken' | 'typed', choices: readonly Choice[]): GeneratedClass {
  const made = new GeneratedClass()
  const preset = presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, [])
  const { id, title, site, difficulty, minutes } = phoneCard
  made.give(SERVER, 'OpenClass', {
    classId: 'class-1',
    title: 'Generated',
    settings: { ...preset, medium, times: { ...preset.times, countIn: 3_000 } },
    deck: DECK.map(hash => ({ hash, id: `${id}-${hash}`, title, site, difficulty, minutes })),
    rubricHash: 'rubric-1',
    rubric,
  })
  made.give(SERVER, 'JoinClass', { role: 'instructor' })
  for (let index = 0; index < TRAINEES; index++) made.give(SERVER, 'JoinClass', { role: 'trainee' })
  made.startRound()
  for (const choice of choices) made.take(choice)
  return made
}

export class GeneratedClass {
  state: ClassState = unopened('class-1')
  readonly events: ClassEvent[] = []
  #now = 1_000_000
  #given = 0

  give<T extends CommandType>(actor: string, type: T, data: CommandShapes[T]): boolean {
    const command = {
      id: `c${++this.#given}`,
      actor,
      at: this.#now,
      chance: 0.5,
      library: (hash: string) => (DECK.includes(hash) ? phoneCard : undefined),
      type,
      data,
    }
    // One generic constructor of a union: TypeScript cannot see that type and data belong together.
    const decision = decide(command as unknown as Command, this.state)
    if (!decision.ok) return false
    for (const happening of decision.events) {
      const event = stamp(this.state, happening, command)
      this.events.push(event)
      this.state = evolve(this.state, event)
    }
    return true
  }

  startRound(): void {
    this.give('p1', 'PlanRound', {})
    this.give('p1', 'StartRound', { round: (this.state.round?.number ?? 0) + 1 })
  }

  take({ what, who, which, wait }: Choice): void {
    this.#now += wait
    const rooms = this.state.round?.rooms ?? []
    const room = rooms[which % Math.max(1, rooms.length)]
    if (room === undefined) return
    const actions = [...this.#byPlayers(room, which), ...this.#byOthers(room, who, which)]
    actions[what % actions.length]?.()
  }

  #place(room: Room, seat: Seat | 'instructor') {
    return { room: room.id, scene: currentScene(room).id, seat }
  }

  #byPlayers(room: Room, which: number): (() => unknown)[] {
    const customer = room.seats.customer ?? 'p1'
    const officer = room.seats.officer ?? 'p1'
    const asCustomer = this.#place(room, 'customer')
    const asOfficer = this.#place(room, 'officer')
    const level = ((which % 7) + 1) as Temperature
    const tap = () =>
      this.give(customer, 'SetTemperature', { place: asCustomer, level, ago: (which % 5) * 7_000 })
    const played = currentScene(room).played
    const kind = which % 2 === 0 ? ('trigger' as const) : ('calmer' as const)
    return [
      tap,
      tap,
      () => this.give(customer, 'Speak', { place: asCustomer, how: 'say', text: `Customer ${which}` }),
      () => this.give(officer, 'Speak', { place: asOfficer, how: 'do', text: `Officer ${which}` }),
      () => this.give(officer, 'MakeCall', { place: asOfficer, index: which % 2 === 0 ? 0 : 1 }),
      () => this.give(officer, 'CallTimeOut', { place: asOfficer }),
      () => this.give(officer, 'EndTimeOut', { place: asOfficer }),
      () => this.give(customer, 'Stop', { place: asCustomer }),
      () => this.give(customer, 'ConfirmCue', { place: asCustomer, cue: { kind, index: 1 } }),
      () =>
        this.give(customer, 'CorrectCurve', {
          place: asCustomer,
          points: [
            { level, offset: Math.floor(played / 3) },
            { level: 2, offset: played },
          ],
        }),
      () =>
        this.give(customer, 'Rate', {
          place: asCustomer,
          scores: { [customerItemIds[which % 5] ?? 'valued']: 4, listened: 'not-observable' },
        }),
      () => this.give(officer, 'Rate', { place: asOfficer, scores: { [room.focus[0] ?? 'resolve']: 2 } }),
      () =>
        this.give(officer, 'StartRetake', {
          place: asOfficer,
          offset: Math.floor(played / 2),
          swapped: which % 2 === 0,
        }),
      () => this.give(officer, 'EndRetake', { place: this.#place(room, 'officer') }),
    ]
  }

  #byOthers(room: Room, who: number, which: number): (() => unknown)[] {
    const [observer = 'p1'] = room.seats.observers
    const asObserver = this.#place(room, 'observer')
    const asInstructor = this.#place(room, 'instructor')
    const behaviour = behaviourIds[which % behaviourIds.length] ?? 'paraphrase'
    const person = `p${(who % (TRAINEES + 1)) + 1}`
    const step = STEPS[1 + (which % (STEPS.length - 1))] ?? 'done'
    const forward = () => this.give('p1', 'MoveRoom', { place: asInstructor, to: step })
    return [
      forward,
      forward,
      () =>
        this.give(observer, 'Mark', { place: asObserver, mark: markOf(behaviour), ago: (which % 9) * 1_000 }),
      () => this.give('p1', 'Mark', { place: asInstructor, mark: markOf(behaviour), behaviour }),
      () => this.give(observer, 'NameMoment', { place: asObserver, moment: `m${who}`, behaviour }),
      () => this.give(observer, 'UndoMoment', { place: asObserver, moment: `m${who}` }),
      () => this.give(observer, 'Rate', { place: asObserver, scores: { [room.focus[1] ?? 'resolve']: 5 } }),
      () =>
        this.give('p1', 'Rate', {
          place: asInstructor,
          scores: { [itemIds[which % itemIds.length] ?? 'resolve']: 'not-observable' },
        }),
      () => this.give('p1', 'DropTwist', { place: asInstructor, index: which % 2 === 0 ? 0 : 1 }),
      () => this.give('p1', 'EndRoom', { place: asInstructor }),
      () => this.give('p1', 'SetAside', { person }),
      () => this.give('p1', 'BringBack', { person }),
      () => this.give('p1', 'SeatPerson', { person, room: room.id }),
      () => this.give('p1', 'SwapSeats', { a: person, b: room.seats.officer ?? 'p2' }),
      () => this.give(SERVER, 'NoteAway', { person }),
      () => this.give(SERVER, 'NoteBack', { person }),
      // A server was down at most since the last event.
      () => this.give(SERVER, 'ShiftClocks', { by: Math.min(which * 1_000, this.#now - this.state.at) }),
      () => 'endsAt' in room.phase && this.#passDeadline(room.id, room.phase.endsAt),
      () => {
        this.give('p1', 'Next', { round: this.state.round?.number ?? 0, to: 'done' })
        this.startRound()
      },
    ]
  }

  #passDeadline(room: string, endsAt: number): void {
    this.#now = Math.max(this.#now, endsAt)
    this.give(SERVER, 'PassDeadline', { room, endsAt })
  }
}

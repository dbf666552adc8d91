import { type Language, rubricIn } from '@evenkeel/playbook'
import type { Command, CommandShapes, CommandType, Envelope, Place } from '../command.ts'
import type { Decision } from '../decide/decision.ts'
import { deadlineId, deadlineOf } from '../decide/move.ts'
import { stamp } from '../decide/settle.ts'
import { decide } from '../decide.ts'
import type { ClassEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { currentScene, personOf, roomOf, seatOf } from '../find.ts'
import { unopened } from '../fold.ts'
import { type Actor, type PersonId, type RoomId, SERVER } from '../ids.ts'
import type { RoomCommandType } from '../permits.ts'
import type { PhaseName, Room, Seats } from '../room.ts'
import { type OpeningChoice, presetFor, type Settings } from '../settings.ts'
import { type ClassState, STEPS, type Step } from '../state.ts'
import { deckOf, library } from './made-up-cards.ts'

export interface PlayedOpening {
  readonly choice?: Partial<OpeningChoice>
  /** On top of the preset that the choice gives. */
  readonly settings?: Partial<Settings>
  readonly cards?: number
  /** Of the rubric that is brought. */
  readonly language?: Language
}

type Rest<T extends RoomCommandType> = Omit<CommandShapes[T], 'place'>

/**
 * A class that is really played: every change goes through `decide` and `evolve`. The clock stands at `now` until a test
 * moves it. The first instructor is always `p1`.
 */
export class PlayedClass {
  state: ClassState = unopened('class-1')
  readonly events: ClassEvent[] = []
  /** Server time in ms. */
  now = 1_000_000
  #commands = 0

  /** Gives a command and keeps what it made happen. A refusal comes back and changes nothing. */
  give<T extends CommandType>(
    actor: Actor,
    type: T,
    data: CommandShapes[T],
    more: Partial<Envelope> = {},
  ): Decision {
    this.#commands += 1
    const envelope = { id: `c${this.#commands}`, actor, at: this.now, chance: this.#commands, library }
    // The compiler can't follow that type and data of one T make one member of the union.
    const command = { ...envelope, ...more, type, data } as unknown as Command
    const decision = decide(command, this.state)
    if (decision.ok) {
      for (const happening of decision.events) {
        const event = stamp(this.state, happening, command)
        this.state = evolve(this.state, event)
        this.events.push(event)
      }
    }
    return decision
  }

  /** Like `give`, where a refusal is a mistake of the test. Gives the new events. */
  must<T extends CommandType>(
    actor: Actor,
    type: T,
    data: CommandShapes[T],
    more: Partial<Envelope> = {},
  ): readonly ClassEvent[] {
    const known = this.events.length
    const decision = this.give(actor, type, data, more)
    if (!decision.ok) throw new Error(`${type} of ${actor}: ${decision.kind}: ${decision.say}`)
    return this.events.slice(known)
  }

  /** A command about a room, composed for where the actor sits, or as instructor for the first room or the one named. */
  act<T extends RoomCommandType>(actor: PersonId, type: T, rest: Rest<T>, room?: RoomId): Decision {
    return this.give(actor, type, { place: this.placeFor(actor, room), ...rest } as CommandShapes[T])
  }

  mustAct<T extends RoomCommandType>(
    actor: PersonId,
    type: T,
    rest: Rest<T>,
    room?: RoomId,
  ): readonly ClassEvent[] {
    return this.must(actor, type, { place: this.placeFor(actor, room), ...rest } as CommandShapes[T])
  }

  placeFor(actor: PersonId, id?: RoomId): Place {
    const own = id ?? personOf(this.state, actor)?.room ?? this.state.round?.rooms[0]?.id
    const room = this.room(own)
    return {
      room: room.id,
      scene: currentScene(room).id,
      seat: seatOf(room.seats, actor) ?? 'instructor',
    }
  }

  /** A room of the current round, the first one if none is named. */
  room(id?: RoomId): Room {
    const room = id === undefined ? this.state.round?.rooms[0] : roomOf(this.state, id)
    if (room === undefined) throw new Error(`no room ${id ?? 'at all'}`)
    return room
  }

  /** Who sits where; throws for an empty player's seat. */
  seats(id?: RoomId): { customer: PersonId; officer: PersonId; observers: readonly PersonId[] } {
    return playersOf(this.room(id).seats)
  }

  join(role: 'trainee' | 'instructor' = 'trainee'): PersonId {
    this.must(SERVER, 'JoinClass', { role })
    const joined = this.state.people.at(-1)
    if (joined === undefined) throw new Error('nobody joined')
    return joined.id
  }

  /** Plans with the planner and starts. Gives the new round's rooms. */
  startRound(data: CommandShapes['PlanRound'] = {}): readonly Room[] {
    this.must('p1', 'PlanRound', data)
    return this.startPlanned()
  }

  startPlanned(): readonly Room[] {
    this.must('p1', 'StartRound', { round: (this.state.round?.number ?? 0) + 1 })
    return this.state.round?.rooms ?? []
  }

  /** Starts a round with exactly these rooms; everybody present must sit in one of them. */
  seat(rooms: readonly { seats: Seats; card: string }[]): readonly Room[] {
    this.must('p1', 'PlanRound', {})
    this.must('p1', 'ChangePlan', { rooms: rooms.map(room => ({ ...room, why: 'chosen' })) })
    return this.startPlanned()
  }

  /** The instructor's Next for the whole class. */
  next(to: Step): void {
    this.must('p1', 'Next', { round: this.state.round?.number ?? 0, to })
  }

  /** Takes one room to a phase on the shortest way that people really have. The instructor moves it along the steps. */
  takeTo(phase: PhaseName, id?: RoomId): void {
    const room = this.room(id).id
    const customer = () => this.seats(room).customer
    const steps = (to: Step) => {
      for (const step of STEPS.slice(1, STEPS.indexOf(to) + 1)) {
        const reached = this.give('p1', 'MoveRoom', { place: this.placeFor('p1', room), to: step })
        if (!reached.ok && reached.kind !== 'wrong-phase') throw new Error(reached.say)
        if (reached.ok && step === 'scene') this.wait(this.state.settings.times.countIn)
      }
    }
    switch (phase) {
      case 'time-out':
        steps('scene')
        this.mustAct(customer(), 'CallTimeOut', {}, room)
        break
      case 'stopped':
        steps('scene')
        this.mustAct(customer(), 'Stop', {}, room)
        break
      case 'retake':
        steps('debrief')
        this.mustAct(customer(), 'StartRetake', { offset: 0, swapped: false }, room)
        break
      default:
        steps(phase)
    }
  }

  /** Lets time pass and gives the server's PassDeadline for each deadline on the way, the earliest first. */
  wait(ms: number): void {
    const until = this.now + ms
    for (let guard = 0; guard < 1_000; guard++) {
      const due = (this.state.round?.rooms ?? [])
        .map(room => deadlineOf(this.state, room))
        .filter(deadline => deadline !== undefined)
        .sort((a, b) => a.endsAt - b.endsAt)[0]
      if (due === undefined || due.endsAt > until) break
      this.now = Math.max(this.now, due.endsAt)
      this.must(SERVER, 'PassDeadline', due, { id: deadlineId(due) })
    }
    this.now = until
  }

  /** Another class with the same past: what happens in one does not happen in the other. */
  fork(): PlayedClass {
    const other = new PlayedClass()
    other.state = this.state
    other.events.push(...this.events)
    other.now = this.now
    other.#commands = this.#commands
    return other
  }
}

export function playersOf(seats: Seats): {
  customer: PersonId
  officer: PersonId
  observers: readonly PersonId[]
} {
  const { customer, officer, observers } = seats
  if (customer === null || officer === null) throw new Error('a player is missing')
  return { customer, officer, observers }
}

/** An open class with its first instructor `p1` and this many trainees, `p2`, `p3` … */
export function openClass(
  trainees: number,
  { choice, settings, cards = 6, language = 'en' }: PlayedOpening = {},
): PlayedClass {
  const played = new PlayedClass()
  const chosen: OpeningChoice = { kind: 'practice', place: 'remote', minutes: 90, ...choice }
  played.must(SERVER, 'OpenClass', {
    classId: 'class-1',
    title: 'Tuesday',
    settings: { ...presetFor(chosen, [['attention', 'space', 'paraphrase']]), ...settings },
    deck: deckOf(cards),
    rubricHash: 'rubric-1',
    rubric: rubricIn(language),
  })
  played.join('instructor')
  for (let joined = 0; joined < trainees; joined++) played.join()
  return played
}

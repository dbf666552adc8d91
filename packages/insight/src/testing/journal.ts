import {
  type Actor,
  type ClassEvent,
  EVENT_VERSIONS,
  type EventShapes,
  type EventType,
  presetFor,
  type RoundKind,
  SERVER,
  type Seats,
  type Settings,
} from '@evenkeel/classroom'
import { type Card, type ItemId, rubric } from '@evenkeel/playbook'
import { phoneCard } from './phone-card.ts'

export const FOCUS: readonly ItemId[] = ['paraphrase', 'acknowledge', 'resolve']
export const CARD = 'card-phone'
export const TEACHER = 'p1'

/** Writes a class's journal by hand, event by event, as a server with an injected clock would have kept it. */
export class Journal {
  readonly events: ClassEvent[] = []
  /** Server time in ms of the next event. */
  now = 1_000_000

  write<T extends EventType>(actor: Actor, type: T, data: EventShapes[T]): this {
    const seq = this.events.length + 1
    // One generic constructor of a union: TypeScript cannot see that type and data belong together.
    const event = { seq, at: this.now, actor, commandId: `c${seq}`, v: EVENT_VERSIONS[type], type, data }
    this.events.push(event as unknown as ClassEvent)
    return this
  }

  wait(ms: number): this {
    this.now += ms
    return this
  }

  enter(room: string, phase: EventShapes['PhaseEntered']['phase'], actor: Actor = SERVER): this {
    return this.write(actor, 'PhaseEntered', { room, phase })
  }

  /** A class with an instructor, p1, and so many trainees from p2 on. */
  static open(trainees: number, change: Partial<Settings> = {}, card: Card = phoneCard): Journal {
    const journal = new Journal()
    const settings = { ...presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, []), ...change }
    const { id, title, site, difficulty, minutes } = card
    journal.write(SERVER, 'ClassOpened', {
      classId: 'class-1',
      title: 'Thursday class',
      settings,
      deck: [{ hash: CARD, id, title, site, difficulty, minutes }],
      rubricHash: 'rubric-1',
    })
    journal.write(SERVER, 'RubricBrought', { hash: 'rubric-1', rubric })
    journal.write(SERVER, 'CardBrought', { hash: CARD, card })
    journal.write(SERVER, 'PersonJoined', { person: TEACHER, role: 'instructor' })
    for (let index = 0; index < trainees; index++) {
      journal.write(SERVER, 'PersonJoined', { person: `p${index + 2}`, role: 'trainee' })
    }
    return journal
  }

  /** Starts a round with these seats, one room each: `r1-1`, `r1-2` … */
  round(number: number, rooms: readonly Seats[], kind: RoundKind = 'pairing'): this {
    return this.write(TEACHER, 'RoundStarted', {
      number,
      kind,
      pairing: Math.ceil(number / 2),
      focus: FOCUS,
      rooms: rooms.map((seats, index) => ({
        room: `r${number}-${index + 1}`,
        spot: index + 1,
        seats,
        card: CARD,
        why: 'planned',
        endsAt: this.now + 180_000,
      })),
    })
  }
}

export const triad = (customer: string, officer: string, ...observers: string[]): Seats => ({
  customer,
  officer,
  observers,
})

import { type ClassState, evolve, type Medium, type PersonId, unopened } from '@evenkeel/classroom'
import { type Attendance, type ClassFacts, classReader, type PlayedScene } from '@evenkeel/insight'
import type { Journal } from '../journal/port.ts'
import { eventsAfter, instructorIn } from '../live/class-log.ts'
import { isSimulated } from '../rehearsal/left-over.ts'

/** Everything that records tell of a class. */
export interface ClassReading {
  readonly facts: ClassFacts & { readonly medium: Medium }
  readonly attendance: readonly Attendance[]
  readonly scenes: readonly PlayedScene[]
}

/** The little of it that lists need. */
export interface ClassDigest extends Omit<ClassReading, 'scenes'> {
  readonly scenes: number
}

/** Digests that are remembered; a class that is over never changes, but for a rewrite, which changes its epoch. */
const KEPT = 2_000

/** Classes as their journals tell them. Nothing that anybody typed is remembered, and no name. */
export class ClassReadings {
  readonly #journal: Journal
  readonly #simulated = new Map<string, boolean>()
  readonly #kept = new Map<string, { readonly stamp: string; readonly digest: ClassDigest }>()

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Undefined for a class that is not there or was never opened. */
  async read(classId: string): Promise<ClassReading | undefined> {
    const reader = classReader()
    for await (const event of eventsAfter(this.#journal, classId, 0)) reader.read(event)
    const facts = reader.facts()
    return facts && { facts, attendance: reader.attendance(), scenes: reader.scenes() }
  }

  async digest(classId: string): Promise<ClassDigest | undefined> {
    const head = await this.#journal.head(classId)
    if (head === undefined) return undefined
    const stamp = `${head.epoch} ${head.seq}`
    const known = this.#kept.get(classId)
    if (known?.stamp === stamp) return known.digest
    const reading = await this.read(classId)
    if (reading === undefined) return undefined
    const { facts, attendance, scenes } = reading
    const digest = { facts, attendance, scenes: scenes.filter(({ fork }) => fork === null).length }
    this.#kept.delete(classId)
    this.#kept.set(classId, { stamp, digest })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break
      this.#kept.delete(oldest)
    }
    return digest
  }

  /** Remembered for good: how a class was opened never changes. */
  async isSimulated(classId: string): Promise<boolean> {
    const known = this.#simulated.get(classId)
    if (known !== undefined) return known
    const simulated =
      (await this.#journal.head(classId)) !== undefined && (await isSimulated(this.#journal, classId))
    this.#simulated.set(classId, simulated)
    return simulated
  }

  forget(classId: string): void {
    this.#simulated.delete(classId)
    this.#kept.delete(classId)
  }

  async state(classId: string): Promise<ClassState> {
    let state = unopened(classId)
    for await (const event of eventsAfter(this.#journal, classId, 0)) state = evolve(state, event)
    return state
  }

  /** Who an instructor was in a class, if they were in it. */
  async personOf(classId: string, instructorId: string): Promise<PersonId | null> {
    return (await instructorIn(this.#journal, classId, instructorId)) ?? null
  }
}

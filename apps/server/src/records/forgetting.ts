import { mergedInto } from '@evenkeel/classroom'
import type { Journal } from '../journal/port.ts'
import type { People } from '../people/port.ts'
import type { ClassReadings } from './class-readings.ts'
import { classRows, serialName, signedName } from './class-rows.ts'
import type { RecordStore } from './port.ts'
import { withoutLine, withoutWordsOf } from './private-words.ts'
import { keptOf } from './retention.ts'

export interface ForgettingParts {
  readonly journal: Journal
  readonly people: People
  readonly records: RecordStore
  readonly readings: ClassReadings
  readonly clock: { now(): number }
  /** The classes that run: they must let go of what is gone. */
  readonly live: { reload(classId: string): Promise<void>; forget(classId: string): Promise<void> }
  /** RETENTION_DAYS. */
  readonly retentionDays?: number | undefined
}

const DAY = 24 * 3_600_000

/** Takes things out of the store so that no byte of them stays, and out of what runs. */
export class Forgetting {
  readonly #parts: ForgettingParts

  constructor(parts: ForgettingParts) {
    this.#parts = parts
  }

  /** A whole class. It may be asked again after a crash in between: the class stays in the list until all of it is gone. */
  async forgetClass(classId: string): Promise<void> {
    const { journal, people, records, readings, live } = this.#parts
    await live.forget(classId)
    await journal.remove(classId)
    await records.drop(classId)
    await people.forgetClass(classId)
    readings.forget(classId)
  }

  /**
   * Somebody's name and own words in one class, whatever they had come in as. What they did, marked and scored stays under
   * their pseudonym.
   */
  async forgetPerson(classId: string, person: string): Promise<void> {
    const { readings, live } = this.#parts
    const entries = [person, ...mergedInto(await readings.state(classId), person)]
    try {
      for (const id of entries) await this.#forgetEntry(classId, id)
    } finally {
      // Also when the store fails halfway: what is gone from it is shown no longer.
      await live.reload(classId)
    }
  }

  async #forgetEntry(classId: string, person: string): Promise<void> {
    const { journal, people, records } = this.#parts
    const known = (await people.names(classId)).find(({ personId }) => personId === person)
    await journal.rewrite(classId, withoutWordsOf(person))
    await people.erase(classId, person)
    await people.dropSeatsOf(classId, person)
    const roster = await people.rosterOf(classId)
    if (known !== undefined && roster !== undefined) {
      const others = roster.people.filter(({ name, staffNumber }) =>
        staffNumber === undefined || known.staffNumber === undefined
          ? name !== known.name
          : staffNumber !== known.staffNumber,
      )
      if (others.length < roster.people.length) await people.putRoster(classId, { ...roster, people: others })
    }
    for (const name of [signedName(person), serialName(person)]) await records.drop(classId, name)
  }

  /** One line of a scene. */
  async forgetLine(classId: string, scene: string, line: number): Promise<void> {
    await this.#parts.journal.rewrite(classId, withoutLine(scene, line))
    await this.#parts.live.reload(classId)
  }

  /** Deletes the classes whose time is over; gives how many. What an import left that was cut short goes too. */
  async sweep(): Promise<number> {
    const { journal, people, records, clock, retentionDays } = this.#parts
    let gone = 0
    for (const { classId, seq } of await journal.classes()) {
      const record = await people.classOf(classId)
      const rows = await classRows(records, classId)
      const [last] = seq === 0 ? [] : await journal.read(classId, seq - 1, 1)
      const { goesAt } = keptOf(
        record ?? {},
        rows,
        last?.at ?? record?.openedAt ?? clock.now(),
        retentionDays,
      )
      const cutShort = record === undefined && rows.importedAt !== null && rows.importedAt < clock.now() - DAY
      if (!cutShort && (goesAt === null || goesAt > clock.now())) continue
      await this.forgetClass(classId)
      gone += 1
    }
    return gone
  }
}

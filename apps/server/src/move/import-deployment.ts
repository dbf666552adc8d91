import type { Journal, NameWrite, StoredEvent } from '../journal/port.ts'
import { REGISTER } from '../records/register.ts'
import { exportDeployment, type MovedStore } from './export-deployment.ts'
import type { BesideLine, ClassLine, DeploymentLine } from './lines.ts'
import { type Part, readDeployment } from './read-deployment.ts'

/** What went over. */
export interface Moved {
  readonly classes: number
  readonly events: number
  readonly instructors: number
  readonly cards: number
}

/** The store took something in and does not give it back as it was. */
export class NotTheSame extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'NotTheSame'
  }
}

/** About so many events in one append. */
const BATCH = 500

/** Reads the whole file and writes nothing. Throws BadDeployment. */
export async function examineDeployment(chunks: AsyncIterable<Uint8Array>): Promise<Moved> {
  const counted = { classes: 0, events: 0, instructors: 0, cards: 0 }
  for await (const part of readDeployment(chunks)) count(counted, part)
  return counted
}

function count(counted: { -readonly [K in keyof Moved]: number }, part: Part): void {
  if (part.kind === 'event') counted.events += 1
  else if (part.kind === 'class') counted.classes += 1
  else if (part.kind !== 'deployment') return
  else if ('instructor' in part.line) counted.instructors += 1
  else if ('card' in part.line) counted.cards += 1
}

/**
 * Writes an exported deployment into an empty store, then exports that store again and compares: only the same bytes count.
 * Throws BadDeployment or NotTheSame; what was written by then is for the caller to throw away. Every class gets a new epoch.
 */
export async function importDeployment(store: MovedStore, chunks: AsyncIterable<Uint8Array>): Promise<Moved> {
  const counted = { classes: 0, events: 0, instructors: 0, cards: 0 }
  let open: OpenClass | undefined
  let wanted = ''
  let alive: number | undefined
  for await (const part of readDeployment(chunks)) {
    count(counted, part)
    switch (part.kind) {
      case 'deployment':
        if ('alive' in part.line) alive = part.line.alive
        else await putDeploymentLine(store, part.line)
        break
      case 'class':
        open = await beginClass(store, part.line)
        break
      case 'beside':
        await putBeside(store, open, part.line)
        break
      case 'event':
        await open?.take(part.event)
        break
      case 'whole':
        await open?.flush()
        open = undefined
        break
      case 'end':
        wanted = part.sha256
    }
  }
  // Last: by it a server knows how long nobody was there.
  if (alive !== undefined) await store.journal.markAlive(alive)
  await compare(store, wanted)
  return counted
}

/** The last line of an export holds the hash of everything before it. */
async function compare(store: MovedStore, sha256: string): Promise<void> {
  let last = ''
  for await (const text of exportDeployment(store)) last = text
  if (!last.includes(`"sha256":"${sha256}"`))
    throw new NotTheSame('What was written is not what the file holds. It was thrown away.')
}

async function putDeploymentLine(
  { people, cards, records }: MovedStore,
  line: Exclude<DeploymentLine, { alive: number }>,
): Promise<void> {
  if ('setting' in line) await people.setSetting(line.setting.name, line.setting.value)
  else if ('instructor' in line) await people.addInstructor(line.instructor)
  else if ('link' in line) await people.putLink(line.link.hash, line.link.expiresAt, line.link.instructorId)
  else if ('session' in line) await people.putSession(line.session)
  else if ('screen' in line) {
    const { classId, ...screen } = line.screen
    // At the end of time no other screen waits under the same digits.
    await people.putScreen({ ...screen, classId: classId ?? undefined }, Number.MAX_SAFE_INTEGER)
  } else if ('card' in line) await cards.add([line.card])
  else if ('hidden' in line) await cards.hide(line.hidden)
  else await records.put(REGISTER, [line.register])
}

async function beginClass(store: MovedStore, { class: id, record, roster }: ClassLine): Promise<OpenClass> {
  if (record !== null && !(await store.people.putClass(record)).ok)
    throw new NotTheSame(`Two classes in the file have the code ${record.code} at the same time.`)
  if (roster !== null) await store.people.putRoster(id, roster)
  const { epoch } = await store.journal.create(id)
  return new OpenClass(store.journal, id, epoch)
}

async function putBeside(
  { people, records }: MovedStore,
  open: OpenClass | undefined,
  line: BesideLine,
): Promise<void> {
  if (open === undefined) return
  if ('name' in line) open.names.push(line.name)
  else if ('seat' in line) await people.putSeat(line.seat)
  else await records.put(open.id, [line.record])
}

/** A class that is being written: its events in batches, its names with the first of them. */
class OpenClass {
  readonly id: string
  readonly names: NameWrite[] = []
  readonly #journal: Journal
  readonly #epoch: string
  #batch: StoredEvent[] = []
  #written = 0

  constructor(journal: Journal, id: string, epoch: string) {
    this.#journal = journal
    this.id = id
    this.#epoch = epoch
  }

  /** Never cuts the events of one command apart: a store takes a command once. */
  async take(event: StoredEvent): Promise<void> {
    const last = this.#batch.at(-1)
    const together = last?.actor === event.actor && last.commandId === event.commandId
    if (this.#batch.length >= BATCH && !together) await this.flush()
    this.#batch.push(event)
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return
    const done = await this.#journal.append({
      classId: this.id,
      epoch: this.#epoch,
      expectedSeq: this.#written,
      events: this.#batch,
      ...(this.#written === 0 && { names: this.names }),
    })
    if (!done.ok) throw new NotTheSame(`The store did not take the class ${this.id} (${done.kind}).`)
    this.#written = done.seq
    this.#batch = []
  }
}

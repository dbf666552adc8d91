import type { Journal, StoredEvent } from '../journal/port.ts'
import type { ClassRecord, People } from '../people/port.ts'
import { importedRow } from './class-rows.ts'
import type { RecordStore } from './port.ts'
import { type ReadClass, readClassFile } from './read-class-file.ts'

export interface ImportParts {
  readonly journal: Journal
  readonly people: People
  readonly records: RecordStore
  readonly clock: { now(): number }
  /** A join code that may be free. */
  readonly code: () => string
}

export type Imported =
  | { readonly ok: true; readonly classId: string }
  | { readonly ok: false; readonly kind: 'invalid' | 'taken'; readonly line: number; readonly say: string }
  | { readonly ok: false; readonly kind: 'cannot-save' }

/** About so many events in one append. */
const BATCH = 500
const MOST_TRIES = 20

/** Takes in an exported class, whole or not at all. It belongs to whoever brings it, and nobody can join it any more. */
export async function importClass(
  parts: ImportParts,
  chunks: AsyncIterable<Uint8Array>,
  ownerId: string,
): Promise<Imported> {
  const { journal, people } = parts
  const read = await readClassFile(chunks, async id => (await people.classOf(id)) !== undefined)
  if (!read.ok) return read
  const { classId } = read
  // A class without a record is what an import left that was cut short.
  await journal.remove(classId)
  try {
    // First of all: a sweep that comes in between must not take an old class for one whose time is over.
    await parts.records.put(classId, [...read.rows, importedRow(parts.clock.now())])
    if ((await writeEvents(journal, read)) && (await register(parts, read, ownerId)))
      return { ok: true, classId }
  } catch (error) {
    await undo(parts, classId)
    throw error
  }
  await undo(parts, classId)
  return { ok: false, kind: 'cannot-save' }
}

async function writeEvents(journal: Journal, { classId, events, names }: ReadClass): Promise<boolean> {
  const { epoch } = await journal.create(classId)
  let written = 0
  for (const batch of batchesOf(events)) {
    const done = await journal.append({
      classId,
      epoch,
      expectedSeq: written,
      events: batch,
      ...(written === 0 && { names }),
    })
    if (!done.ok) return false
    written = done.seq
  }
  return true
}

/** Never cuts the events of one command apart: a store takes a command once. */
function* batchesOf(events: readonly StoredEvent[]): Generator<StoredEvent[]> {
  let batch: StoredEvent[] = []
  for (const event of events) {
    const last = batch.at(-1)
    const together = last?.actor === event.actor && last.commandId === event.commandId
    if (batch.length >= BATCH && !together) {
      yield batch
      batch = []
    }
    batch.push(event)
  }
  if (batch.length > 0) yield batch
}

async function register(
  { people, code }: ImportParts,
  { classId, events, state }: ReadClass,
  ownerId: string,
): Promise<boolean> {
  const record: Omit<ClassRecord, 'code'> = {
    classId,
    title: state.title,
    ownerId,
    openedAt: events[0]?.at ?? 0,
    closedAt: state.closedAt ?? state.at,
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if ((await people.putClass({ ...record, code: code() })).ok) return true
  }
  return false
}

async function undo({ journal, people, records }: ImportParts, classId: string): Promise<void> {
  await journal.remove(classId)
  await people.forgetClass(classId)
  await records.drop(classId)
}

import { type ClassEvent, EVENT_VERSIONS, type PersonId, SERVER } from '@evenkeel/classroom'
import type { Journal, StoredEvent } from '../journal/port.ts'
import { upcastWith } from '../journal/upcast.ts'

/** Every stored shape that this release reads. New versions bring their upcaster here. */
const upcast = upcastWith({ known: EVENT_VERSIONS, upcasters: {} })

/** Read in pieces, so that a long class never stands in memory twice. */
const PIECE = 2_000

/** The class's events after a seq, lifted to their current shapes. Throws UnknownEventError for what it can't read. */
export async function* eventsAfter(
  journal: Journal,
  classId: string,
  seq: number,
): AsyncGenerator<ClassEvent> {
  let after = seq
  for (;;) {
    const piece = await journal.read(classId, after, PIECE)
    for (const event of piece) yield asClassEvent(event)
    after = piece.at(-1)?.seq ?? after
    if (piece.length < PIECE) return
  }
}

/** Whom the event at a seq brought into the class; undefined if it is about something else. */
export async function whoJoined(
  journal: Journal,
  classId: string,
  seq: number,
): Promise<PersonId | undefined> {
  const [stored] = await journal.read(classId, seq - 1, 1)
  const event = stored && asClassEvent(stored)
  return event?.type === 'PersonJoined' ? event.data.person : undefined
}

/** The id of the server's command that brings an instructor into a class: whoever comes again is the same person. */
export const attendId = (instructorId: string): string => `attend:${instructorId}`

/** Who an instructor is in a class; undefined for one who never came. */
export async function instructorIn(
  journal: Journal,
  classId: string,
  instructorId: string,
): Promise<PersonId | undefined> {
  const seq = await journal.lookup(classId, SERVER, attendId(instructorId))
  return seq === undefined ? undefined : whoJoined(journal, classId, seq)
}

/** The journal holds only what `decide` made and `upcast` knows, so its data is of the type that its name says. */
export function asClassEvent(event: StoredEvent): ClassEvent {
  return upcast(event) as ClassEvent
}

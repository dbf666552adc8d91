import { createHash } from 'node:crypto'
import { inOrder } from '../journal/in-order.ts'
import type { Journal } from '../journal/port.ts'
import type { People } from '../people/port.ts'
import { travels } from './class-rows.ts'
import type { RecordStore } from './port.ts'
import { withoutPrivateWords } from './private-words.ts'

/** The version of the file's own shape. Events carry theirs. */
export const FORMAT = 1
const PIECE = 1_000

export interface ClassFileParts {
  readonly journal: Pick<Journal, 'read'>
  readonly people: Pick<People, 'names'>
  readonly records: Pick<RecordStore, 'rows'>
}

/**
 * A class as JSON Lines: a head; each name in a line of its own, so that one may cut them off; what the school attested;
 * the events; last the number of lines before it and their SHA-256 with all line ends. Nothing in it says when or where it
 * was written, so the same class gives the same bytes. `pseudonymous`: no names and nothing attested.
 */
export async function* classFile(
  { journal, people, records }: ClassFileParts,
  classId: string,
  { pseudonymous }: { readonly pseudonymous: boolean },
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let lines = 0
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    lines += 1
    return text
  }
  yield line({ evenkeel: 'class', format: FORMAT, class: classId, pseudonymous })
  if (!pseudonymous) {
    for (const { personId, nameVersion, name, staffNumber } of await people.names(classId)) {
      yield line({ name: { person: personId, version: nameVersion, name, staffNumber } })
    }
    for (const row of await records.rows(classId)) if (travels(row)) yield line({ record: row })
  }
  for (let after = 0; ; after += PIECE) {
    const piece = await journal.read(classId, after, PIECE)
    let text = ''
    for (const event of piece) text += line(inOrder(withoutPrivateWords(event)))
    if (text !== '') yield text
    if (piece.length < PIECE) break
  }
  yield `${JSON.stringify({ end: { lines, sha256: hash.digest('hex') } })}\n`
}

import { createHash } from 'node:crypto'
import { type ClassState, EVENT_VERSIONS, evolve, unopened } from '@evenkeel/classroom'
import { z } from 'zod'
import type { NameWrite, StoredEvent } from '../journal/port.ts'
import { asClassEvent } from '../live/class-log.ts'
import { FORMAT } from './class-file.ts'
import { rowInFile } from './class-rows.ts'
import { eventData } from './event-data.ts'
import { BadLine, type FileLine, linesOf } from './file-lines.ts'
import type { RecordRow } from './port.ts'

const head = z.strictObject({
  evenkeel: z.literal('class'),
  format: z.int(),
  class: z.string().regex(/^[\w-]{1,64}$/),
  pseudonymous: z.boolean(),
})
const nameLine = z.strictObject({
  name: z.strictObject({
    person: z.string().regex(/^p[1-9]\d{0,3}$/),
    version: z.int().min(1),
    name: z.string().min(1).max(400),
    staffNumber: z.string().max(200).exactOptional(),
  }),
})
const recordLine = z.strictObject({ record: rowInFile })
const endLine = z.strictObject({
  end: z.strictObject({ lines: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
})
const eventLine = z.strictObject({
  seq: z.int(),
  at: z.int().min(0),
  actor: z.string().regex(/^(server|p[1-9]\d{0,3})$/),
  commandId: z.string().min(1).max(200),
  type: z.string(),
  v: z.int().min(1),
  data: z.unknown(),
})

export interface ReadClass {
  readonly classId: string
  readonly names: readonly NameWrite[]
  readonly rows: readonly RecordRow[]
  readonly events: readonly StoredEvent[]
  readonly state: ClassState
}

export type FileRead =
  | ({ readonly ok: true } & ReadClass)
  | { readonly ok: false; readonly kind: 'invalid' | 'taken'; readonly line: number; readonly say: string }

/**
 * Reads an exported class line by line, and refuses all of it at the first line that is not what it should be. `exists`: is
 * there a class of this id? It is asked after the first line, before the rest is looked at.
 */
export async function readClassFile(
  chunks: AsyncIterable<Uint8Array>,
  exists: (classId: string) => Promise<boolean>,
): Promise<FileRead> {
  const file = new FileReader()
  let number = 0
  try {
    for await (const line of linesOf(chunks)) {
      number += 1
      file.take(line, number)
      if (number === 1 && (await exists(file.classId))) {
        const say = 'This class is here already. Delete it first if the file should take its place.'
        return { ok: false, kind: 'taken', line: number, say }
      }
    }
    return { ok: true, ...file.whole(number) }
  } catch (error) {
    if (!(error instanceof BadLine)) throw error
    return { ok: false, kind: 'invalid', line: Math.max(1, number), say: error.message }
  }
}

class FileReader {
  classId = ''
  readonly #names: NameWrite[] = []
  readonly #rows: RecordRow[] = []
  readonly #events: StoredEvent[] = []
  readonly #commands = new Set<string>()
  readonly #hash = createHash('sha256')
  #state = unopened('')
  #lastCommand = ''
  #ended = false

  take(line: FileLine, number: number): void {
    if (this.#ended) throw new BadLine('There is something after the end of the class.')
    const value = line.json()
    if (number === 1) this.#takeHead(value)
    else if (has(value, 'end')) return this.#takeEnd(value, number)
    else if (has(value, 'name')) this.#takeName(value)
    else if (has(value, 'record')) this.#takeRecord(value)
    else this.#takeEvent(value)
    this.#hash.update(line.bytes).update('\n')
  }

  whole(lines: number): ReadClass {
    if (lines === 0) throw new BadLine('The file is empty.')
    if (!this.#ended) throw new BadLine('The file ends too early: a part of it is missing.')
    if (this.#state.status === 'unopened') throw new BadLine('There is no class in this file.')
    const { classId } = this
    return { classId, names: this.#names, rows: this.#rows, events: this.#events, state: this.#state }
  }

  #takeHead(value: unknown): void {
    const read = head.safeParse(value)
    if (!read.success) throw new BadLine('This is not a class that was exported from Evenkeel.')
    if (read.data.format > FORMAT)
      throw new BadLine(
        'This file was written by a newer version of Evenkeel, which must be used to read it.',
      )
    this.classId = read.data.class
    this.#state = unopened(this.classId)
  }

  #takeName(value: unknown): void {
    const read = nameLine.safeParse(value)
    if (!read.success || this.#events.length > 0) throw new BadLine('This name is not as it should be.')
    const { person, version, name, staffNumber } = read.data.name
    if (this.#names.some(({ personId }) => personId === person))
      throw new BadLine('This person has two names.')
    this.#names.push({
      personId: person,
      nameVersion: version,
      name,
      ...(staffNumber !== undefined && { staffNumber }),
    })
  }

  #takeRecord(value: unknown): void {
    const read = recordLine.safeParse(value)
    if (!read.success || this.#events.length > 0) throw new BadLine('This record is not as it should be.')
    this.#rows.push(read.data.record)
  }

  #takeEvent(value: unknown): void {
    const read = eventLine.safeParse(value)
    if (!read.success) throw new BadLine('This is no event of a class.')
    const event: StoredEvent = read.data
    const due = this.#events.length + 1
    if (event.seq !== due) throw new BadLine(`Event ${due} is missing: this one has the number ${event.seq}.`)
    if (event.at < (this.#events.at(-1)?.at ?? 0)) throw new BadLine('Time goes backwards here.')
    this.#checkCommand(event)
    this.#checkShape(event)
    try {
      this.#state = evolve(this.#state, asClassEvent(event))
    } catch {
      throw new BadLine('This event does not fit to those before it.')
    }
    this.#events.push(event)
  }

  /** The events of one command stand together, once. */
  #checkCommand({ actor, commandId }: StoredEvent): void {
    const command = `${actor} ${commandId}`
    if (command === this.#lastCommand) return
    if (this.#commands.has(command)) throw new BadLine('The same command is carried out twice.')
    this.#commands.add(command)
    this.#lastCommand = command
  }

  #checkShape(event: StoredEvent): void {
    const schema = eventData(event.type)
    if (schema === undefined) throw new BadLine('This is no event of a class.')
    const newest = EVENT_VERSIONS[event.type as keyof typeof EVENT_VERSIONS]
    if (event.v > newest)
      throw new BadLine(
        'This event was written by a newer version of Evenkeel, which must be used to read it.',
      )
    const { data } = asClassEvent(event)
    if (!schema.safeParse(data).success) throw new BadLine('This event is not as it should be.')
    const opens = event.type === 'ClassOpened'
    if (opens !== (event.seq === 1)) throw new BadLine('A class is opened once, by its first event.')
    if (opens && 'classId' in data && data.classId !== this.classId)
      throw new BadLine('This is the opening of another class.')
  }

  #takeEnd(value: unknown, number: number): void {
    const read = endLine.safeParse(value)
    if (!read.success) throw new BadLine('The last line is not as it should be.')
    const { lines, sha256 } = read.data.end
    if (lines !== number - 1)
      throw new BadLine(`The file should have ${lines + 1} lines: a part of it is missing or was added.`)
    if (this.#hash.digest('hex') !== sha256)
      throw new BadLine('The file was changed after it was exported. Nothing of it can be trusted.')
    this.#ended = true
  }
}

const has = (value: unknown, field: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)

import { createHash, type Hash } from 'node:crypto'
import { type ClassState, evolve, unopened } from '@evenkeel/classroom'
import type { StoredEvent } from '../journal/port.ts'
import { UnknownEventError } from '../journal/upcast.ts'
import { asClassEvent } from '../live/class-log.ts'
import { BadLine, type FileLine, linesOf } from '../records/file-lines.ts'
import {
  type BesideLine,
  besideLine,
  type ClassLine,
  classLine,
  type DeploymentLine,
  deploymentLine,
  endLine,
  eventLine,
  FORMAT,
  headLine,
  wholeLine,
} from './lines.ts'
import { hashOfState } from './state-hash.ts'

/** A file that can't be taken in: at which line, and why in a sentence. */
export class BadDeployment extends Error {
  readonly line: number

  constructor(line: number, why: string) {
    super(why)
    this.name = 'BadDeployment'
    this.line = line
  }
}

export type Part =
  | { readonly kind: 'deployment'; readonly line: DeploymentLine }
  | { readonly kind: 'class'; readonly line: ClassLine }
  | { readonly kind: 'beside'; readonly classId: string; readonly line: BesideLine }
  | { readonly kind: 'event'; readonly classId: string; readonly event: StoredEvent }
  | { readonly kind: 'whole'; readonly classId: string }
  | { readonly kind: 'end'; readonly classes: number; readonly sha256: string }

/**
 * Reads an exported deployment line by line and gives its parts, each once it was checked. Throws BadDeployment at the first
 * line that is not what it should be; the last part is `end`, and only then the file is known to be whole.
 */
export async function* readDeployment(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const reader = new DeploymentReader()
  let number = 0
  try {
    for await (const line of linesOf(chunks)) {
      number += 1
      const part = reader.take(line, number)
      if (part !== undefined) yield part
    }
    reader.mustBeWhole(number)
  } catch (error) {
    if (error instanceof BadLine || error instanceof UnknownEventError)
      throw new BadDeployment(Math.max(1, number), error.message)
    throw error
  }
}

interface OpenClass {
  readonly id: string
  readonly hash: Hash
  readonly commands: Set<string>
  lastCommand: string
  state: ClassState
  at: number
  beside: number
  events: number
}

class DeploymentReader {
  readonly #hash = createHash('sha256')
  readonly #ids = new Set<string>()
  #class: OpenClass | undefined
  #ended = false

  take(line: FileLine, number: number): Part | undefined {
    if (this.#ended) throw new BadLine('There is something after the end of the deployment.')
    const value = line.json()
    if (has(value, 'end')) return this.#end(value, number)
    this.#hash.update(line.bytes).update('\n')
    if (number === 1) return this.#head(value)
    if (has(value, 'whole')) return this.#whole(value)
    this.#class?.hash.update(line.bytes).update('\n')
    if (has(value, 'class')) return this.#begin(value, line.bytes)
    if (this.#class === undefined) return this.#ofDeployment(value)
    return has(value, 'seq') ? this.#event(this.#class, value) : this.#beside(this.#class, value)
  }

  mustBeWhole(lines: number): void {
    if (lines === 0) throw new BadLine('The file is empty.')
    if (!this.#ended) throw new BadLine('The file ends too early: a part of it is missing.')
  }

  #head(value: unknown): undefined {
    const read = headLine.safeParse(value)
    if (!read.success) throw new BadLine('This is not a deployment that was exported from Evenkeel.')
    if (read.data.format > FORMAT)
      throw new BadLine(
        'This file was written by a newer version of Evenkeel, which must be used to read it.',
      )
    return undefined
  }

  #ofDeployment(value: unknown): Part {
    const read = deploymentLine.safeParse(value)
    if (!read.success || this.#ids.size > 0) throw new BadLine('This line is not as it should be.')
    return { kind: 'deployment', line: read.data }
  }

  #begin(value: unknown, bytes: Uint8Array): Part {
    const read = classLine.safeParse(value)
    if (!read.success || this.#class !== undefined)
      throw new BadLine('The beginning of this class is not as it should be.')
    const { class: id, record } = read.data
    if (this.#ids.has(id) || (record !== null && record.classId !== id))
      throw new BadLine('This class is there twice, or under another name.')
    this.#ids.add(id)
    const hash = createHash('sha256').update(bytes).update('\n')
    const counts = { at: 0, beside: 0, events: 0, lastCommand: '' }
    this.#class = { id, hash, commands: new Set(), state: unopened(id), ...counts }
    return { kind: 'class', line: read.data }
  }

  #beside(open: OpenClass, value: unknown): Part {
    const read = besideLine.safeParse(value)
    if (!read.success || open.events > 0) throw new BadLine('This line is not as it should be.')
    if ('seat' in read.data && read.data.seat.classId !== open.id)
      throw new BadLine('This seat is of another class.')
    open.beside += 1
    return { kind: 'beside', classId: open.id, line: read.data }
  }

  #event(open: OpenClass, value: unknown): Part {
    const read = eventLine.safeParse(value)
    if (!read.success) throw new BadLine('This is no event of a class.')
    const event: StoredEvent = read.data
    if (event.seq !== open.events + 1)
      throw new BadLine(`Event ${open.events + 1} is missing: this one has the number ${event.seq}.`)
    if (event.at < open.at) throw new BadLine('Time goes backwards here.')
    const command = `${event.actor} ${event.commandId}`
    if (command !== open.lastCommand && open.commands.has(command))
      throw new BadLine('The same command is carried out twice.')
    open.commands.add(command)
    open.state = evolved(open.state, event)
    Object.assign(open, { at: event.at, events: event.seq, lastCommand: command })
    return { kind: 'event', classId: open.id, event }
  }

  #whole(value: unknown): Part {
    const read = wholeLine.safeParse(value)
    const open = this.#class
    if (!read.success || open?.id !== read.data.whole.class)
      throw new BadLine('The end of this class is not as it should be.')
    const { beside, events, sha256, state } = read.data.whole
    if (beside !== open.beside || events !== open.events)
      throw new BadLine(
        `This class should have ${events} events and ${beside} lines beside them; there are ${open.events} and ${open.beside}.`,
      )
    if (open.hash.digest('hex') !== sha256)
      throw new BadLine('This class was changed after it was exported. Nothing of it can be trusted.')
    if (hashOfState(open.state) !== state)
      throw new BadLine(
        'This version of Evenkeel reads the class differently from the one that wrote the file. Use the same version for both.',
      )
    this.#class = undefined
    return { kind: 'whole', classId: open.id }
  }

  #end(value: unknown, number: number): Part {
    const read = endLine.safeParse(value)
    if (!read.success || this.#class !== undefined) throw new BadLine('The last line is not as it should be.')
    const { classes, lines, sha256 } = read.data.end
    if (lines !== number - 1 || classes !== this.#ids.size)
      throw new BadLine(
        `The file should have ${lines + 1} lines and ${classes} classes: a part of it is missing or was added.`,
      )
    if (this.#hash.digest('hex') !== sha256)
      throw new BadLine('The file was changed after it was exported. Nothing of it can be trusted.')
    this.#ended = true
    return { kind: 'end', classes, sha256 }
  }
}

/** What can't be read here says so itself; anything else that goes wrong is the file's fault. */
function evolved(state: ClassState, event: StoredEvent): ClassState {
  const known = asClassEvent(event)
  try {
    return evolve(state, known)
  } catch {
    throw new BadLine('This event does not fit to those before it.')
  }
}

const has = (value: unknown, field: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)

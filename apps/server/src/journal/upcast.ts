import type { StoredEvent } from './port.ts'

/** Turns the data of version v into the data of version v + 1. Pure. */
export type Upcaster = (data: unknown) => unknown

export interface EventShapes {
  /** Every event type that this release knows, with its current version (1 or more). */
  readonly known: Readonly<Record<string, number>>
  /** For each type, by the version that it starts from: one step up. */
  readonly upcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>>
}

/** An event that this release can't read. The journal must not be opened: a guess would rewrite history. */
export class UnknownEventError extends Error {
  readonly type: string
  readonly v: number

  constructor(type: string, v: number, why: string) {
    super(`This version of Evenkeel can't read the event ${type} version ${v}: ${why}.`)
    this.name = 'UnknownEventError'
    this.type = type
    this.v = v
  }
}

/**
 * Makes the function that lifts a stored event to its current shape. Stored events themselves never change.
 * Throws at once when a step between version 1 and the current one is missing.
 */
export function upcastWith(shapes: EventShapes): (event: StoredEvent) => StoredEvent {
  const chains = new Map(Object.entries(shapes.known).map(([type, v]) => [type, chainOf(type, v, shapes)]))
  return event => {
    const chain = chains.get(event.type)
    if (chain === undefined) throw new UnknownEventError(event.type, event.v, 'the type is unknown')
    const current = chain.length + 1
    if (event.v === current) return event
    if (event.v > current) {
      throw new UnknownEventError(event.type, event.v, `the newest version known is ${current}`)
    }
    if (!Number.isInteger(event.v) || event.v < 1) {
      throw new UnknownEventError(event.type, event.v, 'versions are 1, 2, 3 and so on')
    }
    return { ...event, v: current, data: chain.slice(event.v - 1).reduce((data, up) => up(data), event.data) }
  }
}

function chainOf(type: string, current: number, shapes: EventShapes): readonly Upcaster[] {
  const steps = Object.hasOwn(shapes.upcasters, type) ? shapes.upcasters[type] : undefined
  return Array.from({ length: current - 1 }, (_, index) => {
    const step = steps?.[index + 1]
    if (step === undefined)
      throw new Error(`No upcaster takes ${type} from version ${index + 1} to ${index + 2}`)
    return step
  })
}

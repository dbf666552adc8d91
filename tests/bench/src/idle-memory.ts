import { bareCrowd, evenkeelCrowd, evenkeelSeats } from './crowd.ts'
import type { ServerUse } from './figures.ts'
import { Subject } from './subject.ts'

/** Bytes that the server holds for one idle person, and those of them on its heap. */
export interface IdleMemory {
  readonly rss: number
  readonly heap: number
}

/** The first people bring in code and caches that are no cost of the later ones. */
const FIRST_ROOMS = 20

/** Connects so many rooms of three, lets them be idle, and divides what the server grew by. Of Evenkeel with their class. */
export async function idleMemory(name: SubjectName, rooms: number): Promise<IdleMemory> {
  const crowdOf = name === 'evenkeel' ? evenkeelCrowd : bareCrowd
  return grownBy(name, rooms, async base => () => crowdOf(base, rooms, () => {}))
}

/** The same for the connections alone: everybody has their seat in a scene before any of them is counted. */
export function idleSockets(rooms: number): Promise<IdleMemory> {
  return grownBy('evenkeel', rooms, base => evenkeelSeats(base, rooms))
}

type SubjectName = 'bare' | 'evenkeel'
type Connect = () => Promise<{ leave(): void }>

async function grownBy(
  name: SubjectName,
  rooms: number,
  prepare: (base: string) => Promise<Connect>,
): Promise<IdleMemory> {
  const server = await Subject.start(name)
  try {
    const crowdOf = name === 'evenkeel' ? evenkeelCrowd : bareCrowd
    const first = await crowdOf(server.base, FIRST_ROOMS, () => {})
    const connect = await prepare(server.base)
    const before = await server.use(true)
    const crowd = await connect()
    const after = await server.use(true)
    crowd.leave()
    first.leave()
    const each = (of: (use: ServerUse) => number) => (of(after) - of(before)) / (rooms * 3)
    return { rss: each(use => use.rss), heap: each(use => use.heap) }
  } finally {
    await server.stop()
  }
}

import { bareCrowd, evenkeelCrowd } from './crowd.ts'
import { Subject, type SubjectName } from './subject.ts'

/** Bytes that the server holds for one idle person, and those of them on its heap. */
export interface IdleMemory {
  readonly rss: number
  readonly heap: number
}

/** Connects so many rooms of three, lets them be idle, and divides what the server grew by. */
export async function idleMemory(name: SubjectName, rooms: number): Promise<IdleMemory> {
  const server = await Subject.start(name)
  try {
    const crowdOf = name === 'evenkeel' ? evenkeelCrowd : bareCrowd
    // The first people bring in code and caches that are no cost of the later ones.
    const first = await crowdOf(server.base, 20, () => {})
    const before = await server.use(true)
    const crowd = await crowdOf(server.base, rooms, () => {})
    const after = await server.use(true)
    const people = rooms * 3
    crowd.leave()
    first.leave()
    return { rss: (after.rss - before.rss) / people, heap: (after.heap - before.heap) / people }
  } finally {
    await server.stop()
  }
}

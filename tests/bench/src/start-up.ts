import { median } from './figures.ts'
import { Subject, type SubjectName } from './subject.ts'

export interface StartUp {
  /** Milliseconds from starting the process until it listens, over an empty folder. */
  readonly ms: number
  /** Bytes of resident memory then, garbage collected. */
  readonly rss: number
}

/** Median of so many starts. */
export async function startUp(name: SubjectName, times: number): Promise<StartUp> {
  const starts: StartUp[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    const server = await Subject.start(name)
    const ms = performance.now() - began
    const { rss } = await server.use(true)
    await server.stop()
    starts.push({ ms, rss })
  }
  return { ms: median(starts.map(start => start.ms)), rss: median(starts.map(start => start.rss)) }
}

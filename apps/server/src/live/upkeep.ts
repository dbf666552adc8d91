import type { Clock } from '../clock.ts'
import type { Nodes } from '../nodes/port.ts'
import type { Classes } from './classes.ts'

export interface UpkeepParts {
  readonly nodes: Nodes
  readonly classes: Pick<Classes, 'wakeUp' | 'makeGood' | 'hub' | 'recheck'>
  readonly clock: Clock
  readonly failed: (what: string, cause: unknown) => void
}

/** ms between looks whether everybody who is connected still may be. */
const RECHECK_EVERY = 30_000

export interface Upkeep {
  /** The last sign of life. */
  stop(): Promise<void>
}

/**
 * Signs of life, and what they bring to light: clocks that stood, deadlines that nobody passes, connections that should
 * have ended. Resolves when the classes that were running run again.
 */
export async function beginUpkeep({ nodes, classes, clock, failed }: UpkeepParts): Promise<Upkeep> {
  const now = clock.now()
  const gaps = await nodes.begin(now)
  await classes.wakeUp(gaps, now)

  let stopped = false
  let cancel = () => {}
  let checkedAt = now
  /** The class's own clocks do the rest, once it is loaded. One that is gone, or has no deadline any more, is noted no longer. */
  const seeTo = async (classId: string) => {
    try {
      const hub = await classes.hub(classId)
      if (hub === undefined) nodes.setDue(classId, undefined)
      else hub.renewDue()
    } catch (error) {
      failed('a class whose deadline passed', error)
    }
  }
  const beat = async () => {
    try {
      const found = await nodes.beat(clock.now())
      if (found.length > 0) classes.makeGood(found)
      for (const classId of await nodes.takeOverdue(clock.now())) await seeTo(classId)
      if (nodes.shared && clock.now() - checkedAt >= RECHECK_EVERY) {
        checkedAt = clock.now()
        await classes.recheck()
      }
    } catch (error) {
      failed('the sign of life', error)
    }
  }
  const again = () => {
    cancel = clock.after(nodes.beatEvery, () => {
      void beat().finally(() => {
        if (!stopped) again()
      })
    })
  }
  nodes.whenDeaf(() => {
    checkedAt = Number.NEGATIVE_INFINITY
  })
  await beat()
  again()
  return {
    async stop() {
      stopped = true
      cancel()
      await nodes.end(clock.now()).catch(error => failed('the last sign of life', error))
    },
  }
}

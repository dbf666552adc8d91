import { type ClassEvent, fold, unopened } from '@evenkeel/classroom'
import { openStore } from '@evenkeel/server'

/** What a data folder really holds of a class, read after its server is gone. */
export async function journaled(dataDir: string, classId: string): Promise<readonly ClassEvent[]> {
  const store = await openStore(dataDir)
  try {
    // Written by this version of the server, so there is nothing to lift.
    return (await store.journal.read(classId, 0)) as readonly ClassEvent[]
  } finally {
    await store.close()
  }
}

export const stateOf = (classId: string, events: readonly ClassEvent[]) => fold(unopened(classId), events)

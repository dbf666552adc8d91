import type { Journal } from '../journal/port.ts'
import type { People } from '../people/port.ts'

const DAY = 24 * 3_600_000
/** A simulated class is over for certain after so many ms, at whatever server it ran. */
const OVER_FOR_CERTAIN = 3 * 3_600_000

/** Whether a class was opened as a simulated one: its first event says so. */
export async function isSimulated(journal: Pick<Journal, 'read'>, classId: string): Promise<boolean> {
  const [opened] = await journal.read(classId, 0, 1)
  const data = opened?.data
  return typeof data === 'object' && data !== null && 'simulated' in data && data.simulated === true
}

/**
 * Simulated classes that a server left behind when it stopped. Where other servers may be running one of their own, only
 * those that are over for certain.
 */
export async function leftOver(
  { journal, people }: { journal: Pick<Journal, 'read' | 'head'>; people: Pick<People, 'classesOf'> },
  { now, shared }: { readonly now: number; readonly shared: boolean },
): Promise<string[]> {
  const found: string[] = []
  for (const { classId, openedAt } of await people.classesOf(undefined)) {
    if (openedAt < now - 3 * DAY || (shared && openedAt > now - OVER_FOR_CERTAIN)) continue
    if ((await journal.head(classId)) !== undefined && (await isSimulated(journal, classId)))
      found.push(classId)
  }
  return found
}

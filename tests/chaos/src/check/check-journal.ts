import { type ClassEvent, fold, unopened } from '@evenkeel/classroom'
import type { Evidence, Violation } from './evidence.ts'

/** seq without gaps, time that never goes back, each command once and in one piece, the same state each time. O(n). */
export function checkJournal({ classId, journal }: Pick<Evidence, 'classId' | 'journal'>): Violation[] {
  return [...numbered(journal), ...onceEach(journal), ...replayed(classId, journal)]
}

function numbered(journal: readonly ClassEvent[]): Violation[] {
  return journal.flatMap((event, index): Violation[] => {
    const before = journal[index - 1]
    const gap = event.seq !== index + 1
    const back = before !== undefined && event.at < before.at
    return [
      ...(gap ? [{ broken: 'gap', what: `seq ${event.seq} stands at ${index + 1}` } as const] : []),
      ...(back ? [{ broken: 'time-back', what: `event ${event.seq} is before ${before.seq}` } as const] : []),
    ]
  })
}

/** Events of one command stand together; the same id again further on is the same thing done twice. */
function onceEach(journal: readonly ClassEvent[]): Violation[] {
  const seen = new Set<string>()
  return journal.flatMap((event, index): Violation[] => {
    const key = commandKey(event.actor, event.commandId)
    const before = journal[index - 1]
    const goesOn = before !== undefined && commandKey(before.actor, before.commandId) === key
    if (seen.has(key) && !goesOn) return [{ broken: 'doubled', what: `${key} again at ${event.seq}` }]
    seen.add(key)
    return []
  })
}

function replayed(classId: string, journal: readonly ClassEvent[]): Violation[] {
  const state = () => JSON.stringify(fold(unopened(classId), journal))
  try {
    const [once, again] = [state(), state()]
    return once === again ? [] : [{ broken: 'replay', what: 'two folds of one journal differ' }]
  } catch (error) {
    return [{ broken: 'replay', what: `the journal does not fold: ${String(error)}` }]
  }
}

export const commandKey = (person: string, id: string): string => `${person} ${id}`

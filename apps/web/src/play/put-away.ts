import { classHere, remember, remembered } from './tab-memory.ts'

const NAME = 'put-away'
/** A class has a few dozen notices for one person; older ones belong to rooms that are over. */
const MOST = 200

const known = new Map<string, Set<string>>()

/** What this tab has put away: it does not come back in the next phase, nor after a reload. */
export const isPutAway = (id: string): boolean => kept().has(id)

/** Gives how many there are now. */
export function putAway(id: string): number {
  const all = kept().add(id)
  remember(NAME, JSON.stringify([...all].slice(-MOST)))
  return all.size
}

function kept(): Set<string> {
  if (typeof sessionStorage === 'undefined') return new Set()
  const here = classHere()
  const all = known.get(here) ?? new Set(restored())
  known.set(here, all)
  return all
}

function restored(): string[] {
  try {
    const read: unknown = JSON.parse(remembered(NAME) ?? '[]')
    return Array.isArray(read) ? read.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

const KEY = 'evenkeel-put-away'
/** A class has a few dozen notices for one person; older ones belong to rooms that are over. */
const MOST = 200

let known: Set<string> | undefined

/** What this tab has put away: it does not come back in the next phase, nor after a reload. */
export const isPutAway = (id: string): boolean => kept().has(id)

/** Gives how many there are now. */
export function putAway(id: string): number {
  const all = kept().add(id)
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...all].slice(-MOST)))
  } catch {
    // Private windows may keep nothing: then it holds until the page is left.
  }
  return all.size
}

function kept(): Set<string> {
  if (known === undefined && typeof sessionStorage === 'undefined') return new Set()
  known ??= new Set(restored())
  return known
}

function restored(): string[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(read) ? read.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

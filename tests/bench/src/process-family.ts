import { readdirSync, readFileSync } from 'node:fs'

/** proc(5): a clock tick of `/proc/PID/stat` is a hundredth of a second. */
const TICK_MS = 10

/**
 * Milliseconds of CPU time that this process, its children and theirs have used up, those that ended and were waited for among
 * them. NaN where the system does not tell (only Linux does).
 */
export function familyTime(): number {
  if (process.platform !== 'linux') return Number.NaN
  const stats = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(statOf)
  return timeOfFamily(stats, process.pid)
}

/** Empty for a process that ended meanwhile. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** From the lines of `/proc/PID/stat`: field 1 is the process, 4 its parent, 14 to 17 its times and those of children that it waited for. */
export function timeOfFamily(stats: readonly string[], root: number): number {
  const children = new Map<number, number[]>()
  const times = new Map<number, number>()
  for (const line of stats) {
    // The program's name stands in brackets and may hold spaces and brackets of its own.
    const rest = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const pid = Number.parseInt(line, 10)
    const parent = Number(rest[1])
    if (!Number.isSafeInteger(pid) || !Number.isSafeInteger(parent)) continue
    children.set(parent, [...(children.get(parent) ?? []), pid])
    times.set(
      pid,
      rest.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0),
    )
  }
  const timeOf = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + timeOf(child), times.get(pid) ?? 0)
  return timeOf(root) * TICK_MS
}

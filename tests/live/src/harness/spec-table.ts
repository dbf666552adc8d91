import { readFileSync } from 'node:fs'
import type { PhaseName } from '@evenkeel/classroom'

const SPEC = readFileSync(new URL('../../../../docs/SPEC.md', import.meta.url), 'utf8')

const PHASES: readonly PhaseName[] = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
  'stopped',
  'done',
]
const WHO = ['customer', 'officer', 'observer', 'elsewhere', 'instructor', 'server'] as const
export type Who = (typeof WHO)[number]

/** One line of "Who may do what, and when". `phases` is undefined where no room's phase matters. */
export interface Permission {
  readonly who: readonly Who[]
  readonly phases: readonly PhaseName[] | undefined
}

/** The page's table by command. Throws for a word that it does not know, so that a slip can't hide. */
export function permissionsOfSpec(): ReadonlyMap<string, readonly Permission[]> {
  const table = new Map<string, Permission[]>()
  for (const line of SPEC.split('\n')) {
    const [, command = '', who = '', phases = '', ...rest] = line.split('|').map(cell => cell.trim())
    if (rest.length !== 1 || !/^[A-Z][a-z]+[A-Za-z]*$/.test(command)) continue
    const permission = { who: words(who, WHO), phases: phasesOf(phases) }
    table.set(command, [...(table.get(command) ?? []), permission])
  }
  return table
}

function phasesOf(cell: string): readonly PhaseName[] | undefined {
  if (cell === '-') return undefined
  return cell === 'any' ? PHASES : words(cell, PHASES)
}

function words<T extends string>(cell: string, known: readonly T[]): readonly T[] {
  return cell.split(',').map(word => {
    const found = known.find(one => one === word.trim())
    if (found === undefined) throw new Error(`SPEC.md: "${word}" is not known`)
    return found
  })
}

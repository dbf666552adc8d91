import { readFileSync } from 'node:fs'

const SPEC = readFileSync(new URL('../../../../docs/SPEC.md', import.meta.url), 'utf8')

/** One line of SPEC's table "Who may do what, and when". */
export interface Permission {
  readonly who: readonly string[]
  /** Undefined: no room's phase matters. */
  readonly phases: readonly string[] | undefined
}

const PHASES = [
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
] as const

/** The table as it stands on the page, by command. Throws for a word that it does not know, so that a slip can't hide. */
export function permissionsOfSpec(): ReadonlyMap<string, readonly Permission[]> {
  const table = new Map<string, Permission[]>()
  for (const line of SPEC.split('\n')) {
    const cells = line.split('|').map(cell => cell.trim())
    const [, command = '', who = '', phases = ''] = cells
    if (cells.length !== 5 || !/^[A-Z][a-z]+[A-Za-z]*$/.test(command)) continue
    const permission = { who: words(who, WHO), phases: phasesOf(phases) }
    table.set(command, [...(table.get(command) ?? []), permission])
  }
  return table
}

const WHO = ['customer', 'officer', 'observer', 'elsewhere', 'instructor', 'server']

function phasesOf(cell: string): readonly string[] | undefined {
  if (cell === '-') return undefined
  return cell === 'any' ? PHASES : words(cell, PHASES)
}

function words(cell: string, known: readonly string[]): readonly string[] {
  const list = cell.split(',').map(word => word.trim())
  for (const word of list) if (!known.includes(word)) throw new Error(`SPEC.md: "${word}" is not known`)
  return list
}

import { SERVER } from '../ids.ts'
import type { Dice } from './dice.ts'
import type { Draft, Table } from './draft.ts'

/** What a broken or a hostile client sends: right types, but things that are not there, too large or somebody else's. */
export function spoil(table: Table, good: Draft): Draft {
  const { dice } = table
  // What the server itself says of the time is not spoilt: nobody else can say it.
  if (good.type === 'ShiftClocks') return good
  const spoilt: Record<string, unknown> = JSON.parse(JSON.stringify(good))
  for (let times = dice.between(1, 2); times > 0; times--) spoilOnce(table, spoilt)
  return spoilt as unknown as Draft
}

function spoilOnce(table: Table, spoilt: Record<string, unknown>): void {
  const { dice } = table
  if (dice.percent(30)) {
    spoilt.actor = anybody(table)
    return
  }
  const fields = leavesOf(spoilt.data, [])
  const path = dice.pick(fields)
  if (path === undefined) return
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (at, key) => at[key] as Record<string, unknown>,
      spoilt.data as Record<string, unknown>,
    )
  const key = path.at(-1) ?? ''
  holder[key] = instead(table, key, holder[key])
}

/** Paths of all plain values within. */
function leavesOf(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]))
}

const NOBODY = ['__proto__', 'constructor', 'toString', 'p999', 'p0', 'p01', '', 'server'] as const
const NOWHERE = ['r99-1', 'r1-99', 'r1-1', 'r2-1', 'r1-1.1', '__proto__', 'r0-0', 'hasOwnProperty'] as const
const TEXTS = [
  '',
  '   ',
  '\u0000\u0007',
  '\u202e\u2066',
  'a'.repeat(5_000),
  '\ud800',
  '__proto__',
  '{}',
] as const

const anybody = ({ state, dice }: Table): string =>
  dice.percent(60) ? (dice.pick(state.people)?.id ?? SERVER) : (dice.pick(NOBODY) ?? SERVER)

function instead(table: Table, key: string, value: unknown): unknown {
  const { dice } = table
  switch (key) {
    case 'seat':
      return dice.oneOf('customer', 'officer', 'observer', 'instructor')
    case 'room':
    case 'scene':
    case 'moment':
    case 'card':
      return dice.pick(NOWHERE)
    case 'text':
    case 'sentence':
    case 'keep':
    case 'tryOut':
    case 'note':
    case 'words':
    case 'title':
      return dice.pick(TEXTS)
    case 'index':
      return dice.below(2)
    case 'level':
      return dice.between(1, 7)
    case 'line':
    case 'ago':
      return dice.oneOf(1, 100_000)
    case 'factor':
    case 'groupSize':
    case 'difficulty':
      return value
    default:
      return ofItsKind(table, value, dice)
  }
}

/** Numbers as a schema lets them through: never negative, never NaN, but as large as they come. */
function ofItsKind(table: Table, value: unknown, dice: Dice): unknown {
  if (typeof value === 'number') return dice.oneOf(0, 1, 0.5, 86_400_000, Number.MAX_SAFE_INTEGER)
  if (typeof value === 'boolean') return !value
  return typeof value === 'string' && /^p\d+$/.test(value) ? anybody(table) : value
}

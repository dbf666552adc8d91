import type { ClassKind } from '@evenkeel/classroom'

/** What every row and statement says of its class. Ids are random or pseudonyms; no name is in any of them. */
export interface ClassFacts {
  readonly classId: string
  readonly title: string
  readonly kind: ClassKind
  /** Server times in ms. */
  readonly openedAt: number
  readonly closedAt: number | null
}

/** ISO 8601 in UTC, to the second. */
export const isoTime = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')

/** One person of one class; the same over all exports of that class, and nobody's name. */
export const opaqueId = (classId: string, person: string): string => `${classId}:${person}`

/** Played time as minutes with two decimals. */
export const minutesOf = (ms: number): number => Math.round(ms / 600) / 100

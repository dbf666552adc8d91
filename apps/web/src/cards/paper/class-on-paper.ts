import type { ItemId } from '@evenkeel/playbook/words'

export interface PaperChoice {
  /** Pairs or triads. */
  readonly groups: number
  readonly size: 2 | 3
  /** Hashes, in the order in which they are played. */
  readonly cards: readonly string[]
  readonly focus: readonly ItemId[]
}

/** The people of a group, as they are called on paper. */
export const people = ['A', 'B', 'C'] as const
export type PaperPerson = (typeof people)[number]

export interface PaperScene {
  readonly round: number
  readonly group: number
  readonly card: string
  readonly customer: PaperPerson
  readonly officer: PaperPerson
  readonly observer: PaperPerson | null
}

/**
 * Who plays what: as many rounds as there are people in a group, the seats rotating, so that everybody is the officer
 * once. Neighbouring groups begin with different cards, so that nobody overhears the next officer's secret. With fewer
 * cards than rounds a card comes twice to a group, and its second officer knows the need already (`repeats`).
 * Ordered as it is handed out: by round, then by group.
 */
export function classOnPaper({ groups, size, cards }: PaperChoice): {
  readonly scenes: readonly PaperScene[]
  readonly repeats: boolean
} {
  if (cards.length === 0) return { scenes: [], repeats: false }
  const person = (index: number): PaperPerson => people[index % size] ?? 'A'
  const scenes = Array.from({ length: size }, (_, round) =>
    Array.from({ length: groups }, (_, group) => ({
      round: round + 1,
      group: group + 1,
      card: cards[(group + round) % cards.length] ?? '',
      customer: person(round),
      officer: person(round + 1),
      observer: size === 3 ? person(round + 2) : null,
    })),
  ).flat()
  return { scenes, repeats: cards.length < size }
}

/** Sheets of paper when printed on one side: the seats' sheets, the instructor's plan, and one key for each card in use. */
export function sheetCount(choice: PaperChoice): number {
  const { scenes } = classOnPaper(choice)
  if (scenes.length === 0) return 0
  return scenes.length * choice.size + 1 + new Set(scenes.map(({ card }) => card)).size
}

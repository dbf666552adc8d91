import { blankCard, type DraftCard } from './draft-card.ts'

/** What a draft began from: nothing, a card to copy, or an own card to change (its hash then). */
export interface DraftFrom {
  readonly how: 'new' | 'copy' | 'edit'
  readonly hash: string
}

export interface KeptDraft {
  readonly from: DraftFrom
  readonly card: DraftCard
  /** When it was last written to, in the device's milliseconds. */
  readonly at: number
}

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'evenkeel-card-draft:'
export const draftKey = ({ how, hash }: DraftFrom): string => `${how}:${hash}`

/** Whether it was kept: a full or closed store must not stop anybody from writing. */
export function keepDraft(box: Box, draft: KeptDraft): boolean {
  try {
    box.setItem(prefix + draftKey(draft.from), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(box: Box, key: string): void {
  try {
    box.removeItem(prefix + key)
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** The draft of that key; nothing when there is none or when it is of another shape than this page writes. */
export function readDraft(box: Box, key: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(box.getItem(prefix + key) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** All that can be read, the newest first. */
export function allDrafts(box: Box): readonly KeptDraft[] {
  try {
    return Array.from({ length: box.length }, (_, index) => box.key(index) ?? '')
      .filter(key => key.startsWith(prefix))
      .flatMap(key => readDraft(box, key.slice(prefix.length)) ?? [])
      .sort((a, b) => b.at - a.at)
  } catch {
    return []
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isKept = (value: unknown): value is KeptDraft =>
  isRecord(value) &&
  sameShape(value.from, { how: '', hash: '' }) &&
  typeof value.at === 'number' &&
  sameShape(value.card, example)

/** With one of everything, so that each list has something to compare by. */
const example = { ...blankCard, tags: [''], glossary: [{ word: '', meaning: '' }] }

/** Every part of the example is there and of its kind; each entry of a list is like the example's first. */
function sameShape(value: unknown, like: unknown): boolean {
  if (Array.isArray(like)) return Array.isArray(value) && value.every(each => sameShape(each, like[0]))
  if (isRecord(like))
    return isRecord(value) && Object.entries(like).every(([name, part]) => sameShape(value[name], part))
  return typeof value === typeof like
}

import { readFileSync } from 'node:fs'
import { type ClassEvent, fold, PROJECTOR, unopened, viewOf } from '@evenkeel/classroom'
import { expect, test } from 'vitest'
import { goldenEvents } from '../http/records/records-under-test.ts'
import type { StoredEvent } from '../journal/port.ts'
import { eventData } from './event-data.ts'
import { withoutLine, withoutPrivateWords, withoutWordsOf } from './private-words.ts'

const FILES = ['class-1', 'class-2', 'closing'] as const
const all = FILES.map(goldenEvents)
/** Words that only the test's people typed. */
const typed = ({ type, data }: StoredEvent) =>
  type === 'CardBrought' ? [] : (JSON.stringify(data).match(/xq\d+qx/g) ?? [])

test('[I22] of whoever is forgotten nothing is left that they typed, whatever it was', () => {
  for (const events of all) {
    for (const person of new Set(events.map(({ actor }) => actor))) {
      if (person === 'server') continue
      const left = events.map(withoutWordsOf(person))
      for (const [index, event] of left.entries()) {
        const before = events[index]
        if (event.actor === person) expect(typed(event), `${person} ${event.type}`).toEqual([])
        else expect(event).toBe(before)
        expect(eventData(event.type)?.safeParse(event.data).success, event.type).toBe(true)
      }
    }
  }
  const [, , closing = []] = all
  const taken = closing
    .map(withoutWordsOf('p2'))
    .find(({ type, actor }) => type === 'TakenAlong' && actor === 'p2')
  expect(taken?.data).toEqual({ keep: '', tryOut: '', note: '', shared: true })
})

test('[I22] an answer that an instructor gave to a call goes, and what the card has written stays', () => {
  const [[event] = []] = all
  if (event === undefined) throw new Error('no event')
  const at = { room: 'r1-1', scene: 'r1-1.1', index: 0 }
  const own = { ...event, type: 'CallAnswered', actor: 'p1', data: { ...at, text: 'Ten minutes.' } }
  const left = withoutWordsOf('p1')(own)
  expect(left.data).toEqual({ ...at, text: '[…]' })
  expect(eventData('CallAnswered')?.safeParse(left.data).success).toBe(true)
  expect(eventData('CallAnswered')?.safeParse({ ...at, index: 2 }).success).toBe(false)
  const written = { ...own, data: at }
  expect(withoutWordsOf('p1')(written)).toBe(written)
})

test('[I22] what they marked and scored stays as it was', () => {
  const [events = []] = all
  const left = events.map(withoutWordsOf('p3'))
  const numbers = (list: readonly StoredEvent[]) =>
    list.flatMap(({ type, data }): object[] => {
      if (type === 'MomentMarked') return [{ ...(data as object), words: null }]
      if (type === 'RatingSaved') return [{ ...(data as { rating: object }).rating, sentence: null }]
      return []
    })
  expect(numbers(left)).toEqual(numbers(events))
})

test('[I20] notes and what is not shared never leave; doing it twice changes nothing more', () => {
  for (const events of all) {
    const once = events.map(withoutPrivateWords)
    expect(once.map(withoutPrivateWords)).toEqual(once)
    for (const event of once) if (event.type === 'NoteWritten') expect(typed(event)).toEqual([])
  }
  const [, , closing = []] = all
  const taken = closing.map(withoutPrivateWords).filter(({ type }) => type === 'TakenAlong')
  expect(taken.map(({ data }) => data)).toEqual([
    { keep: 'Letting him finish.', tryOut: 'Asking first.', note: '', shared: true },
    { keep: '', tryOut: '', note: '', shared: false },
    { keep: 'Watching both.', tryOut: '', note: '', shared: true },
  ])
})

test('[I22] one line goes and no other event changes', () => {
  const [events = []] = all
  const changed = events.map(withoutLine('r1-2.1', 2)).filter((event, index) => event !== events[index])
  expect(changed.map(({ data }) => data)).toMatchObject([{ n: 2, text: '[…]' }])
})

/** A journal in which lines and remembered words are shared, picked and shown. */
const worked = (): StoredEvent[] =>
  readFileSync(
    new URL('../../../../packages/classroom/src/golden/release-0.2-worked-lines.jsonl', import.meta.url),
    'utf8',
  )
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

const onTheWall = (events: readonly StoredEvent[]): unknown => {
  const view = viewOf(PROJECTOR, fold(unopened('class-1'), events as readonly ClassEvent[]))
  return view.kind === 'projector' ? view.worked : undefined
}

test('[G14] a line that is redacted, and the words of whoever is forgotten, are gone from the picked lines', () => {
  expect(onTheWall(worked())).toEqual(['You have waited long. xq901qx', 'You waited long. xq903qx'])
  expect(onTheWall(worked().map(withoutLine('r1-1.1', 2)))).toEqual(['You waited long. xq903qx'])
  // The customer typed the one, the officer said both.
  expect(onTheWall(worked().map(withoutWordsOf('p2')))).toEqual(['You have waited long. xq901qx'])
  expect(onTheWall(worked().map(withoutWordsOf('p3')))).toEqual([])
})

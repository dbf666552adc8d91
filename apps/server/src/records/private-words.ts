import type { StoredEvent } from '../journal/port.ts'

/** What stands where words were taken out. No word of any language, so that every screen may show it. */
export const TAKEN_OUT = '[…]'

const record = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {}

const changed = (event: StoredEvent, change: Readonly<Record<string, unknown>>): StoredEvent => ({
  ...event,
  data: { ...record(event.data), ...change },
})

/**
 * The event without what is its author's alone: private notes, and what they take along and do not share. Even an
 * instructor never sees these, so no export may hold them.
 */
export function withoutPrivateWords(event: StoredEvent): StoredEvent {
  switch (event.type) {
    case 'NoteWritten':
      return changed(event, { text: TAKEN_OUT })
    case 'TakenAlong': {
      const shared = record(event.data).shared === true
      return changed(event, { note: '', ...(!shared && { keep: '', tryOut: '' }) })
    }
    default:
      return event
  }
}

/** The event without words that this person typed. What they marked, scored and did stays, under their pseudonym. */
export function withoutWordsOf(person: string): (event: StoredEvent) => StoredEvent {
  return event => {
    if (event.actor !== person) return event
    const data = record(event.data)
    switch (event.type) {
      case 'LineSaid':
      case 'NoteWritten':
      case 'Conferred':
      case 'Whispered':
        return changed(event, { text: TAKEN_OUT })
      case 'Announced':
        return data.text === null ? event : changed(event, { text: TAKEN_OUT })
      case 'CallAnswered':
        return data.text === undefined ? event : changed(event, { text: TAKEN_OUT })
      case 'MomentMarked':
        return data.words === undefined ? event : changed(event, { words: TAKEN_OUT })
      case 'RatingSaved': {
        const rating = record(data.rating)
        return rating.sentence === '' ? event : changed(event, { rating: { ...rating, sentence: '' } })
      }
      case 'TakenAlong':
        return changed(event, { keep: '', tryOut: '', note: '' })
      case 'LineShared':
        return changed(event, { on: false })
      default:
        return event
    }
  }
}

/** One line of a scene taken out, also from what the class was given. */
export function withoutLine(scene: string, line: number): (event: StoredEvent) => StoredEvent {
  return event => {
    const data = record(event.data)
    if (event.type === 'LineShared' && data.scene === scene && data.said === line)
      return changed(event, { on: false })
    const meant = event.type === 'LineSaid' && data.scene === scene && data.n === line
    return meant ? changed(event, { text: TAKEN_OUT }) : event
  }
}

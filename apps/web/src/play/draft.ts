import type { RoomId } from '@evenkeel/classroom/view'
import type { Draft } from './composer.tsx'

const key = (room: RoomId) => `evenkeel-draft ${room}`
const nothing: Draft = { how: 'say', text: '' }

/** What was being typed when the page was left or loaded again, in this tab. */
export function keptDraft(room: RoomId): Draft {
  try {
    const text = sessionStorage.getItem(key(room)) ?? ''
    return text.startsWith('/do ') ? { how: 'do', text: text.slice(4) } : { how: 'say', text }
  } catch {
    return nothing
  }
}

export function keepDraft(room: RoomId, { how, text }: Draft): void {
  try {
    if (text === '') sessionStorage.removeItem(key(room))
    else sessionStorage.setItem(key(room), how === 'do' ? `/do ${text}` : text)
  } catch {
    // Private windows may keep nothing: then a reload loses the line that was not sent yet.
  }
}

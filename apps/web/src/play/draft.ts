import type { SceneId } from '@evenkeel/classroom/view'
import type { Draft } from './composer.tsx'

const key = (scene: SceneId) => `evenkeel-draft ${scene}`
const nothing: Draft = { how: 'say', text: '' }

/** What was being typed when the page was left or loaded again, in this tab. */
export function keptDraft(scene: SceneId): Draft {
  try {
    const text = sessionStorage.getItem(key(scene)) ?? ''
    return text.startsWith('/do ') ? { how: 'do', text: text.slice(4) } : { how: 'say', text }
  } catch {
    return nothing
  }
}

export function keepDraft(scene: SceneId, { how, text }: Draft): void {
  try {
    if (text === '') sessionStorage.removeItem(key(scene))
    else sessionStorage.setItem(key(scene), how === 'do' ? `/do ${text}` : text)
  } catch {
    // Private windows may keep nothing: then a reload loses the line that was not sent yet.
  }
}

import type { SceneId } from '@evenkeel/classroom/view'
import type { Draft } from './composer.tsx'
import { remember, remembered } from './tab-memory.ts'

/** What was being typed when the page was left or loaded again. */
export function keptDraft(scene: SceneId): Draft {
  const text = remembered(`draft ${scene}`) ?? ''
  return text.startsWith('/do ') ? { how: 'do', text: text.slice(4) } : { how: 'say', text }
}

export function keepDraft(scene: SceneId, { how, text }: Draft): void {
  remember(`draft ${scene}`, text !== '' && how === 'do' ? `/do ${text}` : text)
}

/** The sentence of a rating as far as it was typed; undefined if none was begun. */
export const keptSentence = (scene: SceneId): string | undefined => remembered(`sentence ${scene}`)

export const keepSentence = (scene: SceneId, text: string): void => remember(`sentence ${scene}`, text)

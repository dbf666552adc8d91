import type { PersonId, SceneId } from '@evenkeel/classroom/view'
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

/** Of this person: another one may go on in the same tab. */
const sentenceOf = (scene: SceneId, person: PersonId) => `sentence ${scene} ${person}`
/** Before what was typed: nothing left of it is something else than nothing typed. */
const TYPED = '='

/** The sentence of a rating as far as it was typed, also if it was taken out again; undefined if none was begun. */
export const keptSentence = (scene: SceneId, person: PersonId): string | undefined =>
  remembered(sentenceOf(scene, person))?.slice(TYPED.length)

export const keepSentence = (scene: SceneId, person: PersonId, text: string): void =>
  remember(sentenceOf(scene, person), TYPED + text)

/** It has gone out with the rating. */
export const dropSentence = (scene: SceneId, person: PersonId): void =>
  remember(sentenceOf(scene, person), '')

import type { SceneId } from '@evenkeel/classroom/view'
import { playWords } from '../words/en/play.ts'
import { remember, remembered } from './tab-memory.ts'

const text = playWords.scene

/** How many answers of this scene's radio were read in this tab; kept over a time-out and a reload. */
export const answersHeard = (scene: SceneId): number =>
  Number.parseInt(remembered(`heard ${scene}`) ?? '', 10) || 0

export const keepHeard = (scene: SceneId, answers: number): void => remember(`heard ${scene}`, `${answers}`)

/** The word on the radio's button: an answer may come while the radio is closed. */
export function radioText(made: number, answered: number, heard: number): string {
  if (answered > heard) return text.radioAnswered
  return answered < made ? text.radioWaits : text.radio
}

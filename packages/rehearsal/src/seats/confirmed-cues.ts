import type { Cue, SceneView } from '@evenkeel/classroom'
import type { CustomerPart, Language } from '@evenkeel/playbook'
import { toldBy } from './told.ts'

/** Which of the card's triggers and calmers happened, each with the officer's first line that shows it. */
export function confirmedCues(
  brief: CustomerPart,
  scene: SceneView,
  language: Language,
): { cue: Cue; line: number }[] {
  const lines = scene.lines.filter(({ seat }) => seat === 'officer')
  const kinds = [
    ['trigger', brief.triggers],
    ['calmer', brief.calmers],
  ] as const
  return kinds.flatMap(([kind, cues]) =>
    cues.flatMap(({ behaviour }, index) => {
      const line = lines.find(said => toldBy(said, language).some(seen => seen === behaviour))
      return line === undefined || !isIndex(index) ? [] : [{ cue: { kind, index }, line: line.n }]
    }),
  )
}

const isIndex = (index: number): index is 0 | 1 | 2 => index === 0 || index === 1 || index === 2

import type { Moment } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../language/class-language.tsx'
import { useRubric } from '../language/use-rubric.ts'
import { type Cues, momentTitle } from './moment-words.ts'

interface MomentTitleProps {
  moment: Pick<Moment, 'behaviour' | 'cue'>
  cues: Cues | null
}

/** A moment's name in the class's language; that it has none is said in the screen's. */
export function MomentTitle({ moment, cues }: MomentTitleProps) {
  const rubric = useRubric()
  const card = useCardLanguage()
  const { behaviour, cue } = moment
  const lang = behaviour !== undefined ? rubric.language : cue !== undefined && cues ? card : undefined
  return <bdi lang={lang}>{momentTitle(moment, cues, rubric)}</bdi>
}

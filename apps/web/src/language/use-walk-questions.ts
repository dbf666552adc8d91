import type { AskAbout } from '@evenkeel/classroom/view'
import type { Language } from '@evenkeel/playbook/words'
import { useEffect, useState } from 'react'
import { untilThere } from '../live/until-there.ts'
import { words } from '../words/en.ts'
import { useCardLanguage } from './class-language.tsx'

type Questions = Readonly<Record<AskAbout, string>>

export interface WalkQuestions {
  /** What they are in, for their `lang`. */
  readonly lang: Language
  readonly questions: Questions
}

const english: WalkQuestions = { lang: 'en', questions: words.remote.questions }
let spanish: WalkQuestions | undefined

/**
 * What the instructor asks where they walk. It is said to trainees, so it is in the class's language; English stands in its
 * place until that is fetched.
 */
export function useWalkQuestions(): WalkQuestions {
  const language = useCardLanguage()
  const [fetched, setFetched] = useState(spanish)
  useEffect(() => {
    if (language === 'en' || spanish !== undefined) return
    let shown = true
    void untilThere(() => import('../words/es/walk-questions.ts')).then(({ walkQuestions }) => {
      spanish = { lang: 'es', questions: walkQuestions }
      if (shown) setFetched(spanish)
    })
    return () => {
      shown = false
    }
  }, [language])
  return language === 'en' ? english : (fetched ?? spanish ?? english)
}

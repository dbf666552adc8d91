'use client'

import type { LadderWords, Language, Rubric } from '@evenkeel/playbook/words'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { untilThere } from '../live/until-there.ts'

/** The playbook's words in a language that is not English. */
export interface OtherWords {
  readonly ladder: LadderWords
  readonly rubric: Rubric
}

interface ClassWords {
  /** Of the class's cards. */
  readonly language: Language
  /** Undefined in an English class, and in another one until its words are fetched. */
  readonly other: OtherWords | undefined
}

const Words = createContext<ClassWords>({ language: 'en', other: undefined })

/**
 * What stands in it shows the playbook in the class's language. Words other than English are fetched when a class needs
 * them; until they are there the English ones stand in their place.
 */
export function ClassLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const other = useOther(language)
  const value = useMemo(() => ({ language, other }), [language, other])
  return <Words value={value}>{children}</Words>
}

/** The language of the class's cards, for the `lang` of their text. */
export const useCardLanguage = (): Language => useContext(Words).language

export const useOtherWords = (): OtherWords | undefined => useContext(Words).other

let fetched: OtherWords | undefined
let fetching: Promise<OtherWords> | undefined

async function fetchSpanish(): Promise<OtherWords> {
  const { ladder, rubric } = await untilThere(() => import('@evenkeel/playbook/words-es'))
  fetched = { ladder, rubric }
  return fetched
}

function useOther(language: Language): OtherWords | undefined {
  const [words, setWords] = useState(fetched)
  useEffect(() => {
    if (language === 'en') return
    let shown = true
    fetching ??= fetchSpanish()
    void fetching.then(there => shown && setWords(there))
    return () => {
      shown = false
    }
  }, [language])
  return language === 'en' ? undefined : words
}

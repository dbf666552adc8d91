import type { Language } from './card.ts'
import { type BandId, ladder, ladderCeiling, type Step } from './ladder.ts'

/** The temperature ladder in the words of one language. */
export type LadderWords = {
  readonly steps: readonly [Step, Step, Step, Step, Step, Step, Step]
  readonly bands: Readonly<Record<BandId, string>>
  readonly ceiling: string
}

const words: Readonly<Record<Language, LadderWords>> = {
  en: {
    steps: ladder,
    bands: { settled: 'Settled', upset: 'Upset', furious: 'Furious' },
    ceiling: ladderCeiling,
  },
  // Nouns that fit "está con ..." and need no gender: the customer may be anyone.
  es: {
    steps: [
      {
        level: 1,
        word: 'en calma',
        looks: 'Hombros sueltos, voz serena y tiempo para oír una respuesta entera.',
      },
      {
        level: 2,
        word: 'con recelo',
        looks: 'Habla con educación pero en guardia, contesta corto y mira alrededor.',
      },
      {
        level: 3,
        word: 'con fastidio',
        looks: 'Suspira, habla en tono seco y hace la misma pregunta por segunda vez.',
      },
      {
        level: 4,
        word: 'con impotencia',
        looks: 'Habla más rápido, mueve las manos y repite una y otra vez lo que está mal.',
      },
      {
        level: 5,
        word: 'con enojo',
        looks: 'Voz dura, mirada fija y reproches que ahora apuntan al agente.',
      },
      {
        level: 6,
        word: 'con rabia',
        looks: 'Interrumpe las respuestas, va de un lado a otro y hace que otros se vuelvan a mirar.',
      },
      {
        level: 7,
        word: 'con furia',
        looks: 'Casi no oye nada, cada palabra corta y siempre vuelve la misma exigencia.',
      },
    ],
    bands: { settled: 'Con calma', upset: 'Con malestar', furious: 'Con furia' },
    ceiling:
      'El calor está en las palabras, no en el volumen. Sin insultos, sin amenazas, sin tocar a nadie.',
  },
}

/** The steps, bands and ceiling of the ladder for people who read this language. */
export function ladderIn(language: Language): LadderWords {
  return words[language]
}

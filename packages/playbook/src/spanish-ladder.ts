import type { LadderWords } from './ladder-words.ts'

/** Nouns that fit "está con ..." and need no gender: the customer may be anyone. */
export const spanishLadder: LadderWords = {
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
  ceiling: 'El calor está en las palabras, no en el volumen. Sin insultos, sin amenazas, sin tocar a nadie.',
}

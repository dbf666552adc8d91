/** What any customer may say beside the words of their card, in each language. */
export const CUSTOMER_WORDS = {
  en: {
    hotter: [
      'You are not listening to me at all.',
      'Do you talk to everybody like that?',
      'Get me somebody who listens.',
      'I have had enough of being sent away.',
      'That is exactly what the last one said.',
    ],
    furious: ['No. I am done waiting.', 'I have said what I want. Again and again.'],
    upset: [
      'All right, but what happens now?',
      'I have heard promises before.',
      'And who tells me that it really happens?',
      'I just want somebody to do something.',
      'So what can you do? Tell me that.',
    ],
    settled: [
      'All right. That helps.',
      'Thank you for explaining it like a person.',
      'Good. Then we do it that way.',
      'That is fair. I can live with that.',
      'I know that you did not make the rule.',
    ],
    softens: [
      'breathes out slowly',
      'looks at the officer for the first time',
      'lets the shoulders drop',
      'nods, and swallows',
      'takes half a step back',
      'rubs both eyes, then looks up',
    ],
    endings: {
      settled: [
        'It was a long day. I did not mean to be sharp with you. Thank you.',
        'Thank you. I know what happens next, and I know your name.',
        'That is a way I can live with. Thank you for staying with me.',
        'Good. I feel better than when I came. Thank you.',
      ],
      upset: [
        'It is not what I came for, but all right. Let us try it that way.',
        'Fine. I will wait. But please come back and tell me.',
        'I am still upset. But at least you told me what happens next.',
      ],
      furious: [
        'I am going now. I want the name of your manager.',
        'This is not over. I will write all of it down tonight.',
      ],
    },
    twist: (words: string | undefined) =>
      words === undefined ? 'And now this as well.' : `Did you hear that? “${words}”`,
    lastWord: 'No. Not like that.',
  },
  es: {
    hotter: [
      'Usted no me está escuchando.',
      '¿A todos les habla así?',
      'Quiero hablar con alguien que me escuche.',
      'Ya me mandaron de un lado a otro bastante.',
    ],
    furious: ['No. Ya esperé bastante.', 'Ya dije lo que quiero. Una y otra vez.'],
    upset: [
      'Bueno, ¿y ahora qué pasa?',
      'Promesas ya escuché muchas.',
      '¿Y quién me asegura que es así?',
      'Solo quiero que alguien haga algo.',
    ],
    settled: [
      'Está bien. Eso ayuda.',
      'Gracias por explicarlo como persona.',
      'Bien. Hagámoslo así.',
      'Me parece justo.',
    ],
    softens: [
      'suelta el aire despacio',
      'mira al agente por primera vez',
      'afloja los hombros',
      'asiente, y traga saliva',
    ],
    endings: {
      settled: [
        'Fue un día largo. No quise hablarle así. Gracias.',
        'Gracias. Ya sé qué sigue, y sé su nombre.',
        'Así me quedo en paz. Gracias por escuchar.',
      ],
      upset: [
        'No es lo que vine a buscar, pero está bien. Probemos así.',
        'Bueno. Espero. Pero vuelva a avisarme.',
      ],
      furious: ['Me voy. Quiero el nombre de su jefe.', 'Esto no termina aquí.'],
    },
    twist: (words: string | undefined) =>
      words === undefined ? 'Y ahora esto también.' : `¿Oyó eso? “${words}”`,
    lastWord: 'No. Así no.',
  },
} as const

import { rotationsTitled } from './focus-rotations.ts'
import { rubricVersion, scaleMax } from './rubric.ts'
import type { Rubric } from './rubric-schema.ts'
import { spanishCustomerItems, spanishItems } from './spanish-items.ts'
import { spanishMoments } from './spanish-moments.ts'

/** The rubric in Spanish: the same items, moments and ids, so that scores in both languages can be read together. */
export const spanishRubric: Rubric = {
  version: rubricVersion,
  language: 'es',
  scaleMax,
  scaleLabels: { low: 'Nada', high: 'Del todo', notObservable: 'No observable' },
  groups: [
    { id: 'listening', title: 'Escucha' },
    { id: 'empathy', title: 'Empatía' },
    { id: 'resolution', title: 'Solución' },
  ],
  items: spanishItems,
  moments: spanishMoments,
  customerItems: spanishCustomerItems,
  howToObserve: {
    title: 'Cómo observar',
    sections: [
      {
        heading: 'Antes',
        lines: [
          'Lea las dos hojas y los tres puntos de esta ronda.',
          'Póngase donde vea a los dos y nadie tenga que mirarlo a usted.',
        ],
      },
      {
        heading: 'Durante la escena',
        lines: [
          'Mire tanto al cliente como al agente. Unos hombros que bajan o una voz que sube le avisan.',
          'Toque "ayudó" o "empeoró" cuando algo cambie. Si duda, toque: el nombre se pone después.',
          'Guarde las palabras que lo cambiaron. Una cita vale más que una opinión.',
          'No ayude, no asienta, no sonría. Pida una pausa si alguien no está bien.',
        ],
      },
      {
        heading: 'En una escena escrita',
        lines: [
          'Nadie ve una cara. Fíjese en las respuestas que usan las palabras del otro y en las líneas de acción.',
          'Un silencio puede ser un teléfono lento. No lo marque.',
        ],
      },
      {
        heading: 'Al poner nombre a sus marcas',
        lines: [
          'Nombre cada marca por lo que se dijo o se hizo, no por la intención.',
          'Lea "se parece, pero no es" antes de elegir. Si solo se parecía, deje la marca sin nombre.',
          'Un momento que empeoró no borra uno que ayudó. Guarde los dos.',
        ],
      },
      {
        heading: 'Al puntuar',
        lines: [
          'Parta de los ejemplos del 1, el 3 y el 5. Elija el que más suena a lo que oyó; el 2 y el 4 quedan en medio.',
          'Puntúe lo que vio. Si no hubo ocasión, elija "no observable". Eso no es un 1 ni un 3.',
          'Cada punto va por separado. Un buen final no sube la escucha.',
          'Para cada nota, tenga a mano el momento que la sostiene.',
        ],
      },
      {
        heading: 'Al hablar en la puesta en común',
        lines: [
          'Hable después del agente y del cliente.',
          'Diga "cuando usted dijo ..., yo vi ...". Primero algo que conservar, luego algo que probar.',
        ],
      },
    ],
  },
  rotations: rotationsTitled({
    'all-ten': 'Los diez puntos en cuatro rondas',
    'one-of-each': 'Un punto de cada grupo en cada ronda',
    'listening-first': 'Primero la escucha, para una primera clase',
    'heated-scenes': 'La calma en cada ronda, para escenas difíciles',
    'towards-a-way-forward': 'El paso siguiente en cada ronda, para quienes ya escuchan bien',
  }),
}

import type { MomentGuide } from './rubric-schema.ts'

/** The behaviours that a mark can be named as, in Spanish: eight that helped, then five that hurt. */
export const spanishMoments: MomentGuide[] = [
  {
    id: 'turned-to',
    mark: 'helped',
    title: 'Se volvió hacia la persona',
    definition:
      'El agente muestra su atención: gira el cuerpo, suelta lo que tiene en las manos, mira y asiente tanto como a los dos les resulta cómodo.',
    example: 'Baja la radio, da la espalda al portón y dice: "Dígame, lo escucho."',
    nearMiss: 'Asiente mientras lee la pantalla. La cabeza se mueve, pero la atención está en otra parte.',
    bearsOn: ['attention'],
  },
  {
    id: 'paraphrase',
    mark: 'helped',
    title: 'Lo dijo de vuelta',
    definition: 'El agente dice con sus palabras lo que la persona contó, y deja lugar para que lo corrija.',
    example: '"Si le entiendo bien, lo que le duele es que lo movieron sin preguntarle a nadie. ¿Es eso?"',
    nearMiss: '"Lo entiendo." Dice que entendió, pero no devuelve nada que se pueda comprobar.',
    bearsOn: ['paraphrase'],
  },
  {
    id: 'feeling-named',
    mark: 'helped',
    title: 'Nombró lo que siente',
    definition: 'El agente pone en palabras lo que ve u oye que la persona siente, y no se lo discute.',
    example: '"La noto preocupada, y también cansada."',
    nearMiss: '"Sé cómo se siente." No nombra nada, y es algo que nadie puede saber.',
    bearsOn: ['acknowledge'],
  },
  {
    id: 'validated',
    mark: 'helped',
    title: 'Lo tomó en serio',
    definition: 'El agente dice que la queja tiene sentido y por qué, se pueda o no dar lo que pide.',
    example: '"Usted hizo lo que decía la carta, y encontró la puerta cerrada. Claro que le parece injusto."',
    nearMiss: '"Tiene razón, pero ..." Lo que viene después del "pero" se la quita.',
    bearsOn: ['validate'],
  },
  {
    id: 'gave-space',
    mark: 'helped',
    title: 'Dio espacio',
    definition:
      'El agente da tiempo, silencio, distancia o un lugar más tranquilo, para que la persona hable o se serene.',
    example: 'Da dos pasos atrás, espera y dice: "Tómese su tiempo. Aquí estoy."',
    nearMiss: 'Se va sin decir nada. Eso no da espacio, deja sola a la persona.',
    bearsOn: ['space', 'composure'],
  },
  {
    id: 'related-briefly',
    mark: 'helped',
    title: 'Contó algo propio, en breve',
    definition: 'El agente comparte una sola frase suya que viene al caso, y vuelve enseguida a la persona.',
    example: '"Yo esperé así por mi padre, en una sala como esta. ¿Qué le ayudaría más ahora?"',
    nearMiss: '"A mí me pasó igual." Es corto, pero nada vuelve a la persona.',
    bearsOn: ['relate'],
  },
  {
    id: 'together',
    mark: 'helped',
    title: 'Se puso de su lado',
    definition:
      'El agente lo vuelve tarea de los dos, con lo que dice o porque da el paso siguiente junto a la persona.',
    example: '"Entiendo por qué lo dice, y quiero arreglarlo con usted. ¿Los llamamos ahora?"',
    nearMiss: '"Vamos a salir, por favor." Dice "vamos", y quiere decir "váyase".',
    bearsOn: ['partnership'],
  },
  {
    id: 'need-found',
    mark: 'helped',
    title: 'Dio con la necesidad',
    definition:
      'El agente encuentra lo que de verdad importa debajo de lo que se pide, y la persona muestra que es así.',
    example: '"¿Es el dinero, o es que nadie le avisó?" La persona suelta el aire: "Que nadie me avisó."',
    nearMiss: '"Entonces, ¿qué quiere?" Pregunta otra vez lo que pide, no lo que hay debajo.',
    bearsOn: ['inquiry', 'resolve'],
  },
  {
    id: 'policy-wall',
    mark: 'hurt',
    title: 'Muro de normas',
    definition: 'El agente le responde a una persona con una norma, y ahí se queda.',
    example: '"Son las normas de la casa." Lo dice una vez, y luego otra.',
    nearMiss:
      '"La norma está porque aquí se lastimó un niño. Veamos qué nos permite." Con un motivo y una salida no es un muro.',
    bearsOn: ['validate', 'partnership'],
  },
  {
    id: 'dismissed',
    mark: 'hurt',
    title: 'Le quitó importancia',
    definition: 'El agente no atiende la queja, la pone en duda o la hace pequeña.',
    example: '"Es solo un teléfono. Se compra otro y ya está."',
    nearMiss: '"Eso no lo puedo juzgar yo, mi supervisora sí." Se pasa con respeto, no se aparta.',
    bearsOn: ['attention', 'acknowledge'],
  },
  {
    id: 'cut-off',
    mark: 'hurt',
    title: 'Interrumpió o metió prisa',
    definition: 'El agente interrumpe, termina la frase por la persona o le mete prisa.',
    example: '"Sí, sí. Resuma, por favor."',
    nearMiss: '"¿Puedo detenerlo un momento? Quiero anotarlo bien." Da un motivo y le devuelve la palabra.',
    bearsOn: ['space'],
  },
  {
    id: 'quick-fix',
    mark: 'hurt',
    title: 'Arreglo rápido',
    definition:
      'El agente ofrece un descuento, un regalo o un favor para terminar, antes de haber entendido la queja.',
    example: '"¿Y si le invito un café y lo olvidamos?"',
    nearMiss:
      'Después de oírlo todo: "¿Quiere sentarse y tomar agua mientras la esperamos?" Eso acompaña, no tapa.',
    bearsOn: ['resolve'],
  },
  {
    id: 'took-over',
    mark: 'hurt',
    title: 'Se adueñó de la charla',
    definition: 'El agente termina hablando de sí mismo: una larga historia suya, o quién lo pasa peor.',
    example: '"¿Eso le parece malo? A mí el año pasado se me inundó la casa, ¿y sabe qué me dijeron?"',
    nearMiss: '"Yo también hice esa fila. ¿Cuánto lleva usted aquí?" Una frase, y vuelve a la persona.',
    bearsOn: ['relate', 'attention'],
  },
]

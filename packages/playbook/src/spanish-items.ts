import type { CustomerItem, RubricItem } from './rubric-schema.ts'

/** The ten items as an instructor of security officers would say them in Spanish, with "usted" between the two. */
export const spanishItems: RubricItem[] = [
  {
    id: 'attention',
    group: 'listening',
    title: 'Atención plena',
    question: '¿El agente se volvió hacia la persona y siguió con ella?',
    anchors: {
      1: 'Mira la pantalla, la radio o a otro lado, y se pierde lo que le dicen: "Perdón, ¿qué decía?"',
      3: 'Está de frente casi todo el tiempo, pero se distrae a ratos: "Ajá. Siga, siga", y la mirada se va y vuelve.',
      5: 'Gira el cuerpo y suelta lo que tiene en las manos. Mira y asiente tanto como a los dos les resulta cómodo. Recoge un detalle al momento: "Desde el martes, me dice."',
    },
    typed: {
      question: '¿Las respuestas o las líneas de acción muestran que el agente estaba con la persona?',
      anchors: {
        1: 'La respuesta no tiene que ver con lo que le acaban de escribir: "¿Trae su entrada?", cuando ya se la describieron.',
        3: 'Responde a la última línea, pero deja sin usar lo anterior: "Entiendo. ¿Y dónde fue?"',
        5: 'Usa los detalles que dio la persona, y una línea de acción lo muestra: "deja la radio y se gira hacia ella".',
      },
      note: 'Elija "no observable" si ni las respuestas ni las líneas de acción muestran atención ni falta de ella.',
    },
  },
  {
    id: 'space',
    group: 'listening',
    title: 'Espacio para hablar',
    question: '¿Pudo la persona contarlo todo, a su ritmo?',
    anchors: {
      1: 'Habla encima de la persona o le mete prisa: "Sí, sí, ya entendí. ¿Qué quiere que haga?"',
      3: 'Deja terminar las frases, pero llena cada pausa: "Bien. Entonces. Otra pregunta."',
      5: 'Aguanta un silencio e invita a seguir antes de contestar: "Tómese su tiempo. ¿Hay algo más?"',
    },
    typed: {
      question: '¿Pudo la persona escribirlo todo antes de que el agente contestara?',
      anchors: {
        1: 'Contesta antes de que termine, o amontona órdenes: "Cálmese. ¿Nombre? ¿Asiento? ¿Motivo?"',
        3: 'Deja que lo cuente, pero pasa enseguida a otra cosa: "Anotado. Ahora dígame su nombre."',
        5: 'Invita a seguir, y espera: "Siga, por favor, lo estoy leyendo todo. ¿Qué pasó después?"',
      },
    },
  },
  {
    id: 'paraphrase',
    group: 'listening',
    title: 'Decirlo de vuelta',
    question: '¿El agente repitió con sus palabras lo que oyó, para comprobarlo?',
    anchors: {
      1: 'Nunca lo dice de vuelta, o dice otra cosa: "O sea, que lo que quiere es su dinero."',
      3: 'Repite un dato o dos sin comprobarlos: "Bien, dos horas, auto rojo."',
      5: 'Resume los hechos y lo que significan, y lo comprueba: "Si le entiendo bien, lo que le molesta es que nadie le avisó. ¿Es así?"',
    },
  },
  {
    id: 'inquiry',
    group: 'listening',
    title: 'Preguntas abiertas',
    question: '¿El agente hizo preguntas con las que podía salir lo que de verdad preocupa?',
    anchors: {
      1: 'Solo da órdenes, o pregunta acusando: "¿Y por qué no leyó el cartel?"',
      3: 'Casi todo son preguntas de formulario: "¿Vino en auto? ¿Llegó antes de las seis?"',
      5: 'Hace preguntas abiertas que siguen el hilo: "¿Qué es lo más importante para usted de entrar esta noche?"',
    },
  },
  {
    id: 'acknowledge',
    group: 'empathy',
    title: 'Nombrar lo que siente',
    question: '¿El agente puso en palabras lo que siente la persona, y lo dejó estar?',
    anchors: {
      1: 'Niega lo que siente o le ordena no sentirlo: "No es para tanto. Cálmese."',
      3: 'Lo nombra como una fórmula, o lo retira enseguida: "Entiendo su molestia, pero las normas son las normas."',
      5: 'Nombra lo que siente esta persona, y ahí se detiene: "Qué susto, no saber dónde estaba la niña."',
    },
  },
  {
    id: 'validate',
    group: 'empathy',
    title: 'Tomarlo en serio',
    question: '¿El agente dijo que la queja tiene sentido, sea cual sea la respuesta a lo que pide?',
    anchors: {
      1: 'Le quita importancia o pone la norma por delante: "Es el reglamento. Los demás lo cumplen sin problema."',
      3: 'Le da la razón en general, no en este caso: "Sí, lo escucho, eso pasa mucho."',
      5: 'Dice por qué tiene sentido aquí, sin ceder: "Esperó dos horas con un niño enfermo. Cualquiera querría una respuesta."',
    },
  },
  {
    id: 'relate',
    group: 'empathy',
    title: 'Lo propio, en breve',
    question: 'Si el agente contó algo suyo, ¿fue breve y volvió a la persona?',
    anchors: {
      1: 'Se adueña del relato o compara penas: "Eso no es nada. Cuando a mí me robaron el auto anduve a pie una semana."',
      3: 'Una semejanza corta, pero se queda en el agente: "A mí también se me perdió el teléfono una vez."',
      5: 'Una frase, y vuelve con una pregunta: "Yo perdí el anillo de mi madre. ¿Qué es lo que más le importa de ese teléfono?"',
    },
    typed: {
      question: 'Si el agente escribió algo suyo, ¿fue breve y volvió a la persona?',
      anchors: {
        1: 'Varias líneas sobre sí mismo: "Cuando a mí me robaron el auto anduve a pie una semana, y luego el autobús ..."',
        3: 'Una semejanza corta, pero se queda en el agente: "A mí también se me perdió el teléfono una vez."',
        5: 'Una frase, y vuelve con una pregunta: "Yo perdí el anillo de mi madre. ¿Qué es lo que más le importa de ese teléfono?"',
      },
      note: 'Elija "no observable" si el agente no contó nada suyo. No contarlo no es una falta.',
    },
  },
  {
    id: 'partnership',
    group: 'empathy',
    title: 'Del mismo lado',
    question: '¿El agente lo convirtió en algo que los dos iban a resolver?',
    anchors: {
      1: 'Se pone en contra de la persona: "Se va usted, o lo saco yo."',
      3: 'Ofrece hacer algo, pero la persona solo mira: "Voy a ver qué puedo hacer."',
      5: 'Dice de qué lado está y comparte un paso: "Entiendo por qué lo dice, y quiero arreglarlo con usted. ¿Lo vemos juntos?"',
    },
  },
  {
    id: 'resolve',
    group: 'resolution',
    title: 'La necesidad y el paso siguiente',
    question:
      '¿El agente dio con lo que de verdad hacía falta y acordó un paso claro, dentro de lo que le está permitido?',
    anchors: {
      1: 'Termina sin nada, o compra la calma con un favor: "Tome este vale y lo dejamos así, ¿sí?"',
      3: 'Responde a lo que pide y no a lo que necesita, o el paso queda en el aire: "Ya lo llamarán."',
      5: 'Atiende la necesidad dentro de sus límites, con quién, qué y cuándo: "Rosa, de recepción, lo llama antes de las nueve. Aquí le anoto su nombre. ¿Le sirve?"',
    },
  },
  {
    id: 'composure',
    group: 'resolution',
    title: 'Calma y seguridad',
    question:
      '¿El agente mantuvo la calma, el respeto y la seguridad en la voz, las palabras y la distancia?',
    anchors: {
      1: 'Sube con la persona: se acerca, señala con el dedo, alza la voz: "¡A mí no me hable así!"',
      3: 'Es correcto pero rígido, o se le escapa una y se recupera: "Señor. Se lo dije ya. Dos veces."',
      5: 'Voz baja y serena, manos abiertas, dos pasos de distancia y la salida libre: "Voy a dar un paso atrás. Sigo aquí con usted."',
    },
    typed: {
      question:
        '¿El agente mantuvo la calma, el respeto y la seguridad en lo que escribió y en las líneas de acción?',
      anchors: {
        1: 'Sube con la persona: mayúsculas, órdenes o una línea de acción que la acorrala: "BASTA. A mí no me hable así."',
        3: 'Es correcto pero rígido, o se le escapa una y se recupera: "Como ya le escribí. Dos veces."',
        5: 'Palabras serenas y con respeto, y líneas de acción que dan espacio: "da un paso atrás, manos abiertas, voz baja".',
      },
    },
  },
]

/** What the customer rates for themselves, 1 (nada) to 5 (del todo). Without a gender, because anyone may sit there. */
export const spanishCustomerItems: CustomerItem[] = [
  { id: 'listened', text: 'Sentí que me escuchaban.' },
  { id: 'understood', text: 'Sentí que me entendían.' },
  { id: 'feelings', text: 'Tomaron en serio lo que yo sentía.' },
  { id: 'way-forward', text: 'Entre los dos encontramos una salida.' },
  { id: 'valued', text: 'Me fui con la sensación de que les importo.' },
]

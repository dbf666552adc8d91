/** What a regular verb ends in, once a last vowel is gone; a root of four letters must be left. */
const verbEndings = /(?<=^.{4,})(?:and|iend|aron|ieron|aban|ab|ian|i|ad|id|ar|er|ir|an|en)$/

/**
 * The stem of a Spanish word: without accents, number, gender and the commonest endings of verbs, so that "vecina" and
 * "vecinos", "luz" and "luces", "decide" and "decidir" are one. Number and gender as in the light stemmer of J. Savoy
 * (Report on CLEF-2001 experiments, 2002); the verbs are ours and rough. Some words fall together that are two ("casa" and
 * "caso"): the searches for secrets ask for more than one word. `ñ` stays what it is.
 */
export function spanishStem(text: string): string {
  const bare = withoutAccents(text)
  if (bare.length < 4) return bare
  if (bare.endsWith('ces')) return `${bare.slice(0, -3)}z`
  const one = bare.replace(/(?<=[aeiou])s$/, '')
  return one.length < 4 ? one : one.replace(/[oae]$/, '').replace(verbEndings, '')
}

/** Small letters without accents. */
function withoutAccents(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!n)\u0303|[\u0300-\u0302\u0304-\u036f]/g, '')
    .normalize('NFC')
}

/** Words that say nothing by themselves: articles, pronouns, prepositions, and the commonest forms of the commonest verbs. */
const stopWords = `
  a al algo alguien algún alguna algunas alguno algunos ahí ahora allá allí ante antes apenas aquel aquella aquello aquí
  así aún aunque bajo bastante bien cada casi como cómo con conmigo contra cosa cosas cual cuál cuales cualquier cualquiera
  cuando cuándo cuanto cuánto cuanta cuánta de debajo debe deben debo decir decirle deja dejan dejar del delante demás
  dentro desde después detrás di dice dicen dicho diga dígale dígame dijo donde dónde dos durante e el él ella ellas ellos
  en encima entonces entre era eran eres es esa esas ese eso esos esta está estaba estaban están estar estas este esto
  estos estoy fue fuera fueron ha haber había han hasta hay haya he hace hacen hacer hacia haga hago hecho hemos hizo hoy
  ir jamás junto la las le les lo los luego mañana más me menos mi mí mía mientras mío mis misma mismo mucha muchas mucho
  muchos muy nada nadie ni ningún ninguna ninguno no nos nosotros nuestra nuestro nunca o otra otras otro otros para parte
  pasa pasar pasó pero poca poco pocos poder podrá porque por pronto pudo puede pueden puedo pues que qué queda quedan
  quedar quien quién quienes quiere quieren quiero sabe saben saber sale salir se sé sea sean según ser si sí sido siempre
  siga sigue sin sino sobre sola solas solo solos somos son soy su sus suya suyo sólo tal también tampoco tan tanta tanto
  te tengo tenga tener tenía ti tiene tienen toda todas todavía todo todos tras tres tu tú un una unas uno unos usted
  ustedes va vamos van vaya ver verdad vez veces vi viene vienen vio voy y ya yo
`
const stops = new Set(stopWords.trim().split(/\s+/).map(spanishStem))

/** Everyday words of a scene at a door, which two texts share without telling each other's secret. */
const everyday = `
  abajo abre abrir abuela abuelo adentro agente agua amigo ancho año antes arriba atiende atrás avisa ayuda baja bolsa
  brazo busca cabeza calle cambia cambiar camina cara carta casa caseta causa centro cerca cerrar cierra cinco cita clase
  color comida contar conoce corre corta cuarto cuatro cuenta cuerpo cuida culpa deber dedo derecha derecho día diez
  dinero doce domingo duele edad empresa encuentra enfermera entra entrada entran entrar escalera escribe escucha espera
  esperan esperar esposa esposo estado falta familia favor fecha fila fin firma forma foto fuerte gente grande guarda
  habla hablar hermana hermano hija hijo hombre hora horas importa jefa jefe joven jueves justo lado lado larga largo
  lee lejos lento levanta libre libro llama llamar llega llegar lleva llevan llevar llora luna lunes luz madre malo mano
  manos máquina martes mayor medio mejor mes mesa mete miedo mil minuto minutos mira mirar momento motivo mueve mujer
  mundo necesita niña niño noche nombre norma nueve nuevo número ocho oficina orden padre país palabra papel pasillo paso
  pedir pena perder perdón permiso persona pide pie piso pone poner pregunta preguntar prisa problema promete puerta puesto
  quita razón recibe recibo respuesta reunión ropa sábado saca sala salida segundo seguro seis semana señor señora sentir
  siente siete silla sitio suelo sube subir tarde teléfono tiempo tienda tocar toma trabaja trabajar trabajo trae traer
  turno vecina vecino veinte venir ventana verde viaje vida viejo viernes vive vivir voz vuelta vuelve
`
const common = new Set([...stops, ...everyday.trim().split(/\s+/).map(spanishStem)])

/** Whether a stem says nothing by itself ("para", "quien", "dijo"). */
export const isSpanishStop = (stem: string): boolean => stops.has(stem)

/** Whether a stem is so common that two texts share it by chance. Stop words are common too. */
export const isCommonSpanish = (stem: string): boolean => common.has(stem)

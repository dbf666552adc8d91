import type { Sign, SignTable } from './sign.ts'

const of = (behaviour: Sign['behaviour'], ...looks: readonly RegExp[]): Sign[] =>
  looks.map(each => ({ behaviour, looks: each }))

const FEELINGS =
  'preocupad|enojad|enfadad|molest|dolid|cansad|agotad|avergonzad|asustad|nervios|trist|angustiad|frustrad|decepcionad|humillad|alterad|desesperad|confundid|ofendid|sol'

/** How a behaviour sounds in Spanish, by its plain letters: no accents in these signs. Pitfalls first. */
export const spanishSigns: SignTable = {
  signs: [
    ...of(
      'policy-wall',
      /\b(?:son|es) (?:las?|nuestras?) (?:normas?|reglas?|politicas?)\b|\bnormas? de la (?:casa|empresa)\b|\b(?:la|una) regla es (?:la|una) regla\b/i,
      /\blas reglas son las reglas\b|\bno hay (?:nada )?mas que (?:decir|hablar)\b|\byo (?:solo|solamente) cumplo\b|\byo no hago las (?:normas|reglas)\b|\bno se puede y punto\b|\basi es el reglamento\b/i,
    ),
    ...of(
      'dismissed',
      /\b(?:es|era) (?:solo|solamente|nada mas que) (?:un|una)\b/i,
      /\bno es para tanto\b|\bcalmese\b|\bcalmate\b|\btranquilicese\b|\bpasa todos los dias\b|\bpodria ser peor\b|\bno es mi problema\b|\busted exagera\b|\besta exagerando\b|\bse compra otro\b/i,
    ),
    ...of(
      'cut-off',
      /^(?:si, si|ya, ya|bueno, bueno)\b|\bresuma\b|\bvaya al grano\b|\bsea breve\b|\bapurese\b|\bdese prisa\b|\bno tengo todo el dia\b|\bhay (?:otros|gente) esperando\b|\bya (?:lo )?escuche bastante\b/i,
    ),
    ...of(
      'quick-fix',
      /\b(?:vale|cupon|descuento)\b|\b(?:invito|regalo|regalamos|ofrezco) (?:a )?(?:un|una) (?:cafe|refresco|entrada|bebida)\b|\b(?:lo|nos) olvidamos\b|\bcafe gratis\b/i,
    ),
    ...of(
      'took-over',
      /\beso le parece (?:malo|mucho)\b|\bcree que eso es malo\b|\ba mi me (?:va|fue) peor\b/i,
    ),
    {
      behaviour: 'turned-to',
      how: 'do',
      looks:
        /\b(?:baja|deja|guarda|suelta|aparta)\b[^.]{0,16}\b(?:radio|boligrafo|telefono|carpeta|papeles|tableta|lista)\b|\bse (?:gira|vuelve|agacha|acerca)\b|\b(?:le|la|lo) mira\b|\ba los ojos\b|\basiente\b|\bda la espalda al\b/i,
    },
    ...of('turned-to', /\b(?:lo|la|le) escucho\b|\b(?:tiene|cuenta con) toda mi atencion\b/i),
    ...of(
      'feeling-named',
      new RegExp(
        `\\b(?:la|lo|le) (?:noto|veo|siento|oigo)(?: \\w+){0,2}? (?:${FEELINGS})(?:os|as|es|o|a|e)?\\b|\\b(?:suena|parece|se ve|esta)(?: \\w+)? (?:${FEELINGS})(?:os|as|es|o|a|e)?\\b`,
        'i',
      ),
      /\bdebe (?:de )?(?:ser|haber sido|doler)\b|\beso (?:le )?duele\b|\b(?:veo|oigo) cuanto\b/i,
    ),
    ...of(
      'validated',
      /\btiene (?:toda la |mucha )?razon\b|\bes (?:normal|logico|natural|justo) que\b|\btiene (?:todo el )?derecho\b|\bcualquiera (?:estaria|preguntaria|se sentiria|haria)\b|\bclaro que (?:le|es|se|esta)\b|\bes injusto\b|\bno fue justo\b|\byo (?:preguntaria|sentiria) lo mismo\b/i,
    ),
    ...of(
      'gave-space',
      /\b(?:tomese|con) (?:todo )?(?:su|el) tiempo\b|\bsin (?:prisa|apuro)\b|\bno hay prisa\b|\bmas tranquilo\b|\bcuando (?:este|quiera)\b|\b(?:un paso|pasos) atras\b/i,
    ),
    {
      behaviour: 'gave-space',
      how: 'do',
      looks: /\bpasos? atras\b|\bespera\b|\bguarda silencio\b|\bbaja la voz\b/i,
    },
    ...of(
      'together',
      /\bcon usted\b|\bjunt[oa]s\b|\blos dos\b|\ba su lado\b|\b(?:quiere que|y si) (?:lo |la |los |las )?(?:llam|busc|mir|ve|escrib|hac)[a-z]+mos\b|\b(?:lo|la|los|las) (?:llamamos|buscamos|escribimos|vemos) ahora\b/i,
    ),
    ...of(
      'need-found',
      /\bque es lo que (?:mas|de verdad) (?:le )?(?:importa|preocupa|duele)\b|\bque (?:mas )?le (?:importa|preocupa|duele|ayudaria) mas\b|\bque (?:le )?ayudaria mas\b|\bpor que (?:este|esta|esto|eso|le) (?:le )?importa\b|\bes (?:el|la) [^?]{2,60}, o (?:es )?que\b|\bque hay detras\b|\bque necesita\b|\bque le sirve\b|\bque no puede fallar\b/i,
    ),
  ],
  unless: {
    'turned-to': /\bmientras (?:lee|escribe|mira)\b|\bsin mirar\b/i,
    'feeling-named': /\bse como se siente\b/i,
    validated: /\b(?:razon|normal|logico|derecho)\b[^.?!]{0,20}\bpero\b/i,
    'gave-space': /\bse va sin\b|\bse aleja\b/i,
    together: /\bvamos a salir\b/i,
    'policy-wall': /\bporque\b|\bveamos\b|\blo que (?:si )?puedo\b|\bpero (?:puedo|podemos|si)\b|\bmotivo\b/i,
    dismissed: /\bno es solo\b|\bno solo\b/i,
    'quick-fix':
      /\bmientras (?:la |lo )?espera\w*\b|\bno (?:es|hay|quiero) (?:un )?(?:vale|cupon|descuento)\b|\bno (?:lo|nos) olvida/i,
    'cut-off': /\bpuedo detenerl[oa]\b|\btomese su tiempo\b/i,
  },
  saysBack:
    /\bsi (?:le |la |lo )?(?:entiendo|entendi|comprendo|escuche)(?: bien)?\b|\bdejeme (?:repetir|decir|resumir)(?:lo|selo)?\b|\blo que (?:escucho|oigo|me dice) es\b|\b(?:entendi|lo dije|es) (?:bien|asi|eso)\?|\ben otras palabras\b|\bquiero (?:estar seguro|estar segura|asegurarme) de\b/i,
  mayBeginSayingBack:
    /\b(?:entonces|o sea que),? usted\b|\busted (?:dijo|dice|vino|espero|perdio|lleva|hizo)\b|\bme dice que\b|\bprimero\b[^.]{3,60}\bluego\b/i,
  reachesUnder: /\?|\b(?:importa|se trata de|significa|extrana|miedo|preocupa|porque|necesita|cuidar)\b/i,
  ownStory: /\b(?:yo|mi|mis|me)\b/i,
  toThem: /\b(?:usted|le|su|sus|lleva|ayudaria|quiere)\b/i,
  empty: new Set(
    `a al ahi ante antes aqui asi aun bien cada como con cual cuando de del desde dice dijo donde dos el ella ellos en entre era es esa ese
     eso esta este esto fue ha habia hace hacia han hasta hay hoy la las le les lo los luego mas me mi mis muy nada ni no nos o otra otro
     para pero por porque que quien se ser si sin sobre solo son su sus tambien tan te tiene todo todos tu tus un una uno usted ya yo
     agente persona cliente pide dice pregunta ofrece habla oye para`.split(/\s+/),
  ),
}

import type { Card } from './card.ts'
import type { CardPath } from './check-card.ts'

/*
 * A customer may be furious; heat is in the words, with no slurs and no threats. These lists find what was written in
 * haste, not what was hidden with care: they match whole words in small letters, without accents.
 */

const slurs = [
  // people by origin, colour or faith
  'nigger',
  'nigga',
  'chink',
  'gook',
  'spic',
  'wetback',
  'kike',
  'paki',
  'raghead',
  'towelhead',
  'gypo',
  'gyppo',
  'wop',
  'dago',
  'coon',
  'darkie',
  'redskin',
  'sudaca',
  'panchito',
  'moraco',
  'negrata',
  'gabacho',
  'judiada',
  // people by whom they love or who they are
  'fag',
  'faggot',
  'dyke',
  'tranny',
  'shemale',
  'poofter',
  'maricon',
  'marica',
  'bollera',
  'travelo',
  // people by body or mind
  'retard',
  'retarded',
  'spastic',
  'cripple',
  'mongoloid',
  'subnormal',
  'mongolico',
  'retrasado',
  'retrasada',
  'tullido',
  // women
  'bitch',
  'whore',
  'slut',
  'cunt',
  'puta',
  'zorra',
  'golfa',
  'furcia',
] as const

const threats = [
  'kill you',
  'hurt you',
  'hit you',
  'punch you',
  'beat you up',
  'shoot you',
  'stab you',
  'smash your face',
  'break your neck',
  'break your legs',
  'break your arm',
  'break your nose',
  'burn this place',
  'burn it down',
  'blow this place up',
  'i have a gun',
  'i have a knife',
  'know where you live',
  'find out where you live',
  'come after you',
  'make you pay for',
  'you will regret',
  "you'll regret",
  'watch your back',
  'te mato',
  'te voy a matar',
  'matarte',
  'te pego',
  'te voy a pegar',
  'pegarte',
  'partirte la cara',
  'te parto la cara',
  'te rajo',
  'romperte',
  'te rompo',
  'se donde vives',
  'te vas a arrepentir',
  'te arrepentiras',
  'vas a pagar por',
  'voy a quemar',
  'tengo una pistola',
  'tengo un cuchillo',
  'ten cuidado conmigo',
  // The same said with "usted", as the cards speak. "Lo", "le" and "vive" also speak of others, so only what means harm.
  'lo mato',
  'la mato',
  'lo voy a matar',
  'la voy a matar',
  'voy a matarlo',
  'voy a matarla',
  'le pego',
  'le voy a pegar',
  'voy a pegarle',
  'le parto la cara',
  'le voy a partir la cara',
  'voy a partirle la cara',
  'le rompo la cara',
  'le rompo los dientes',
  'le rompo los huesos',
  'le voy a romper la cara',
  'voy a romperle la cara',
  'lo rajo',
  'la rajo',
  'lo reviento',
  'la reviento',
  'se donde vive',
  'se donde viven',
  'averiguo donde vive',
  'se va a arrepentir',
  'se van a arrepentir',
  'se arrepentira',
  'usted va a pagar por',
  'me las va a pagar',
  'me las pagara',
  'me lo va a pagar caro',
  'tenga cuidado conmigo',
  'cuidese la espalda',
] as const

export type Ugly = { readonly path: CardPath; readonly kind: 'slur' | 'threat'; readonly words: string }

/**
 * Every slur and threat from the lists in what somebody says, reads aloud or is told to say. A "no" before it takes a
 * Spanish threat back: "no sé dónde vive", "no se va a arrepentir".
 */
export function findUgly(card: Card): Ugly[] {
  return spoken(card).flatMap(([path, text]) => {
    const plain = ` ${plainWords(text)} `
    const found = (kind: Ugly['kind'], list: readonly string[], where: (words: string) => boolean) =>
      list.filter(words => where(` ${plainWords(words)} `)).map(words => ({ path, kind, words }))
    return [
      ...found('slur', slurs, words => plain.includes(words)),
      ...found('threat', threats, words => plain.replaceAll(` no${words}`, ' ').includes(words)),
    ]
  })
}

/**
 * Small letters, no accents, one space between words; a plural counts as its word. An "ó" at the end stays: "lo mato" is a
 * threat, "lo mató" tells what somebody else did.
 */
function plainWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/o\u0301(?![\p{L}\p{M}])/gu, 'ó')
      .replace(/\p{Mn}/gu, '')
      .match(/[\p{L}\p{N}'’]+/gu) ?? []
  const singular = (word: string) => {
    const one = word.replace('’', "'").replace(/(?:e?s)$/, '')
    return slurs.some(slur => slur === one || slur === `${one}e`) ? one : word.replace('’', "'")
  }
  return words.map(singular).join(' ')
}

function spoken({ customer, officer, twists, title }: Card): (readonly [CardPath, string])[] {
  return [
    [['title'], title],
    [['customer', 'opening'], customer.opening],
    [['customer', 'demand'], customer.demand],
    [['customer', 'cue'], customer.cue],
    ...customer.triggers.map(({ say }, index) => [['customer', 'triggers', index, 'say'], say] as const),
    ...customer.calmers.map(
      ({ soften }, index) => [['customer', 'calmers', index, 'soften'], soften] as const,
    ),
    ...Object.entries(customer.stuck).map(([band, say]) => [['customer', 'stuck', band], say] as const),
    ...(officer.relate === undefined ? [] : [[['officer', 'relate'], officer.relate] as const]),
    [['officer', 'cue'], officer.cue],
    ...officer.calls.map(({ answer }, index) => [['officer', 'calls', index, 'answer'], answer] as const),
    ...twists.map(({ text }, index) => [['twists', index, 'text'], text] as const),
  ]
}

/** First names of many places. Whoever is made up says so in their name. */
export const NAMES = [
  'Ana',
  'Bilal',
  'Chidi',
  'Dalia',
  'Emre',
  'Freya',
  'Goran',
  'Hana',
  'Ismail',
  'Joana',
  'Kofi',
  'Lena',
  'Mateo',
  'Noor',
  'Olga',
  'Pedro',
  'Quynh',
  'Rosa',
  'Samir',
  'Tala',
  'Uma',
  'Viktor',
  'Wanjiru',
  'Yusuf',
] as const

export const simulated = (name: string) => `${name} (simulated)`

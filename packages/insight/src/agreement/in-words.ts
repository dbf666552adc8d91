import { type Figure, UNDEFINED_SAYS } from './figure.ts'

/** Below this many scenes a figure is shown, but nothing is said about it: one scene more could turn it over. */
export const ENOUGH_SCENES = 10

export type Reading = 'undefined' | 'too-few' | 'good' | 'some' | 'little'

/**
 * What a chance-corrected figure (kappa, alpha, AC1, ICC) lets one say. The two bounds are Krippendorff's, Content
 * Analysis, 4th ed. (2019), ch. 12: rely on .800 and above; draw tentative conclusions from .667.
 */
export function readingOf(figure: Figure, enough: number = ENOUGH_SCENES): Reading {
  if (figure.value === null) return 'undefined'
  if (figure.n < enough) return 'too-few'
  if (figure.value >= 0.8) return 'good'
  return figure.value >= 0.667 ? 'some' : 'little'
}

const READING_SAYS: Readonly<Record<Exclude<Reading, 'undefined'>, string>> = {
  'too-few': 'Too few to say.',
  good: 'They saw the same.',
  some: 'They mostly saw the same; be careful with small differences.',
  little: 'They saw different things. Talk about examples before you rely on these scores.',
}

/** One or two plain sentences, always with n: "They saw the same. 0.84 over 14 scenes." */
export function inWords(figure: Figure, enough: number = ENOUGH_SCENES): string {
  const reading = readingOf(figure, enough)
  if (figure.value === null || reading === 'undefined') {
    return figure.value === null ? UNDEFINED_SAYS[figure.because] : ''
  }
  const scenes = figure.n === 1 ? '1 scene' : `${figure.n} scenes`
  return `${READING_SAYS[reading]} ${figure.value.toFixed(2)} over ${scenes}.`
}

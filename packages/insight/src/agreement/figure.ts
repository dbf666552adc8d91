/** Why an agreement statistic has no value. A reader gets the sentence; nothing here is ever NaN. */
export type Undefined =
  | 'nothing-rated'
  | 'one-rater'
  | 'nothing-in-common'
  | 'one-unit'
  | 'no-variance'
  | 'scenes-alike'
  | 'not-two-raters'
  | 'zero-on-ratio-scale'

export const UNDEFINED_SAYS: Readonly<Record<Undefined, string>> = {
  'nothing-rated': 'Undefined because nothing was rated.',
  'one-rater': 'Undefined because only one person rated.',
  'nothing-in-common': 'Undefined because no two people rated the same scene.',
  'one-unit': 'Undefined because only one scene was rated by everybody.',
  'no-variance':
    'Undefined because every score is the same: there is nothing to tell agreement from chance by.',
  'scenes-alike':
    'Undefined because the scenes differ no more from each other than the scores of one scene do.',
  'not-two-raters': 'Undefined because this figure compares exactly two raters.',
  'zero-on-ratio-scale': 'Undefined because a ratio scale has no values of zero or below.',
}

/**
 * An agreement statistic. `n`: the units (scenes) that it rests on; `raters`: how many people rated any of these.
 * 1 is perfect agreement, 0 what chance would give, below 0 worse than chance.
 */
export type Figure =
  | { readonly value: number; readonly n: number; readonly raters: number }
  | { readonly value: null; readonly n: number; readonly raters: number; readonly because: Undefined }

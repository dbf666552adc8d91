/**
 * What an observer can name a moment as. The source article's techniques help, its pitfalls hurt.
 * Words for people (title, definition, example, near-miss) are in the rubric; only the ids live here.
 */
export const techniqueIds = [
  'turned-to',
  'paraphrase',
  'feeling-named',
  'validated',
  'gave-space',
  'related-briefly',
  'together',
  'need-found',
] as const

export const pitfallIds = ['policy-wall', 'dismissed', 'cut-off', 'quick-fix', 'took-over'] as const

export const behaviourIds = [...techniqueIds, ...pitfallIds] as const

export const marks = ['helped', 'hurt'] as const

export type TechniqueId = (typeof techniqueIds)[number]
export type PitfallId = (typeof pitfallIds)[number]
export type BehaviourId = TechniqueId | PitfallId
export type Mark = (typeof marks)[number]

const markByBehaviour: Readonly<Record<BehaviourId, Mark>> = {
  'turned-to': 'helped',
  paraphrase: 'helped',
  'feeling-named': 'helped',
  validated: 'helped',
  'gave-space': 'helped',
  'related-briefly': 'helped',
  together: 'helped',
  'need-found': 'helped',
  'policy-wall': 'hurt',
  dismissed: 'hurt',
  'cut-off': 'hurt',
  'quick-fix': 'hurt',
  'took-over': 'hurt',
}

/** The mark that a named behaviour carries: techniques helped, pitfalls hurt. */
export function markOf(behaviour: BehaviourId): Mark {
  return markByBehaviour[behaviour]
}

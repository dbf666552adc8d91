import { type BehaviourId, type Mark, markOf } from '@evenkeel/playbook'

/** Words by which a behaviour can be told in a typed line. Pitfalls first: they are heard first. */
const SIGNS: readonly (readonly [BehaviourId, RegExp])[] = [
  [
    'policy-wall',
    /\b(our|house) (policy|rules)\b|\brules? (is|are) (a |the )?rules?\b|those are the rules|more to say about it/i,
  ],
  [
    'dismissed',
    /\bonly an?\b|big deal|happens (every|all) day|calm down|could be worse|not that bad|nothing to get upset/i,
  ],
  ['cut-off', /short version|^yes, yes|let me stop you|all day for this|get to the point|^okay, okay/i],
  [
    'quick-fix',
    /voucher|free (coffee|ticket|drink)|coffee on us|discount|forget (all )?(about )?(it|this)\b/i,
  ],
  ['took-over', /you think that is bad|you should see my/i],
  [
    'turned-to',
    /\bturns?\b.*\b(to|towards|round|face)\b|puts? the (radio|pen|phone|clipboard)|comes? (round|out from)|my full attention/i,
  ],
  [
    'paraphrase',
    /if i understand|let me say (it|that) back|did i get that right|have i got that right|what i hear is|let me check that i/i,
  ],
  [
    'feeling-named',
    /you (sound|seem|look) (\w+ )?(worried|angry|hurt|tired|ashamed|frightened|shaken|upset|let down)|that must (be|have been|feel)|i can hear how/i,
  ],
  [
    'validated',
    /makes sense|anyone would|anybody would|fair to (ask|be|feel|want)|you have every right|i would (ask|feel) the same|was not fair to you/i,
  ],
  [
    'gave-space',
    /take (your|all the) time|steps? back|quieter|there is no hurry|give you (a moment|some room)/i,
  ],
  ['related-briefly', /\b(I|my)\b[^?]*\b(once|remember the feeling)\b[^?]*\.\s[^?]*\?/],
  [
    'together',
    /\b(this|it|that|through|walk|look|search) (with|beside) you\b|together|shall we|side by side|stays beside them|both can hear|let us\b/i,
  ],
  [
    'need-found',
    /what matters most|what is it about|what worries you most|what would help you most|what is behind|why does this one matter/i,
  ],
]

/** The behaviours that can be read from a line of an officer, at most three, each once. */
export function spot(text: string): BehaviourId[] {
  return SIGNS.filter(([, sign]) => sign.test(text))
    .map(([behaviour]) => behaviour)
    .slice(0, 3)
}

/** What an observer would tap: a pitfall is heard before anything that helped in the same line. */
export function tapFor(text: string): { mark: Mark; behaviour: BehaviourId } | undefined {
  const [behaviour] = spot(text)
  return behaviour === undefined ? undefined : { mark: markOf(behaviour), behaviour }
}

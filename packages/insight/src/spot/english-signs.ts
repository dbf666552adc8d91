import type { Sign, SignTable } from './sign.ts'

const of = (behaviour: Sign['behaviour'], ...looks: readonly RegExp[]): Sign[] =>
  looks.map(each => ({ behaviour, looks: each }))

const FEELINGS =
  'worried|angry|hurt|tired|exhausted|ashamed|embarrassed|humiliated|frightened|scared|afraid|anxious|shaken|upset|sad|let down|frustrated|furious|lonely|helpless|desperate|disappointed|stressed|overwhelmed|confused|insulted|nervous'

/** How a behaviour sounds in English. Pitfalls first: a customer hears them first. */
export const englishSigns: SignTable = {
  signs: [
    ...of(
      'policy-wall',
      /\b(?:our|house|company|the) (?:policy|policies)\b|\b(?:our|house) rules\b/i,
      /\b(?:a )?rules? (?:is|are) (?:a |the )?rules?\b|\bthose are the rules\b|\bthat(?:'s| is) (?:just )?the rule\b|\brules? says?\b/i,
      /\bmore to say about it\b|\bi (?:just|only) follow (?:the rules|orders)\b|\bi don't make the rules\b|\bnot allowed,? (?:and that is|that's) (?:that|all|it)\b/i,
    ),
    ...of(
      'dismissed',
      /\b(?:it(?:'s| is)|that(?:'s| is)) (?:only|just) an? \w+/i,
      /\bno big deal\b|\bnot a big deal\b|\bhappens (?:here )?(?:every|all the|all) (?:day|time)\b|\b(?:please )?calm down\b|\bcould be worse\b|\bnot that bad\b|\bnothing to get (?:so )?upset\b|\byou(?:'re| are) (?:over-?reacting|exaggerating)\b|\bnot my problem\b|\bi (?:doubt|don't believe) (?:it|that|you)\b|\bno big deal\b|\bbuy another one\b/i,
    ),
    ...of(
      'cut-off',
      /\bshort version\b|^(?:yes, yes|okay, okay|ok, ok|yeah, yeah)\b|\blet me stop you\b|\b(?:not|haven't|have not)(?: got)? all day\b|\bget to the point\b|\bhurry up\b|\bmake it (?:quick|short)\b|\bi(?:'ve| have) heard enough\b|\bothers (?:are )?waiting\b/i,
    ),
    ...of(
      'quick-fix',
      /\bvouchers?\b|\bfree (?:coffee|ticket|drink|meal|pass|parking)\b|\b(?:coffee|drink)s? on (?:us|me|the house)\b|\bdiscount\b|\bforget (?:all )?(?:about )?(?:it|this|that)\b/i,
    ),
    ...of(
      'took-over',
      /\byou think (?:that|this)(?:'s| is) bad\b|\byou should see my\b|\bi have it (?:much )?worse\b|\bwait until you hear what happened to me\b/i,
    ),
    {
      behaviour: 'turned-to',
      how: 'do',
      looks: /\bturns?\b[^.]{0,40}\b(?:to|towards?|round|around|face|away from)\b/i,
    },
    {
      behaviour: 'turned-to',
      how: 'do',
      looks:
        /\b(?:puts?|lowers?|lays?)\b[^.]{0,12}\b(?:radio|pen|phone|clipboard|papers|tablet|list)\b|\bcomes? (?:round|around|out from)\b|\b(?:looks?|meets?)\b[^.]{0,20}\b(?:in the eye|eyes?|at (?:him|her|them|you))\b|\b(?:crouch|kneel|squat)(?:es|s)?\b|\beye level\b|\bnods\b/i,
    },
    ...of('turned-to', /\b(?:you have )?my (?:full |whole )?attention\b|\bi(?:'m| am) all ears\b/i),
    ...of(
      'feeling-named',
      new RegExp(
        `\\byou (?:sound|seem|look|must (?:be|feel)|are (?:clearly|really|so))(?: \\w+){0,2}? (?:${FEELINGS})\\b`,
        'i',
      ),
      /\bthat must (?:be|have been|feel)\b|\bi can (?:hear|see) (?:how|that|you)\b|\bhow (?:frightening|hurtful|worrying|frustrating|painful)\b/i,
    ),
    ...of(
      'validated',
      /\bmakes (?:perfect |complete |total )?sense\b|\b(?:anyone|anybody|everybody|i) would (?:ask|feel|be|want|do) (?:the same|angry|upset|that)\b|\banybody would\b|\banyone would\b|\bfair to (?:ask|be|feel|want)\b|\byou have every right\b|\bnot fair (?:to|on) you\b|\bunfair to you\b|\byou(?:'re| are) right\b|\bno wonder\b|\bof course (?:that|you|it)(?:'s| is|'re| are)?\b/i,
    ),
    ...of(
      'gave-space',
      /\btake (?:all )?(?:your|the) time\b|\bsteps? back\b|\bquieter\b|\bno (?:hurry|rush)\b|\bgives? (?:you|him|her|them) (?:a moment|some (?:room|space)|a minute|space|room)\b|\bwhen(?:ever)? you(?:'re| are) ready\b|\bi(?:'ll| will) wait\b/i,
    ),
    {
      behaviour: 'gave-space',
      how: 'do',
      looks:
        /\bsteps? (?:back|aside)\b|\b(?:waits?|stays silent|says nothing)\b|\blowers? (?:his|her|their|the) voice\b/i,
    },
    ...of(
      'together',
      /\b(?:this|it|that|through|walk|look|search|go|come|stay|wait|call|fix) (?:it |this )?(?:with|beside) you\b|\btogether\b|\bshall we\b|\bside by side\b|\blet(?:'s| us)\b|\bstays? beside (?:them|him|her)\b|\bboth can hear\b|\bwe(?:'ll| will) (?:find|fix|sort|look|get)\b/i,
    ),
    ...of(
      'need-found',
      /\bwhat (?:really )?matters (?:most|to you)\b|\bwhat(?:'s| is) (?:it|this) (?:really )?about\b|\bwhat (?:worries|scares|hurts) you(?: the)? most\b|\bwhat would help(?: you)?(?: the)? most\b|\bwhat(?:'s| is) behind\b|\bwhy does (?:this|it|that)(?: one)? matter\b|\bwhat works (?:best )?for you\b|\bis it the [^?]{2,60}, or (?:is it )?that\b|\bwhat(?:'s| is) on it\b|\bwhat do you need\b/i,
    ),
  ],
  unless: {
    'turned-to':
      /\bwhile (?:reading|typing|looking|writing)\b|\bwithout looking\b|\bturns? (?:away )?(?:and|to) (?:walk|leave|go)/i,
    'feeling-named': /\bi know (?:exactly )?how you feel\b/i,
    validated: /\b(?:you(?:'re| are) right|makes sense|fair|no wonder)[^.?!]{0,20}\bbut\b/i,
    'gave-space': /\bwalks? (?:off|away)\b/i,
    together: /\bwe need you to\b|\b(?:let's|let us) (?:calm down|not|be clear|see some id)\b/i,
    'policy-wall':
      /\bbecause\b|\bwhat i can do\b|\b(?:but|so) (?:let|i (?:can|will)|i'll|we can)\b|\blet(?:'s| us) see\b|\bthe reason\b/i,
    dismissed: /\bnot (?:only|just)\b|n't (?:only|just)\b/i,
    'quick-fix':
      /\bwhile (?:we|you) wait\b|\b(?:no|not a|not about a) (?:voucher|discount)|\b(?:won't|will not|don't|do not|can't|cannot) forget\b/i,
    'cut-off': /\bmay i stop you\b|\btake your time\b/i,
  },
  saysBack:
    /\bif i (?:understand|understood|hear|heard|got)(?: \w+){0,3}\b|\blet me (?:say|repeat|sum) (?:it|that|this|up)(?: \w+)?\b|\bwhat i(?:'m| am)? hear(?:ing)? is\b|\blet me check (?:that|if|whether)? ?i\b|\b(?:did|have|do) i (?:get|got|have|understand) (?:that|it|you)\b|\bi want to be sure that i heard\b|\bin other words\b|\bso what you(?:'re| are) (?:saying|telling me) is\b/i,
  mayBeginSayingBack:
    /\bso,? you\b|\byou(?:'re| are) (?:saying|telling)\b|\byou (?:said|told me|came|waited|have been|were|had|asked|drove|lost)\b|\byou've\b|\bfirst\b[^.]{3,60}\bthen\b/i,
  reachesUnder:
    /\?|\b(?:it(?:'s| is) (?:really )?about|matters|means|miss|afraid|worried|because|need|care|what you (?:really )?want)\b/i,
  ownStory: /\b(?:i|my|me|mine)\b/i,
  toThem: /\b(?:you|your)\b/i,
  empty: new Set(
    `a about after all am an and any are as at be been before but by came can come could day did do does for from get gets go going got had
     has have he her here hers him his how i if in into is it its just know let like made make may me more most much my no not now of off
     on one only or other our out over own put said same say says see she should so some stop such take talk tell than that the their
     them then there they thing this time to too two up us very want was way we went were what when where which while who why will with
     word would you your officer ask asks offer offers customer hear heard you're don't can't won't i'm it's that's`.split(
      /\s+/,
    ),
  ),
}

import { type CardPath, fieldName } from './check-card.ts'

/** A place in a card as people call it: "The second trigger" has or lacks "a line to say". */
type Place = { readonly owner: string; readonly part: string }

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
const nth = (index: string): string => ordinals[Number(index)] ?? `${Number(index) + 1}th`

/** What a part is called. `#` stands for a number in a list; what is not here is called as in the file. */
const parts: Readonly<Record<string, Place | ((index: string) => Place)>> = {
  '': { owner: '', part: 'card' },
  id: card('an id'),
  version: card('a version'),
  title: card('a title'),
  encounter: card('an encounter'),
  site: card('a site'),
  difficulty: card('a difficulty'),
  minutes: card('a number of minutes'),
  language: card('a language'),
  tags: card('tags'),
  'tags.#': listed('tag'),
  contentNote: card('a content note'),
  shared: card('a shared part'),
  'shared.where': { owner: 'The shared part', part: 'a place' },
  'shared.when': { owner: 'The shared part', part: 'a time' },
  'shared.happened': { owner: 'The shared part', part: 'an account of what happened' },
  customer: card("a customer's part"),
  'customer.who': customer('an introduction'),
  'customer.opening': customer('an opening line'),
  'customer.startTemperature': customer('a starting temperature'),
  'customer.demand': customer('a demand'),
  'customer.need': customer('a need'),
  'customer.volunteer': customer('facts to volunteer'),
  'customer.volunteer.#': listed('fact to volunteer'),
  'customer.ifAsked': customer('facts to give only if asked'),
  'customer.ifAsked.#': listed('fact to give only if asked'),
  'customer.neverInvent': customer('things never to invent'),
  'customer.neverInvent.#': listed('thing never to invent'),
  'customer.triggers': customer('triggers'),
  'customer.triggers.#': listed('trigger'),
  'customer.triggers.#.behaviour': index => ({ owner: `The ${nth(index)} trigger`, part: 'a pitfall' }),
  'customer.triggers.#.when': index => ({
    owner: `The ${nth(index)} trigger`,
    part: 'a moment when it happens',
  }),
  'customer.triggers.#.say': index => ({ owner: `The ${nth(index)} trigger`, part: 'a line to say' }),
  'customer.calmers': customer('calmers'),
  'customer.calmers.#': listed('calmer'),
  'customer.calmers.#.behaviour': index => ({ owner: `The ${nth(index)} calmer`, part: 'a technique' }),
  'customer.calmers.#.when': index => ({
    owner: `The ${nth(index)} calmer`,
    part: 'a moment when it happens',
  }),
  'customer.calmers.#.soften': index => ({ owner: `The ${nth(index)} calmer`, part: 'a way to soften' }),
  'customer.stuck': customer('sentences for "Stuck?"'),
  'customer.stuck.settled': customer('a "Stuck?" sentence for settled'),
  'customer.stuck.upset': customer('a "Stuck?" sentence for upset'),
  'customer.stuck.furious': customer('a "Stuck?" sentence for furious'),
  'customer.endings': customer('endings'),
  'customer.endings.#': listed('ending'),
  'customer.cue': customer('a cue card'),
  officer: card("an officer's part"),
  'officer.postOrders': officer('post orders'),
  'officer.postOrders.#': listed('post order'),
  'officer.limits': officer('limits of authority'),
  'officer.limits.#': listed('limit of authority'),
  'officer.knows': officer('things that the officer knows'),
  'officer.knows.#': listed('thing that the officer knows'),
  'officer.handledWell': officer('a picture of what is handled well'),
  'officer.relate': officer('a line to relate with'),
  'officer.calls': officer('calls'),
  'officer.calls.#': listed('call'),
  'officer.calls.#.who': index => ({ owner: `The ${nth(index)} call`, part: 'a person to call' }),
  'officer.calls.#.answer': index => ({ owner: `The ${nth(index)} call`, part: 'an answer' }),
  'officer.cue': officer('a cue card'),
  twists: card('twists'),
  'twists.#': listed('twist'),
  'twists.#.to': index => ({ owner: `The ${nth(index)} twist`, part: 'a seat that it is for' }),
  'twists.#.text': index => ({ owner: `The ${nth(index)} twist`, part: 'a text' }),
  debrief: card('a debrief'),
  'debrief.questions': { owner: 'The debrief', part: 'questions' },
  'debrief.questions.#': listed('question of the debrief'),
  'debrief.strongOfficer': { owner: 'The debrief', part: 'a picture of a strong officer' },
  stepOut: card('a sentence to step out with'),
  glossary: card('a glossary'),
  'glossary.#': listed('entry of the glossary'),
  'glossary.#.word': index => ({ owner: `The ${nth(index)} entry of the glossary`, part: 'a word' }),
  'glossary.#.meaning': index => ({ owner: `The ${nth(index)} entry of the glossary`, part: 'a meaning' }),
}

function card(part: string): Place {
  return { owner: 'The card', part }
}
function customer(part: string): Place {
  return { owner: 'The customer', part }
}
function officer(part: string): Place {
  return { owner: 'The officer', part }
}
function listed(noun: string): (index: string) => Place {
  return index => ({ owner: '', part: `${nth(index)} ${noun}` })
}

/**
 * A problem as a whole sentence for the person who writes the card: "The second trigger has no line to say."
 * `say` completes "<field> ...", as `checkCard` and the other checks give it, without a full stop.
 */
export function cardSentence(path: CardPath, say: string): string {
  const place = placeOf(path)
  if (place === undefined) return `The part "${fieldName(path).slice(0, 80)}" ${say}.`
  const { owner, part } = place
  const [, lack, more = ''] = /^is (missing|empty)(.*)$/.exec(say) ?? []
  if (lack !== undefined && owner !== '') return `${owner} has no ${part.replace(article, '')}${more}.`
  const named = owner === '' ? `The ${part}` : `${owner}'s ${part.replace(article, '')}`
  return `${named} ${owner === '' || article.test(part) ? say : inPlural(say)}.`
}

const article = /^an? /
const inPlural = (say: string) =>
  say
    .replace(/^needs /, 'need ')
    .replace(/^is /, 'are ')
    .replace(/^has /, 'have ')

function placeOf(path: CardPath): Place | undefined {
  const key = path.map(step => (typeof step === 'number' ? '#' : step)).join('.')
  const place = Object.hasOwn(parts, key) ? parts[key] : undefined
  if (typeof place !== 'function') return place
  return place(String(path.find(step => typeof step === 'number') ?? 0))
}

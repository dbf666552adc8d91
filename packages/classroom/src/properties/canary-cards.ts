import type { Card } from '@evenkeel/playbook'
import type { CommandOf } from '../command.ts'
import type { CardHash } from '../ids.ts'
import type { DeckCard } from '../state.ts'
import { canariesIn, canary } from './canaries.ts'

/** The parts of a card as the visibility table tells them apart. */
export type CardPart =
  | 'shared'
  | 'head'
  | 'customer'
  | 'officer'
  | 'who0'
  | 'who1'
  | 'call0'
  | 'call1'
  | 'twist0'
  | 'twist1'
  | 'debrief'

const HOW_MANY = 5
/** Two cards may well have one title: views must not take the title for the card. */
const TITLES = ['Locked out', 'Locked out', 'The clamp', 'A lost phone', 'After hours']

let minted = 0
const tokens = new Map<string, string[]>()

function mint(card: CardHash, part: CardPart, words: string): string {
  minted += 1
  const token = canary(minted)
  const own = `${card}/${part}`
  tokens.set(own, [...(tokens.get(own) ?? []), token])
  return `${token} ${words}`
}

function canaryCard(index: number, hash: CardHash): Card {
  const customer = (words: string) => mint(hash, 'customer', words)
  const officer = (words: string) => mint(hash, 'officer', words)
  const levels = [5, 4, 6, 7, 3] as const
  return {
    id: `card-${index}`,
    version: 1,
    title: TITLES[index] ?? 'Untitled',
    site: 'mall',
    difficulty: ([1, 2, 3] as const)[index % 3] ?? 2,
    minutes: 6,
    language: 'en',
    tags: [],
    contentNote: mint(hash, 'head', 'anger'),
    shared: {
      where: mint(hash, 'shared', 'at the gate'),
      when: mint(hash, 'shared', 'at night'),
      happened: mint(hash, 'shared', 'the gate is shut'),
    },
    customer: {
      who: customer('a nurse'),
      opening: customer('I have been waiting'),
      startTemperature: levels[index] ?? 5,
      demand: customer('open it'),
      need: customer('to be home for the child'),
      volunteer: [customer('the car is inside')],
      ifAsked: [customer('the sitter leaves at ten')],
      neverInvent: [customer('a permit')],
      triggers: [
        { behaviour: 'policy-wall', when: customer('rules'), say: customer('always rules') },
        { behaviour: 'dismissed', when: customer('waved off'), say: customer('you do not listen') },
        { behaviour: 'cut-off', when: customer('cut off'), say: customer('let me finish') },
      ],
      calmers: [
        { behaviour: 'paraphrase', when: customer('said back'), soften: customer('yes, that') },
        { behaviour: 'feeling-named', when: customer('named'), soften: customer('I am tired') },
        { behaviour: 'together', when: customer('together'), soften: customer('all right') },
      ],
      stuck: { settled: customer('so'), upset: customer('and now'), furious: customer('enough') },
      endings: [customer('thanks'), customer('I will write to them')],
      cue: customer('arms crossed'),
    },
    officer: {
      postOrders: [officer('gate shut after nine')],
      limits: [officer('no keys')],
      knows: [officer('the side door')],
      handledWell: officer('asks first'),
      relate: officer('waited once too'),
      calls: [
        { who: mint(hash, 'who0', 'control room'), answer: mint(hash, 'call0', 'one car may leave') },
        { who: mint(hash, 'who1', 'caretaker'), answer: mint(hash, 'call1', 'twenty minutes') },
      ],
      cue: officer('hands open'),
    },
    twists: [
      { to: 'customer', text: mint(hash, 'twist0', 'the phone rings') },
      { to: 'officer', text: mint(hash, 'twist1', 'a second car comes') },
    ],
    debrief: {
      questions: [
        mint(hash, 'debrief', 'when?'),
        mint(hash, 'debrief', 'why?'),
        mint(hash, 'debrief', 'how?'),
      ],
      strongOfficer: mint(hash, 'debrief', 'names it'),
    },
    stepOut: mint(hash, 'head', 'I am not a nurse'),
    glossary: [{ word: mint(hash, 'head', 'clamp'), meaning: mint(hash, 'head', 'holds a wheel') }],
  }
}

const cards: ReadonlyMap<CardHash, Card> = new Map(
  Array.from({ length: HOW_MANY }, (_, index) => {
    const hash = `ca4d000${index}`
    return [hash, canaryCard(index, hash)]
  }),
)

/** The first canary that is free for what people write in a history. */
export const FIRST_FREE_CANARY = minted + 1

/** Every canary of one part of a card. */
export const canariesOfCard = (card: CardHash, part: CardPart): readonly string[] =>
  tokens.get(`${card}/${part}`) ?? []

export const canaryLibrary: CommandOf<'StartRound'>['library'] = hash => cards.get(hash)

/** The same cards with one text changed, under the same hashes. */
export function libraryWithout(token: string, instead: string): CommandOf<'StartRound'>['library'] {
  return hash => {
    const card = cards.get(hash)
    return card && (JSON.parse(JSON.stringify(card).replaceAll(token, instead)) as Card)
  }
}

export const canaryDeck: readonly DeckCard[] = [...cards].map(
  ([hash, { id, title, site, difficulty, minutes }]) => ({ hash, id, title, site, difficulty, minutes }),
)

/** The customer's need, the best kept text of a card. */
export const needOf = (card: CardHash): string => {
  const [token] = canariesIn(cards.get(card)?.customer.need ?? '')
  if (token === undefined) throw new Error(`${card} has no need`)
  return token
}

import type { Card } from '@evenkeel/playbook/writing'

/** A card as it is being written: every text may still be empty. `relate` is always there; empty means none. */
export type DraftCard = Omit<Card, 'officer'> & {
  readonly officer: Card['officer'] & { readonly relate: string }
}

const trigger = (behaviour: Card['customer']['triggers'][number]['behaviour']) => ({
  behaviour,
  when: '',
  say: '',
})
const calmer = (behaviour: Card['customer']['calmers'][number]['behaviour']) => ({
  behaviour,
  when: '',
  soften: '',
})

/** Nothing written yet: three triggers and calmers of different kinds, one row of each list. */
export const blankCard: DraftCard = {
  id: 'new-card',
  version: 1,
  title: '',
  site: 'mall',
  difficulty: 2,
  minutes: 6,
  language: 'en',
  tags: [],
  contentNote: '',
  shared: { where: '', when: '', happened: '' },
  customer: {
    who: '',
    opening: '',
    startTemperature: 4,
    demand: '',
    need: '',
    volunteer: [''],
    ifAsked: [''],
    neverInvent: [''],
    triggers: [trigger('policy-wall'), trigger('dismissed'), trigger('cut-off')],
    calmers: [calmer('paraphrase'), calmer('feeling-named'), calmer('together')],
    stuck: { settled: '', upset: '', furious: '' },
    endings: ['', ''],
    cue: '',
  },
  officer: {
    postOrders: [''],
    limits: [''],
    knows: [''],
    handledWell: '',
    relate: '',
    calls: [
      { who: '', answer: '' },
      { who: '', answer: '' },
    ],
    cue: '',
  },
  twists: [
    { to: 'customer', text: '' },
    { to: 'officer', text: '' },
  ],
  debrief: { questions: ['', '', ''], strongOfficer: '' },
  stepOut: '',
  glossary: [],
}

/** A saved card, to be changed. */
export const draftOf = (card: Card): DraftCard => ({
  ...card,
  officer: { ...card.officer, relate: card.officer.relate ?? '' },
})

/** Somebody's own beginning of a card: another id and title, and no longer one of the founding encounters. */
export function copyOf(card: Card, title: string): DraftCard {
  const { encounter: _, ...rest } = draftOf(card)
  return { ...rest, version: 1, title }
}

/** What is sent to be checked and saved. */
export function cardOf({ officer: { relate, ...officer }, ...card }: DraftCard): Card {
  return { ...card, officer: relate.trim() === '' ? officer : { ...officer, relate } }
}

/**
 * An id that nobody has, from a title: small letters, digits and single hyphens, at most 60. A title of another
 * alphabet gives `card`; a taken one gets a number.
 */
export function freeId(title: string, taken: ReadonlySet<string>): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  const start = slug === '' ? 'card' : slug
  if (!taken.has(start)) return start
  for (let n = 2; ; n += 1) if (!taken.has(`${start}-${n}`)) return `${start}-${n}`
}

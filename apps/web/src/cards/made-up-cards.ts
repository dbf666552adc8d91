import type { Card } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'

/** A card in no playbook, for the gallery and for tests. */
export const madeUpCard: Card = {
  id: 'tenth-bag',
  version: 1,
  title: 'The tenth bag',
  site: 'museum',
  difficulty: 1,
  minutes: 6,
  language: 'en',
  tags: ['search', 'privacy'],
  contentNote: 'Being searched in public, in front of a child.',
  shared: {
    where: 'The entrance of a museum, a queue of twenty.',
    when: 'Sunday, eleven in the morning.',
    happened: 'The officer asked Ada to step out of the queue and to open her bag.',
  },
  customer: {
    who: 'You are Ada, 44. You come every week with your son.',
    opening: 'You people searched my bag in front of everybody.',
    startTemperature: 4,
    demand: 'You want the guard to say sorry in front of the queue.',
    need: 'You want your son to hear that you did nothing wrong.',
    volunteer: ['You have had a membership for six years.', 'Four people walked in before you.'],
    ifAsked: ['Your son asked what you had done wrong.'],
    neverInvent: ['An injury.'],
    triggers: [
      { behaviour: 'policy-wall', when: 'The officer says that it is the policy.', say: 'Policy for whom?' },
      { behaviour: 'dismissed', when: 'The officer says that it is nothing.', say: 'Nothing? For you.' },
      { behaviour: 'cut-off', when: 'The officer talks over you.', say: 'Let me finish.' },
    ],
    calmers: [
      { behaviour: 'paraphrase', when: 'The officer says back what happened.', soften: 'Nod. Breathe out.' },
      {
        behaviour: 'feeling-named',
        when: 'The officer names what you feel.',
        soften: 'Say "I was ashamed."',
      },
      { behaviour: 'together', when: 'The officer lets you open it yourself.', soften: 'Put the bag down.' },
    ],
    stuck: { settled: 'So what happens now?', upset: 'Why me?', furious: 'I want your name.' },
    endings: ['You open the bag yourself and walk in.', 'You take the address for a complaint.'],
    cue: 'You are Ada. Your son heard it all. You want it said that it was chance.',
  },
  officer: {
    postOrders: ['Every tenth visitor is checked.', 'Only look. Do not touch.'],
    limits: ['You may not wave anybody through.'],
    knows: ['She was number ten.', 'A boy stands behind her and looks at the floor.'],
    handledWell: 'She knows how people are chosen, and opens the bag herself.',
    relate: 'You were stopped at an airport once.',
    calls: [
      { who: 'Control room', answer: 'Every tenth. No exceptions today.' },
      { who: 'Shift lead', answer: 'Use the side table. Take your time.' },
    ],
    cue: 'Every tenth visitor. A side table is free. You may explain.',
  },
  twists: [
    { to: 'customer', text: 'Your son begins to cry.' },
    { to: 'officer', text: 'Somebody in the queue begins to film.' },
  ],
  debrief: {
    questions: ['When was it about the boy?', 'What did the table change?', 'Which words helped?'],
    strongOfficer: 'A strong officer speaks to the boy as well.',
  },
  stepOut: 'My own name is ..., and one way I differ from Ada is ...',
  glossary: [{ word: 'membership', meaning: 'you pay once a year and may come every day' }],
}

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const arabic = 'الحقيبة العاشرة عند مدخل المتحف'

/** Each text of a card changed the same way, to see what hard text does to every place. */
export function everyText(card: Card, change: (text: string) => string): Card {
  const { customer, officer } = card
  return {
    ...card,
    title: change(card.title),
    contentNote: change(card.contentNote),
    shared: {
      where: change(card.shared.where),
      when: change(card.shared.when),
      happened: change(card.shared.happened),
    },
    customer: {
      ...customer,
      who: change(customer.who),
      opening: change(customer.opening),
      demand: change(customer.demand),
      need: change(customer.need),
      volunteer: customer.volunteer.map(change),
      triggers: customer.triggers.map(each => ({ ...each, when: change(each.when), say: change(each.say) })),
      cue: change(customer.cue),
    },
    officer: {
      ...officer,
      postOrders: officer.postOrders.map(change),
      handledWell: change(officer.handledWell),
      calls: officer.calls.map(({ who, answer }) => ({ who: change(who), answer: change(answer) })),
      cue: change(officer.cue),
    },
    twists: card.twists.map(twist => ({ ...twist, text: change(twist.text) })),
    stepOut: change(card.stepOut),
  }
}

export const longCard = everyText(madeUpCard, text => `${long} ${text}`)
export const arabicCard = everyText(madeUpCard, () => arabic)
export const htmlCard = everyText(madeUpCard, text => `<b>${text}</b><script>alert(1)</script>`)

/** As long as the schema lets any text be. */
export const fullCard: Card = everyText(
  {
    ...madeUpCard,
    customer: {
      ...madeUpCard.customer,
      ifAsked: Array.from({ length: 6 }, (_, n) => `Fact ${n + 1} that is told.`),
    },
  },
  text => `${text} ${'And one more sentence that the customer cannot leave out. '.repeat(3)}`,
)

export const rowOf = (card: Card, change: Partial<CardRow> = {}): CardRow => ({
  hash: `hash-of-${card.id}`,
  id: card.id,
  version: card.version,
  title: card.title,
  site: card.site,
  difficulty: card.difficulty,
  minutes: card.minutes,
  language: card.language,
  tags: card.tags,
  contentNote: card.contentNote,
  behaviours: [...card.customer.triggers, ...card.customer.calmers].map(({ behaviour }) => behaviour),
  origin: 'playbook',
  ...change,
})

const titles = [
  'The tenth bag',
  'The yellow clamp',
  'Six hours on the road',
  long,
  arabic,
  '<b>Bold</b> & "quoted"',
]
const places = ['museum', 'hospital', 'mall', 'rail', 'vet', 'office'] as const
const levels = [1, 2, 3] as const

/** So many rows, easy and hard ones; each sixth is somebody's own. */
export const manyRows = (count: number): readonly CardRow[] =>
  Array.from({ length: count }, (_, index) =>
    rowOf(madeUpCard, {
      hash: `h${index}`,
      id: `card-${index}`,
      title: titles[index % titles.length] ?? '',
      site: places[index % places.length] ?? 'mall',
      difficulty: levels[index % 3] ?? 1,
      language: index % 5 === 4 ? 'es' : 'en',
      ...(index % 6 === 3 && {
        origin: 'own' as const,
        version: 3,
        provenance: {
          savedBy: 'Ines',
          savedAt: '2026-11-20T10:20:00.000Z',
          copiedFrom: { id: 'tenth-bag', hash: 'h0', title: 'The tenth bag' },
        },
      }),
    }),
  )

import type { Card } from '@evenkeel/playbook'
import type { CommandOf } from '../command.ts'
import type { DeckCard } from '../state.ts'

/** Words that stand in every private text of a made-up card, so that a test can look for them anywhere. */
export const secretsOf = (card: number) => ({
  shared: `shared-${card}-`,
  customer: `customer-brief-${card}-`,
  officer: `officer-brief-${card}-`,
  answers: [`answer-${card}-0-`, `answer-${card}-1-`] as const,
  twists: [`twist-${card}-0-`, `twist-${card}-1-`] as const,
  debrief: `debrief-${card}-`,
})

/** Card 1, 2, 3 …: its first twist is for the customer, its second for the officer, it starts at temperature 5. */
export function madeUpCard(card: number): Card {
  const secret = secretsOf(card)
  const brief = (part: string) => `${secret.customer} ${part}`
  const orders = (part: string) => `${secret.officer} ${part}`
  return {
    id: `card-${card}`,
    version: 1,
    title: `Card ${card}`,
    site: 'mall',
    difficulty: card % 3 === 0 ? 3 : card % 3 === 1 ? 1 : 2,
    minutes: 6,
    language: 'en',
    tags: [],
    contentNote: `${secret.shared} content note`,
    shared: {
      where: `${secret.shared} where`,
      when: `${secret.shared} when`,
      happened: `${secret.shared} what`,
    },
    customer: {
      who: brief('who'),
      opening: brief('opening'),
      startTemperature: 5,
      demand: brief('demand'),
      need: brief('need'),
      volunteer: [brief('volunteers')],
      ifAsked: [brief('if asked')],
      neverInvent: [brief('never invents')],
      triggers: [
        { behaviour: 'cut-off', when: brief('trigger 0'), say: brief('says 0') },
        { behaviour: 'policy-wall', when: brief('trigger 1'), say: brief('says 1') },
        { behaviour: 'dismissed', when: brief('trigger 2'), say: brief('says 2') },
      ],
      calmers: [
        { behaviour: 'paraphrase', when: brief('calmer 0'), soften: brief('softens 0') },
        { behaviour: 'feeling-named', when: brief('calmer 1'), soften: brief('softens 1') },
        { behaviour: 'together', when: brief('calmer 2'), soften: brief('softens 2') },
      ],
      stuck: { settled: brief('settled'), upset: brief('upset'), furious: brief('furious') },
      endings: [brief('ending 0'), brief('ending 1')],
      cue: brief('cue'),
    },
    officer: {
      postOrders: [orders('order')],
      limits: [orders('limit')],
      knows: [orders('knows')],
      handledWell: orders('handled well'),
      calls: [
        { who: orders('control room'), answer: `${secret.answers[0]} of the control room` },
        { who: orders('nurse'), answer: `${secret.answers[1]} of the nurse` },
      ],
      cue: orders('cue'),
    },
    twists: [
      { to: 'customer', text: `${secret.twists[0]} for the customer` },
      { to: 'officer', text: `${secret.twists[1]} for the officer` },
    ],
    debrief: {
      questions: [`${secret.debrief} one?`, `${secret.debrief} two?`, `${secret.debrief} three?`],
      strongOfficer: `${secret.debrief} strong officer`,
    },
    stepOut: 'My own name is my own.',
    glossary: [],
  }
}

export const hashOf = (card: number): string => `hash-${card}`

/** The number of a made-up card by its hash. */
export const numberOf = (hash: string): number => Number(hash.replace('hash-', ''))

export function deckOf(size: number): DeckCard[] {
  return Array.from({ length: size }, (_, index) => {
    const { id, title, site, difficulty, minutes } = madeUpCard(index + 1)
    return { hash: hashOf(index + 1), id, title, site, difficulty, minutes }
  })
}

/** A playbook that has every made-up card up to 99 and no other. */
export const library: CommandOf<'StartRound'>['library'] = hash =>
  /^hash-[1-9]\d?$/.test(hash) ? madeUpCard(numberOf(hash)) : undefined

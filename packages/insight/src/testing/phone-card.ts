import type { Card } from '@evenkeel/playbook'

/** A short card for tests. Every private sentence is told apart from every other. */
export const phoneCard: Card = {
  id: 'lost-phone',
  version: 1,
  title: 'The phone from the food court',
  site: 'mall',
  difficulty: 1,
  minutes: 6,
  language: 'en',
  tags: [],
  contentNote: 'Strong feelings about something that may be gone for good.',
  shared: { where: 'The security desk of a mall.', when: 'Thursday, four.', happened: 'A phone is gone.' },
  customer: {
    who: 'You are a bus driver on your day off.',
    opening: 'You are the third desk.',
    startTemperature: 4,
    demand: 'Show me the camera pictures.',
    need: 'Your late father’s voice is on it.',
    volunteer: ['You had it at three.'],
    ifAsked: ['His messages are not saved anywhere else.'],
    neverInvent: ['A thief.'],
    triggers: [
      { behaviour: 'dismissed', when: 'It is only a phone.', say: 'Only a phone?' },
      { behaviour: 'quick-fix', when: 'A voucher.', say: 'I don’t want a new one!' },
      { behaviour: 'policy-wall', when: 'The cameras are private.', say: 'So you hide behind a rule.' },
    ],
    calmers: [
      { behaviour: 'feeling-named', when: 'You sound worried.', soften: 'Stop and swallow.' },
      { behaviour: 'need-found', when: 'What is on it?', soften: 'Tell about the messages.' },
      { behaviour: 'together', when: 'They look with you.', soften: 'Go along.' },
    ],
    stuck: { settled: 'What else?', upset: 'It gets further away.', furious: 'Three desks!' },
    endings: ['You look through the bags together.', 'You leave with a name and a time.'],
    cue: 'Third desk. Show me the cameras.',
  },
  officer: {
    postOrders: ['Write each loss in the book.'],
    limits: ['Camera pictures go to the police only.'],
    knows: ['Bags wait by the service lift.'],
    handledWell: 'He feels that somebody is on his side.',
    calls: [
      { who: 'Bea, cleaning lead', answer: 'Two bags still stand by the service lift.' },
      { who: 'Lost property desk', answer: 'No phones since lunch.' },
    ],
    cue: 'Promise the work, not the phone.',
  },
  twists: [
    { to: 'customer', text: 'You ring the phone once more. Now it goes to the mailbox. Say it aloud.' },
    { to: 'officer', text: 'A shopper puts a white phone on your desk.' },
  ],
  debrief: {
    questions: ['Which question helped?', 'How was the no said?', 'What would a quick fix have been?'],
    strongOfficer: 'Asks what is on it.',
  },
  stepOut: 'This phone is not mine to miss.',
  glossary: [],
}

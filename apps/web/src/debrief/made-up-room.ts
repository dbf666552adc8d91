import type { PersonView, PhaseName, RoomView, Step } from '@evenkeel/classroom/view'
import { fiveMinutes } from './made-up-scenes.ts'
import type { ShownScene } from './shown-scene.ts'

/** A room that nobody sat in, for the gallery and for tests. Its card is in no playbook. */

export const madeUpNames: Readonly<Record<string, string>> = {
  p1: 'Ana',
  p2: 'Bo',
  p3: 'Cem',
  p4: 'Ines',
}
export const hardNames: Readonly<Record<string, string>> = {
  p1: 'عبد الرحمن بن عبد العزيز القحطاني',
  p2: 'Ana-Lucía Fernández de la Vega y Rodríguez de los Monteros',
  p3: 'Lllanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  p4: '🙂',
}

const customer: NonNullable<RoomView['customer']> = {
  who: 'You are Ada, 44. You come every week with your son. Today he saw how you were stopped.',
  opening: 'You people searched my bag in front of everybody.',
  startTemperature: 4,
  demand: 'You want the guard to say sorry in front of the queue.',
  need: 'You want to know that you were not picked out, and that your son hears it.',
  volunteer: ['You have had a membership for six years.', 'Four people walked in before you.'],
  ifAsked: ['Your son asked what you had done wrong.'],
  neverInvent: ['An injury.'],
  triggers: [
    { behaviour: 'policy-wall', when: 'The officer says that it is the policy.', say: 'Policy for whom?' },
    { behaviour: 'dismissed', when: 'The officer says that it is nothing.', say: 'Nothing? For you.' },
    { behaviour: 'cut-off', when: 'The officer talks over you.', say: 'Let me finish.' },
  ],
  calmers: [
    { behaviour: 'paraphrase', when: 'The officer says back what happened.', soften: 'Yes. Like that.' },
    { behaviour: 'feeling-named', when: 'The officer names what you feel.', soften: 'I was ashamed.' },
    { behaviour: 'together', when: 'The officer lets you open it yourself.', soften: 'All right.' },
  ],
  stuck: {
    settled: 'So what happens now?',
    upset: 'Why me, out of all of them?',
    furious: 'I want your name.',
  },
  endings: [
    'You open the bag yourself and walk in.',
    'You take the address for a complaint and leave calmly.',
  ],
  cue: 'Picked out in front of your son. You want it said that it was chance.',
}

const officer: NonNullable<RoomView['officer']> = {
  postOrders: ['Every tenth visitor is checked.', 'Nobody goes in unchecked who was chosen.'],
  limits: ['You may not wave anybody through.', 'You may do the check at a side table.'],
  knows: ['She was number ten.', 'A boy stands behind her and looks at the floor.'],
  handledWell: 'She knows how people are chosen, keeps her dignity, and opens the bag herself.',
  calls: [{ who: 'Control room' }, { who: 'Shift lead' }],
  cue: 'Every tenth visitor. A side table is free. You may explain.',
}

const room: RoomView = {
  id: 'r1-1',
  spot: 4,
  seat: 'officer',
  scene: 'r1-1.1',
  seats: { customer: 'p1', officer: 'p2', observers: ['p3'] },
  away: [],
  phase: { name: 'debrief', endsAt: 360_000 },
  ready: [],
  finished: ['p1', 'p2', 'p3'],
  revealed: true,
  card: {
    title: 'The tenth bag',
    site: 'museum',
    contentNote: 'Feeling accused in public, in front of a child.',
    minutes: 5,
    shared: {
      where: 'The entrance of a museum, a queue of twenty.',
      when: 'Sunday, eleven in the morning.',
      happened: 'The officer asked the customer to step out of the queue and to open her bag.',
    },
    stepOut: 'My own name is …, and I can laugh about queues.',
    glossary: [{ word: 'membership', meaning: 'you pay once a year and may come every day' }],
  },
  customer,
  officer,
  debrief: {
    questions: [
      'When did it become about the boy?',
      'What did the side table change?',
      'Which words let her open the bag herself?',
    ],
    strongOfficer:
      'The boy. She looks back at him before each sentence: what he thinks of her matters more than the bag.',
  },
  scenes: [scene('r1-1.1', fiveMinutes)],
  whispers: [],
  asides: [],
  notes: [],
  ratings: [
    {
      by: 'p2',
      as: 'self',
      about: 'p2',
      scores: { paraphrase: 3, acknowledge: 2, resolve: 4 },
      sentence: 'I hid behind the rule at first.',
    },
    {
      by: 'p3',
      as: 'observer',
      about: 'p2',
      scores: { paraphrase: 5, acknowledge: 'not-observable', resolve: 4 },
      sentence: 'When you stepped back, I saw her shoulders drop.',
    },
    {
      by: 'p4',
      as: 'instructor',
      about: 'p2',
      scores: { paraphrase: 4, acknowledge: 3, composure: 5 },
      sentence: '',
    },
    {
      by: 'p1',
      as: 'customer',
      about: 'p2',
      scores: { listened: 4, understood: 5, feelings: 3, 'way-forward': 5, valued: 4 },
      sentence: 'When you said it back, I felt taken seriously.',
    },
  ],
  asked: ['paraphrase', 'acknowledge', 'resolve', 'validate'],
  sharing: false,
  consented: false,
}

/** A drawn scene as a view would hold it: by nobody where nobody is said. */
export function scene(id: string, shown: ShownScene): RoomView['scenes'][number] {
  return {
    ...shown,
    id,
    lines: shown.lines.map(line => ({ ...line, by: line.by ?? '' })),
    moments: shown.moments.map(moment => ({ ...moment, by: moment.by ?? '' })),
  }
}

export const madeUpRoom = (change: Partial<RoomView> = {}): RoomView => ({ ...room, ...change })

/** The view of whoever has the seat in that room; the officer without one. */
export function madeUpSeat(
  change: Partial<RoomView> | null,
  medium: 'spoken' | 'typed' = 'typed',
): PersonView & { class: NonNullable<PersonView['class']> } {
  const made = change && madeUpRoom(change)
  const seats = { customer: 'p1', officer: 'p2', observer: 'p3', instructor: 'p4' }
  return {
    kind: 'person',
    worked: [],
    me: {
      person: seats[made?.seat ?? 'officer'],
      role: 'trainee',
      standing: 'present',
      paper: false,
      reading: 1,
      help: false,
      takeAlong: null,
      shared: [],
    },
    class: {
      title: 'Night shift, class of Tuesday',
      kind: 'practice',
      language: 'en',
      medium,
      pace: medium === 'spoken' ? 'class' : 'room',
      status: 'open',
      round: { number: 1, kind: 'pairing', step: stepOf(made?.phase.name) },
      announced: null,
    },
    room: made,
  }
}

function stepOf(phase: PhaseName | undefined): Step {
  if (phase === undefined) return 'done'
  if (phase === 'time-out') return 'scene'
  return phase === 'retake' || phase === 'stopped' ? 'debrief' : phase
}

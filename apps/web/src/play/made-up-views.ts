import type {
  ClassHead,
  Me,
  Moment,
  PersonView,
  PhaseName,
  PhaseView,
  Rating,
  RoomView,
  SceneView,
  Seat,
} from '@evenkeel/classroom/view'
import type { Stage } from './stage.ts'

/** Server time of all made-up views, in ms. */
export const NOW = 1_000_000

export const PHASES = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
  'stopped',
  'done',
] as const satisfies readonly PhaseName[]
export const SEATS = ['customer', 'officer', 'observer'] as const satisfies readonly Seat[]
export const MEDIA = ['spoken', 'typed'] as const

/** A long name, a right-to-left one and one unbroken word. */
export const madeUpNames = {
  p1: 'Bartholomew Featherstonehaugh-Okonkwo',
  p2: 'سارة العلي',
  p3: 'Donaudampfschifffahrtsgesellschaftskapitänsanwärterinnen',
}
const SITTER = { customer: 'p1', officer: 'p2', observer: 'p3' } as const

const card: RoomView['card'] = {
  title: 'The clamp at the maternity ward',
  site: 'hospital',
  contentNote: 'A birth, a night without sleep, and money trouble.',
  minutes: 6,
  shared: {
    where: 'The exit of a hospital garage.',
    when: 'Six in the morning.',
    happened: 'A car stood in the ambulance lane for two hours and has a clamp on its wheel.',
  },
  stepOut: 'My car is where I left it, and one way I differ from Joseph is ...',
  glossary: [{ word: 'clamp', meaning: 'a metal lock on a wheel so that a car cannot drive' }],
}

const customer: NonNullable<RoomView['customer']> = {
  who: 'You are Joseph. Your daughter was born at four. You have not slept.',
  opening: 'You clamped my car while my daughter was being born!',
  startTemperature: 6,
  demand: 'Take the clamp off, now, and for nothing.',
  need: 'SECRET-NEED to be by her side again before they are moved.',
  volunteer: ['You ran in because the contractions were three minutes apart.'],
  ifAsked: ['The ward closes at eleven.'],
  neverInvent: ['A medical emergency of your own.'],
  triggers: [
    {
      behaviour: 'policy-wall',
      when: 'The officer says that rules are rules.',
      say: 'Rules! She nearly died!',
    },
    { behaviour: 'cut-off', when: 'The officer cuts you off.', say: 'Let me finish!' },
    { behaviour: 'quick-fix', when: 'The officer offers you a coupon.', say: 'I do not want a coffee!' },
  ],
  calmers: [
    { behaviour: 'validated', when: 'The officer says that running in was right.', soften: 'Thank you.' },
    { behaviour: 'feeling-named', when: 'The officer names how afraid you were.', soften: 'I was. Yes.' },
    {
      behaviour: 'together',
      when: 'The officer plans the morning with you.',
      soften: 'All right. What first?',
    },
  ],
  stuck: { settled: 'What do I sign?', upset: 'And who pays for it?', furious: 'Just take it off!' },
  endings: ['You take the appeal form.', 'You leave the van until eleven.'],
  cue: 'Tired, proud, afraid to miss them. One step at a time.',
}

const officer: NonNullable<RoomView['officer']> = {
  postOrders: ['SECRET-ORDER keep the ambulance lane free.'],
  limits: ['No key to the clamp, no waiving the fee.'],
  knows: ['There is an appeal form at the desk.'],
  handledWell: 'He knows his next three steps, and somebody has said congratulations.',
  calls: [{ who: 'Control room' }, { who: 'Ward desk' }],
  cue: 'Say congratulations first, and mean it.',
}

const moments: readonly Moment[] = [
  { id: 'm1', by: 'p3', as: 'observer', mark: 'hurt', offset: 20_000, behaviour: 'policy-wall', line: 2 },
  { id: 'm2', by: 'p3', as: 'observer', mark: 'helped', offset: 65_000 },
  {
    id: 'm3',
    by: 'p1',
    as: 'customer',
    mark: 'helped',
    offset: 80_000,
    behaviour: 'validated',
    cue: { kind: 'calmer', index: 0 },
    words: 'You did right to run.',
  },
]

const ratings: readonly Rating[] = [
  {
    by: 'p1',
    as: 'customer',
    about: 'p2',
    scores: { listened: 4, understood: 3 },
    sentence: 'You stayed with me.',
  },
  {
    by: 'p3',
    as: 'observer',
    about: 'p2',
    scores: { paraphrase: 3, acknowledge: 'not-observable' },
    sentence: '',
  },
]

function madeUpPhase(name: PhaseName): PhaseView {
  switch (name) {
    case 'scene':
      return { name, startsAt: NOW - 60_000, endsAt: NOW + 120_000 }
    case 'time-out':
      return { name, of: 'scene', remaining: 83_000, mine: true }
    case 'stopped':
    case 'done':
      return { name }
    case 'wrap-up':
      return { name, endsAt: NOW + 20_000, customerSpoke: false }
    default:
      return { name, endsAt: NOW + 60_000 }
  }
}

/** A view as the server would give it: what the seat may not see in that phase is not in it. */
export function madeUpRoom(seat: Seat, phase: PhaseName, medium: 'spoken' | 'typed'): RoomView {
  const me = SITTER[seat]
  const revealed = phase === 'debrief' || phase === 'retake' || phase === 'done'
  const lines: SceneView['lines'] =
    medium === 'spoken'
      ? []
      : [
          { n: 1, by: 'p1', seat: 'customer', how: 'say', text: customer.opening, offset: 2_000 },
          { n: 2, by: 'p2', seat: 'officer', how: 'say', text: 'Rules are rules, sir.', offset: 15_000 },
          { n: 3, by: 'p2', seat: 'officer', how: 'do', text: 'puts the radio down', offset: 40_000 },
        ]
  const scene: SceneView = {
    id: 'r1-1.1',
    fork: null,
    lines,
    curve:
      seat === 'officer' && !revealed
        ? null
        : [
            { level: 6, offset: 0 },
            { level: 7, offset: 20_000 },
            { level: 5, offset: 65_000 },
            { level: 3, offset: 90_000 },
          ],
    corrected: null,
    moments: moments.filter(({ by }) => revealed || by === me),
    twists: [
      {
        index: 0 as const,
        to: 'customer' as const,
        text: 'TWIST-CUSTOMER They move us at eleven.',
        offset: 30_000,
      },
      {
        index: 1 as const,
        to: 'officer' as const,
        text: 'TWIST-OFFICER An ambulance turns in.',
        offset: 40_000,
      },
    ].filter(({ to }) => revealed || seat === 'observer' || to === seat),
    calls:
      seat === 'customer' && !revealed
        ? []
        : [{ index: 0, who: 'Control room', answer: 'SECRET-ANSWER The van can wait.', offset: 50_000 }],
    played: 120_000,
  }
  const scenes = phase === 'retake' ? [scene, { ...scene, id: 'r1-1.2', moments: [] }] : [scene]
  return {
    id: 'r1-1',
    spot: 4,
    seat,
    scene: scenes.at(-1)?.id ?? scene.id,
    seats: { customer: 'p1', officer: 'p2', observers: ['p3'] },
    away: [],
    phase: madeUpPhase(phase),
    ready: ['p3'],
    finished: [],
    revealed,
    card,
    customer: seat === 'officer' && !revealed ? null : customer,
    officer: seat === 'customer' && !revealed ? null : officer,
    debrief: revealed
      ? {
          questions: [
            'What was the first thing said?',
            'Where was a choice?',
            'What sounded like a pay-off?',
          ],
          strongOfficer: 'A strong officer says congratulations first.',
        }
      : null,
    scenes,
    whispers: seat === 'officer' ? [{ to: 'p2', text: 'Name the feeling first.', at: NOW - 5_000 }] : [],
    asides: seat === 'customer' ? [] : [{ by: 'p3', text: 'SECRET-ASIDE try a pause', at: NOW - 2_000 }],
    notes: [],
    ratings: ratings.filter(({ by, about }) => by === me || (revealed && about === me)),
    asked:
      seat === 'customer'
        ? ['listened', 'understood', 'feelings', 'way-forward', 'valued']
        : ['paraphrase', 'acknowledge', 'resolve'],
    sharing: false,
    consented: false,
  }
}

export const madeUpMe = (person: string): Me => ({
  person,
  role: 'trainee',
  standing: 'present',
  paper: false,
  reading: 1,
  help: false,
  takeAlong: null,
  shared: [],
})

export const madeUpHead = (medium: 'spoken' | 'typed', kind: ClassHead['kind'] = 'practice'): ClassHead => ({
  title: 'Evening shift A',
  kind,
  language: 'en',
  medium,
  pace: medium === 'spoken' ? 'class' : 'room',
  status: 'open',
  round: { number: 1, kind: 'pairing', step: 'briefing' },
  announced: null,
})

export function madeUpView(seat: Seat, phase: PhaseName, medium: 'spoken' | 'typed'): PersonView {
  return {
    kind: 'person',
    worked: [],
    me: madeUpMe(SITTER[seat]),
    class: madeUpHead(medium),
    room: madeUpRoom(seat, phase, medium),
  }
}

/** Everything of a screen beside its view; nothing that is pressed goes anywhere. */
export const madeUpRest: Omit<Stage, 'room' | 'head' | 'me' | 'worked'> = {
  names: madeUpNames,
  typing: { p1: true },
  outbox: { sending: [], notSent: [] },
  live: true,
  now: NOW,
  act: () => new Promise(() => {}),
  dismiss: () => {},
  tellTyping: () => {},
}

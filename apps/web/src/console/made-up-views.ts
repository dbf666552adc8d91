import type { ConsoleView, PersonRow, RoomRow, Step, WallCell, WatchView } from '@evenkeel/classroom/view'
import { madeUpRoom } from '../debrief/made-up-room.ts'
import type { ClassHead } from './classes-panel.tsx'

/** A moment on the server's clock, so that clocks in made-up views stand still. */
export const NOON = 1_800_000_000_000

export const head: ClassHead = {
  class: 'c-1',
  code: 'BK74QM',
  title: 'Gate staff, Tuesday',
  openedAt: NOON - 23 * 60_000,
  closedAt: null,
  addresses: ['http://192.168.1.20:3000/j/BK74QM'],
}

const HARD = [
  'Kim',
  'Bartholomew Featherstonehaugh-Cholmondeley von und zu Hohenfels',
  'عبد الرحمن بن عبد العزيز القحطاني',
  'Lllanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  '🙂',
]

/** `p1` is the instructor, `p2` and on are trainees with easy and hard names. */
export const namesOf = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ['p1', 'Ines'],
    ...Array.from({ length: count }, (_, index) => [
      `p${index + 2}`,
      `${HARD[index % HARD.length] ?? ''} ${index + 1}`,
    ]),
  ])

const person = (change: Partial<PersonRow> = {}): PersonRow => ({
  role: 'trainee',
  standing: 'present',
  joinedAt: NOON - 60_000,
  paper: false,
  reading: 1,
  room: null,
  played: { customer: 0, officer: 1, observer: 0 },
  help: null,
  ...change,
})

const MINUTE = 60_000

const settings: ConsoleView['class']['settings'] = {
  kind: 'practice',
  medium: 'spoken',
  pace: 'class',
  groupSize: 2,
  minutes: 90,
  officerSeesTemperature: false,
  allItems: false,
  rotation: [],
  times: {
    briefing: 3 * MINUTE,
    countIn: 5_000,
    scene: 5 * MINUTE,
    wrapUp: 30_000,
    stepOut: MINUTE,
    rating: 2 * MINUTE,
    debrief: 6 * MINUTE,
    retake: 2 * MINUTE,
  },
}

const trainees = (count: number, change: (index: number) => Partial<PersonRow> = () => ({})) =>
  Object.fromEntries([
    ['p1', person({ role: 'instructor' })],
    ...Array.from({ length: count }, (_, index) => [`p${index + 2}`, person(change(index))] as const),
  ])

/** A class with so many people and nothing planned. */
export const lobby = (count: number): ConsoleView => ({
  kind: 'console',
  takeAlongs: { shared: [], shown: false },
  worked: { offered: [], shown: false },
  deeds: [],
  class: {
    title: head.title,
    status: 'open',
    locked: false,
    language: 'en',
    settings,
    projected: null,
    roundsPlayed: 0,
    announced: null,
  },
  deck: [
    { hash: 'h1', id: 'tenth-bag', title: 'The tenth bag', site: 'museum', difficulty: 1, minutes: 5 },
    {
      hash: 'h2',
      id: 'yellow-clamp',
      title: 'The yellow clamp',
      site: 'hospital',
      difficulty: 3,
      minutes: 6,
    },
  ],
  people: trainees(count),
  plan: null,
  warnings: [],
  round: null,
  rooms: {},
})

const pair = (index: number) => ({
  customer: `p${2 * index + 2}`,
  officer: `p${2 * index + 3}`,
  observers: [],
})

export const planned = (count: number): ConsoleView => ({
  ...lobby(count),
  plan: {
    kind: 'pairing',
    pairing: 1,
    focus: ['paraphrase', 'acknowledge', 'resolve'],
    rooms: Array.from({ length: Math.floor(count / 2) }, (_, index) => ({
      seats: pair(index),
      card: index % 2 === 0 ? 'h1' : 'h2',
      why: 'unseen',
    })),
  },
})

/** A plan that was arranged by hand: one thing keeps it from starting, others are only said. */
export const warned = (): ConsoleView => ({
  ...planned(7),
  warnings: [
    { kind: 'no-seat', person: 'p8' },
    { kind: 'empty-seat', room: 1, seat: 'customer' },
    { kind: 'brief-seen', room: 2, person: 'p5', card: 'h2' },
    { kind: 'met', room: 2, people: ['p4', 'p5'] },
    { kind: 'uneven', person: 'p3', seat: 'officer', times: 3, least: 1 },
    { kind: 'many', room: 3, people: 4 },
    { kind: 'nobody-observes', room: 1 },
    { kind: 'parted', people: ['p2', 'p4'] },
    { kind: 'role-again', room: 3, person: 'p6', seat: 'observer' },
    { kind: 'card-again', room: 3, card: 'h1' },
    { kind: 'not-here', room: 3, person: 'p7' },
  ],
})

const NEXT: Readonly<Record<Step, Step | null>> = {
  briefing: 'scene',
  scene: 'wrap-up',
  'wrap-up': 'step-out',
  'step-out': 'rating',
  rating: 'debrief',
  debrief: 'done',
  done: null,
}

const roomRow = (index: number, step: Step, change: Partial<RoomRow> = {}): RoomRow => ({
  spot: index + 1,
  scene: `r1-${index + 1}.1`,
  seats: pair(index),
  away: [],
  phase: { name: step, endsAt: NOON + 154_000 },
  stoppedBy: null,
  card: 'h1',
  title: 'The tenth bag',
  why: 'unseen',
  ready: [],
  finished: [],
  revealed: step === 'debrief',
  consents: [0, 2],
  ...change,
})

/** Pairs in one step. Room 1 has somebody away and a call for help, room 2 was stopped by its customer. */
export function running(count: number, step: Step = 'scene'): ConsoleView {
  const rooms = Math.floor(count / 2)
  return {
    ...lobby(count),
    class: { ...lobby(0).class, roundsPlayed: 1 },
    people: trainees(count, index => ({
      room: `r1-${Math.floor(index / 2) + 1}`,
      ...(index === 0 && { help: NOON - 41_000 }),
      ...(index === 2 && { paper: true }),
    })),
    round: {
      number: 1,
      kind: 'pairing',
      pairing: 1,
      focus: ['paraphrase'],
      step,
      next: NEXT[step],
      warnings: [],
    },
    rooms: Object.fromEntries(
      Array.from({ length: rooms }, (_, index) => [
        `r1-${index + 1}`,
        roomRow(index, step, {
          ...(index === 0 && { away: ['p3'] }),
          ...(index === 1 && { phase: { name: 'stopped' as const }, stoppedBy: 'p4' }),
        }),
      ]),
    ),
  }
}

/** The wall's frame for a running class: secrets of which nothing may stand on a projected screen. */
export const wallOf = (view: ConsoleView): Readonly<Record<string, WallCell>> =>
  Object.fromEntries(
    Object.entries(view.rooms).map(([id, row], index) => [
      id,
      {
        room: id,
        spot: row.spot,
        phase: row.phase,
        clock: { played: 0, runningSince: NOON - 146_000, stoodFrom: null },
        level: ([4, 6, 2] as const)[index % 3] ?? 4,
        levelSince: 16_000,
        hotSince: index % 3 === 1 ? 16_000 : null,
        curve: [
          [0, 5],
          [8, 6],
          [16, ([4, 6, 2] as const)[index % 3] ?? 4],
        ],
        line:
          view.class.settings.medium === 'spoken'
            ? null
            : { seat: 'customer', text: 'Why me, out of all of them?', offset: 120_000 },
        mark: { mark: index % 2 === 0 ? 'helped' : 'hurt', behaviour: null, offset: 100_000 },
        helped: index,
        hurt: 1,
        observed: row.seats.observers.length > 0,
        away: row.away,
        unfinished: [],
        stoppedBy: row.stoppedBy,
        help: index === 0 ? ['p2'] : [],
        helpSince: index === 0 ? NOON - 41_000 : null,
      },
    ]),
  )

type Watched = NonNullable<WatchView['room']>

/** One room as its instructor looks into it. */
export const watched = (change: Partial<Watched> = {}): Watched => ({
  ...madeUpRoom(),
  id: 'r1-1',
  spot: 1,
  scene: 'r1-1.1',
  seat: 'instructor',
  seats: { customer: 'p2', officer: 'p3', observers: [] },
  revealed: false,
  ratings: [],
  twists: [
    { to: 'customer', text: 'Your phone rings: your son is waiting inside.' },
    { to: 'officer', text: 'Somebody in the queue begins to film.' },
  ],
  answers: [
    { who: 'Control room', answer: 'Every tenth visitor.' },
    { who: 'Shift lead', answer: 'I come in ten minutes.' },
  ],
  ...change,
})

/** The officers of rooms 2 and 3 are on the radio; the second one's clock stands. */
export function onTheRadio(step: Step = 'scene'): ConsoleView {
  const view = running(6, step)
  const [first, second, third] = Object.values(view.rooms)
  if (first === undefined || second === undefined || third === undefined) return view
  const phase = { name: 'scene' as const, endsAt: NOON + 154_000 }
  const long =
    'One van at the small gate, and nobody else. Tell her that I come down when the ambulance is gone.'
  return {
    ...view,
    rooms: {
      'r1-1': {
        ...first,
        calls: [{ index: 0, who: 'Control room', written: 'Not now.', due: NOON + 19_000 }],
      },
      'r1-2': {
        ...second,
        phase,
        stoppedBy: null,
        calls: [
          { index: 1, who: 'Ms. Abernathy, head of visitor services', written: long, due: NOON + 4_000 },
        ],
      },
      'r1-3': { ...third, calls: [{ index: 0, who: 'Shift lead', written: 'Wait for me.', due: null }] },
    },
  }
}

import type { ClassPage, ClassRow, PersonPage, RegisterEntry } from '@evenkeel/insight/report'
import { agreement, beside, fishbowls, noAgreement } from './made-up-raters.ts'

/** Records of classes that nobody sat in, for the gallery and for tests. Times are fixed. */
const AT = 1_780_000_000_000
const DAY = 24 * 3_600_000

export const row = (change: Partial<ClassRow> = {}): ClassRow => ({
  class: 'k1',
  title: 'Night shift, Tuesday',
  kind: 'assessed',
  medium: 'spoken',
  openedAt: AT,
  closedAt: AT + 5_400_000,
  trainees: 3,
  scenes: 2,
  imported: false,
  keptDays: 365,
  keptBy: 'deployment',
  goesAt: AT + 365 * DAY,
  ...change,
})

const titles: ClassPage['titles'] = {
  items: { attention: 'Full attention', space: 'Space to speak' },
  customerItems: { listened: 'I was listened to' },
  behaviours: { 'policy-wall': 'Policy as a wall', paraphrase: 'Said it back' },
}

/** Nobody came, nothing was played. */
export const nobody: ClassPage = {
  class: row({ trainees: 0, scenes: 0, closedAt: null, goesAt: null, keptDays: null }),
  report: {
    kind: null,
    scenes: 0,
    rounds: [],
    played: 0,
    items: [],
    moments: [],
    roles: [],
    agreement: noAgreement,
    teachNext: [],
    keptPrivate: 0,
  },
  beside: [],
  fishbowls: [],
  scenes: [],
  attendance: [],
  completion: { course: '', hours: '', instructor: '', licence: '' },
  titles,
  names: {},
}

const person = (id: string, name: string, role: 'trainee' | 'instructor' = 'trainee') => ({
  person: id,
  role,
  joinedAt: AT,
  until: AT + 5_400_000,
  present: 5_400_000,
  absent: 0,
  name,
  staffNumber: role === 'trainee' ? `S-10${id.slice(1)}` : '',
  signed: null,
  serial: '',
})

const scene = (round: number, change: Partial<ClassPage['scenes'][number]> = {}) => ({
  room: `r${round}-1`,
  scene: `r${round}-1.1`,
  round,
  spot: 1,
  card: 'Locked out on the first day',
  retake: false,
  customer: 'p2',
  officer: 'p3',
  observers: ['p4'],
  played: 300_000,
  ...change,
})

/** People were there, and no scene began. */
export const noScene: ClassPage = {
  ...nobody,
  class: row({ scenes: 0 }),
  attendance: [person('p1', 'Ines', 'instructor'), person('p2', 'Ana'), person('p3', 'محمد بن عبد العزيز')],
  names: { p1: 'Ines', p2: 'Ana', p3: 'محمد بن عبد العزيز' },
}

/** It was ended after two seconds: there is a scene and nothing to say of it. */
export const twoSeconds: ClassPage = {
  ...noScene,
  class: row({ scenes: 1 }),
  report: { ...nobody.report, kind: 'assessed', scenes: 1, rounds: [1], played: 2_000 },
  scenes: [scene(1, { played: 2_000 })],
}

/** Every rater said "not observable". */
export const notObservable: ClassPage = {
  ...twoSeconds,
  report: {
    ...twoSeconds.report,
    scenes: 2,
    played: 600_000,
    teachNext: [{ kind: 'never-officer', people: ['p2'] }],
  },
  scenes: [scene(1), scene(2)],
}

const where = [{ room: 'r1-1', scene: 'r1-1.1' }]
/** More than stand open. */
const marked = [12, 40, 61, 95, 140, 200].map(at => ({ room: 'r1-1', scene: 'r1-1.1', offset: at * 1_000 }))

export const full: ClassPage = {
  ...notObservable,
  class: row({ imported: true }),
  attendance: noScene.attendance.map(each =>
    each.person === 'p2' ? { ...each, signed: { by: 'Ines', at: AT + DAY }, serial: 'C-0007' } : each,
  ),
  completion: { course: 'Calm talk, level 1', hours: '2', instructor: 'Ines', licence: 'L-77' },
  report: {
    ...notObservable.report,
    rounds: [1, 2],
    keptPrivate: 0,
    teachNext: [
      { kind: 'weakest-item', item: 'space', mean: 2.25, n: 4, where },
      { kind: 'pitfall', behaviour: 'policy-wall', marks: 6, scenes: 1, of: 2, where: marked },
      { kind: 'better', item: 'attention', from: 2, to: 4, n: 3, where },
    ],
    items: [
      {
        item: 'attention',
        all: { mean: 3, n: 6, deviation: 1.1, lowest: 1, highest: 5 },
        first: { round: 1, mean: 2, n: 3, deviation: 1, lowest: 1, highest: 3, where },
        last: { round: 2, mean: 4, n: 3, deviation: 1, lowest: 3, highest: 5, where },
        where: [1, 2].map(round => ({ room: `r${round}-1`, scene: `r${round}-1.1` })),
        low: where,
      },
      {
        item: 'space',
        all: { mean: 2.25, n: 4, deviation: null, lowest: 2, highest: 3 },
        first: null,
        last: null,
        where,
        low: [],
      },
    ],
    moments: [
      {
        behaviour: 'policy-wall',
        marks: 6,
        scenes: 1,
        rounds: [
          { round: 1, marks: 6 },
          { round: 2, marks: 0 },
        ],
        where: marked,
      },
    ],
    agreement,
  },
  beside,
  fishbowls,
}

export const entry = (change: Partial<RegisterEntry> = {}): RegisterEntry => ({
  key: 'n:S-102',
  name: 'Ana',
  staffNumber: 'S-102',
  classes: 2,
  present: 9_000_000,
  lastSeen: AT,
  merged: [],
  ...change,
})

const point = (classId: string, round: number, score: number) => ({
  classId,
  openedAt: AT,
  room: `r${round}-1`,
  scene: `r${round}-1.1`,
  score,
  n: 2,
})

const playedIn = (round: number) => ({ classId: 'k1', room: `r${round}-1`, scene: `r${round}-1.1` })

export const ana: PersonPage = {
  entry: entry({ merged: [{ id: 'm1', name: 'Ana R.', staffNumber: '' }] }),
  classes: [
    {
      class: 'k1',
      title: 'Night shift, Tuesday',
      kind: 'assessed',
      openedAt: AT,
      person: 'p2',
      present: 4_500_000,
      signed: { by: 'Ines', at: AT + DAY },
      serial: 'C-0007',
      completion: nobody.completion,
    },
  ],
  progress: {
    played: {
      customer: [],
      officer: [1, 2, 3].map(round => playedIn(round)),
      observer: [1, 2].map(round => playedIn(round)),
    },
    items: [
      {
        item: 'space',
        points: [point('k1', 1, 2), point('k1', 2, 3.5), point('k1', 3, 4)],
        all: { mean: 3.17, n: 3 },
      },
      { item: 'attention', points: [point('k1', 1, 3)], all: { mean: 3, n: 1 } },
    ],
    customers: [],
    beside: [
      {
        ...{ classId: 'k1', openedAt: AT, scenes: 2, met: 5, agree: 3, onlyObserver: 2, onlyInstructor: 1 },
        where: [1, 2].map(round => ({ room: `r${round}-1`, scene: `r${round}-1.1` })),
      },
    ],
  },
  titles,
  scenes: [1, 2, 3].map(round => ({ ...scene(round), class: 'k1' })),
}

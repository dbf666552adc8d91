import type { ProjectedDebrief, ProjectorView, Step } from '@evenkeel/classroom/view'
import { emptyScene, fiveMinutes } from '../debrief/made-up-scenes.ts'
import type { WayIn } from './use-screen.ts'

/** A moment on the server's clock, so that clocks on made-up walls stand still. */
export const NOON = 1_800_000_000_000

export const wayIn: WayIn = {
  class: 'c-1',
  code: 'BK74QM',
  addresses: ['http://192.168.1.20:3000/j/BK74QM', 'http://10.0.0.7:3000/j/BK74QM'],
}

export const lobby: ProjectorView = {
  kind: 'projector',
  class: {
    title: 'Gate staff, Tuesday',
    kind: 'practice',
    language: 'en',
    medium: 'spoken',
    pace: 'class',
    status: 'open',
    round: null,
    announced: null,
  },
  present: 6,
  rooms: 0,
  steps: {},
  endsAt: null,
  tally: null,
  takeAlongs: null,
  worked: null,
  agreement: null,
  debrief: null,
}

export const crowdedLobby: ProjectorView = {
  ...lobby,
  class: {
    ...lobby.class,
    kind: 'assessed',
    title: 'Sicherheitsdienst Nachtschicht '.repeat(3).slice(0, 80),
  },
  present: 200,
}

export const rightToLeft: ProjectorView = {
  ...lobby,
  class: { ...lobby.class, title: 'تدريب حراس الأمن يوم الثلاثاء' },
  present: 1,
}

export const inStep = (step: Step, endsAt: number | null): ProjectorView => ({
  ...lobby,
  class: { ...lobby.class, round: { number: 2, kind: 'pairing', step } },
  rooms: 30,
  endsAt,
})

export const remote: ProjectorView = {
  ...inStep('scene', NOON + 90_000),
  class: { ...inStep('scene', null).class, medium: 'typed', pace: 'room' },
  steps: { briefing: 3, scene: 22, debrief: 4, done: 1 },
}

export const fishbowl = (helped: number, hurt: number): ProjectorView => ({
  ...lobby,
  class: { ...lobby.class, round: { number: 1, kind: 'fishbowl', step: 'scene' } },
  rooms: 1,
  endsAt: NOON + 154_000,
  tally: { helped, hurt },
})

const scene = (from: typeof fiveMinutes): ProjectedDebrief['scenes'][number] => ({
  id: 'r1-1.1',
  fork: from.fork,
  curve: from.curve,
  corrected: from.corrected,
  twists: from.twists,
  calls: from.calls,
  played: from.played,
  lines: from.lines.map(({ by: _, ...line }) => line),
  moments: from.moments.map(({ by: _, words: __, ...moment }) => moment),
})

const line = 'One short sentence for the card.'
const part = { behaviour: 'cut-off', when: 'The officer talks over you.', say: 'Let me finish.' } as const
const calmer = { behaviour: 'gave-space', when: 'The officer waits.', soften: 'Breathe out.' } as const

const agreed = (from: typeof fiveMinutes): ProjectedDebrief => ({
  card: {
    title: 'A bag search at the gate',
    shared: {
      where: 'The north gate',
      when: 'Saturday, noon',
      happened: 'A father was picked for a bag search.',
    },
  },
  customer: {
    who: 'A father of two, on the way to a match.',
    opening: 'Why me? Out of all these people, why me?',
    startTemperature: 5,
    demand: 'To go in now, without a search.',
    need: 'Not to look like a thief in front of his son.',
    volunteer: [line],
    ifAsked: [line],
    neverInvent: [line],
    triggers: [part, part, part],
    calmers: [calmer, calmer, calmer],
    stuck: { settled: line, upset: line, furious: line },
    endings: [line, line],
    cue: line,
  },
  officer: {
    postOrders: [line],
    limits: [line],
    knows: [line],
    handledWell: line,
    calls: [
      { who: 'Control room', answer: line },
      { who: 'Steward', answer: line },
    ],
    cue: line,
  },
  debrief: {
    questions: [
      'When did the customer first feel heard?',
      'What did the officer find out that nobody had said?',
      'What would you say in your own words?',
    ],
    strongOfficer: line,
  },
  scenes: [scene(from)],
})

export const shownDebrief: ProjectorView = { ...inStep('debrief', null), debrief: agreed(fiveMinutes) }
export const emptyDebrief: ProjectorView = { ...inStep('debrief', null), debrief: agreed(emptyScene) }
export const closed: ProjectorView = { ...lobby, class: { ...lobby.class, status: 'closed' } }

/** Marks of a room of twelve over five minutes; they meet at 0:40 and 3:10. */
export const agreedFishbowl: ProjectorView = {
  ...fishbowl(31, 14),
  class: { ...lobby.class, round: { number: 1, kind: 'fishbowl', step: 'debrief' } },
  agreement: Array.from({ length: 30 }, (_, index) => ({
    from: index * 10_000,
    helped: index === 19 ? 9 : index > 15 ? index % 4 : index % 7 === 0 ? 1 : 0,
    hurt: index === 4 ? 6 : index < 12 && index % 3 === 0 ? 2 : 0,
  })),
}

export const noAgreement: ProjectorView = {
  ...agreedFishbowl,
  agreement: [{ from: 0, helped: 1, hurt: 1 }],
}

export const saidToAll = (view: ProjectorView): ProjectorView => ({
  ...view,
  class: {
    ...view.class,
    announced: { text: 'We begin again at ten past. Leave your phone’s page open.', at: NOON },
  },
})

const TAKEN = [
  { keep: 'Say back what I heard before I say no.', tryOut: 'Slower, with my hands open.' },
  { keep: '', tryOut: 'Ask what they need, once.' },
  { keep: 'أقول اسمي أولاً', tryOut: '' },
]

export const takenAlong = (times: number): ProjectorView => ({
  ...inStep('done', null),
  takeAlongs: Array.from(
    { length: times },
    (_, index) => TAKEN[index % TAKEN.length] ?? { keep: '', tryOut: '' },
  ).map(({ keep, tryOut }, index) => ({ keep: keep && `${keep}${index > 2 ? ` (${index})` : ''}`, tryOut })),
})

const WORKED = [
  'Have I got that right: the car is in there, and the sitter leaves at ten?',
  'I would be tired too.',
  'Let us look at it together.',
  'فهمت أنك انتظرت طويلاً.',
  'You asked three people already, and nobody answered you. That ends here.',
]

/** Each with so many words more. */
export const workedLines = (count: number, more = 0): ProjectorView => ({
  ...inStep('done', null),
  worked: Array.from(
    { length: count },
    (_, n) => `${WORKED[n % WORKED.length]}${n < WORKED.length ? '' : ` (${n})`}${' and so on'.repeat(more)}`,
  ),
})

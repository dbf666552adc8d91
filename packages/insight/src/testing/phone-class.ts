import type { EventShapes, Line, Moment, Rating } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import { Journal, TEACHER, triad } from './journal.ts'

export const NAMES: Readonly<Record<string, string>> = {
  p1: 'Maria Lindqvist',
  p2: 'Amara Okafor',
  p3: 'Tomasz Wójcik',
  p4: 'Chen Li',
}

const ROOM = 'r1-1'
const SCENE = 'r1-1.1'

const SAID: readonly (readonly [number, Line['seat'], Line['how'], string])[] = [
  [
    4,
    'customer',
    'say',
    'You are the third desk. Somebody has my phone and you all just point at the next door.',
  ],
  [21, 'officer', 'say', 'Sir, it is only a phone. You can report it online.'],
  [29, 'customer', 'say', 'Only a phone. You have no idea what is on it.'],
  [44, 'officer', 'say', 'The cameras are for the police only. That is our policy.'],
  [53, 'customer', 'say', 'So you hide behind a rule while it gets further away!'],
  [75, 'officer', 'do', 'puts the pen down, comes round the desk, lowers the voice'],
  [84, 'officer', 'say', 'You sound worried, not only angry. Take your time. What is on it?'],
  [98, 'customer', 'do', 'stops and swallows'],
  [112, 'customer', 'say', 'My father. His voice. He died in March and it is not saved anywhere else.'],
  [
    131,
    'officer',
    'say',
    'So if I understand correctly, his last messages are on that phone, nobody has started to look, and every desk sent you away. Did I get that right? I am sorry. I want to find it with you, so let us begin with the bags from the food court before they go down.',
  ],
  [152, 'customer', 'say', 'Yes. Thank you for coming with me.'],
  [171, 'officer', 'say', 'I will write my name and the time of the next check on this card.'],
]

const TAPS: readonly (readonly [number, Temperature])[] = [
  [26, 5],
  [31, 6],
  [55, 7],
  [90, 6],
  [99, 5],
  [104, 4],
  [140, 3],
  [153, 2],
]

const MARKED: readonly (readonly [number, Omit<Moment, 'id' | 'by' | 'offset'> & { by: string }])[] = [
  [24, { by: 'p4', as: 'observer', mark: 'hurt', behaviour: 'dismissed' }],
  [47, { by: 'p4', as: 'observer', mark: 'hurt', behaviour: 'policy-wall' }],
  [48, { by: TEACHER, as: 'instructor', mark: 'hurt', behaviour: 'policy-wall', line: 4 }],
  [86, { by: 'p4', as: 'observer', mark: 'helped', behaviour: 'feeling-named' }],
  [101, { by: 'p4', as: 'observer', mark: 'helped' }],
  [133, { by: 'p4', as: 'observer', mark: 'helped', behaviour: 'paraphrase' }],
  [186, { by: 'p4', as: 'observer', mark: 'hurt' }],
]

/** A class in which one triad plays one typed scene from its first word to the debrief, with everything in it. */
export function phoneClass(): Journal {
  const journal = Journal.open(3)
    .round(1, [triad('p2', 'p3', 'p4')])
    .wait(60_000)
  const start = journal.now
  journal.write(TEACHER, 'PhaseEntered', {
    room: ROOM,
    phase: 'scene',
    startsAt: start,
    endsAt: start + 600_000,
  })
  playOut(journal, start)
  journal.now = start + 190_000
  journal.enter(ROOM, 'step-out')
  confirm(journal, { kind: 'calmer', index: 1 }, 'need-found', 84_000, { line: 7 })
  confirm(journal, { kind: 'trigger', index: 1 }, 'quick-fix', 190_000, { words: 'You can get a new one.' })
  journal.wait(20_000).enter(ROOM, 'rating')
  rate(
    journal,
    'p3',
    'self',
    { paraphrase: 4, acknowledge: 3, resolve: 4 },
    'I hid behind the policy and heard it too late.',
  )
  rate(
    journal,
    'p4',
    'observer',
    { paraphrase: 5, acknowledge: 4, resolve: 'not-observable' },
    'When you came round the desk, I saw his shoulders drop.',
  )
  rate(journal, TEACHER, 'instructor', { paraphrase: 4, acknowledge: 4, composure: 5 }, '')
  rate(
    journal,
    'p2',
    'customer',
    { listened: 4, understood: 5, feelings: 4, 'way-forward': 3 },
    'I felt heard when you asked what was on it.',
  )
  return journal.wait(20_000).enter(ROOM, 'debrief')
}

type Timed = readonly [seconds: number, happen: (offset: number) => void]

function playOut(journal: Journal, start: number): void {
  const at = { room: ROOM, scene: SCENE }
  const lines = SAID.map(
    ([seconds, seat, how, text], index): Timed => [
      seconds,
      offset =>
        journal.write(seat === 'officer' ? 'p3' : 'p2', 'LineSaid', {
          ...at,
          n: index + 1,
          seat,
          how,
          text,
          offset,
        }),
    ],
  )
  const taps = TAPS.map(
    ([seconds, level]): Timed => [
      seconds,
      offset => journal.write('p2', 'TemperatureSet', { ...at, level, offset }),
    ],
  )
  const marks = MARKED.map(
    ([seconds, { by, ...mark }], index): Timed => [
      seconds,
      offset => journal.write(by, 'MomentMarked', { ...at, ...mark, moment: `m${index + 1}`, offset }),
    ],
  )
  const more: readonly Timed[] = [
    [60, offset => journal.write(TEACHER, 'TwistDropped', { ...at, index: 0, offset })],
    [120, offset => journal.write('p3', 'CallMade', { ...at, index: 0, offset })],
  ]
  for (const [seconds, happen] of [...lines, ...taps, ...marks, ...more].sort(([a], [b]) => a - b)) {
    journal.now = start + seconds * 1_000
    happen(seconds * 1_000)
  }
}

function confirm(
  journal: Journal,
  cue: NonNullable<Moment['cue']>,
  behaviour: 'need-found' | 'quick-fix',
  offset: number,
  more: { line: number } | { words: string },
): void {
  const mark = cue.kind === 'calmer' ? 'helped' : 'hurt'
  const marked = journal.events.filter(event => event.type === 'MomentMarked').length
  const data: EventShapes['MomentMarked'] = {
    room: ROOM,
    scene: SCENE,
    moment: `m${marked + 1}`,
    as: 'customer',
    mark,
    behaviour,
    cue,
    offset,
    ...more,
  }
  journal.write('p2', 'MomentMarked', data)
}

function rate(
  journal: Journal,
  by: string,
  as: Rating['as'],
  scores: Rating['scores'],
  sentence: string,
): void {
  journal.write(by, 'RatingSaved', {
    room: ROOM,
    scene: SCENE,
    rating: { by, as, about: 'p3', scores, sentence },
  })
}

import type { Temperature } from '@evenkeel/playbook/words'
import type { ShownScene } from './shown-scene.ts'

/** Scenes for the gallery and for tests: nobody played them. */

export const emptyScene: ShownScene = {
  fork: null,
  lines: [],
  curve: [{ level: 4, offset: 0 }],
  corrected: null,
  moments: [],
  twists: [],
  calls: [],
  played: 0,
}

export const twoSeconds: ShownScene = {
  ...emptyScene,
  played: 2_000,
  curve: [
    { level: 4, offset: 0 },
    { level: 5, offset: 1_100 },
  ],
  lines: [{ n: 1, by: 'p1', seat: 'customer', how: 'say', text: 'Again you.', offset: 400 }],
  moments: [{ id: 'm1', by: 'p3', as: 'observer', mark: 'hurt', offset: 1_900 }],
}

export const fiveMinutes: ShownScene = {
  ...emptyScene,
  played: 302_000,
  curve: [
    { level: 4, offset: 0 },
    { level: 5, offset: 31_000 },
    { level: 6, offset: 39_000 },
    { level: 7, offset: 88_000 },
    { level: 6, offset: 131_000 },
    { level: 5, offset: 139_000 },
    { level: 4, offset: 143_000 },
    { level: 3, offset: 214_000 },
    { level: 2, offset: 271_000 },
  ],
  lines: [
    {
      n: 1,
      by: 'p1',
      seat: 'customer',
      how: 'say',
      text: 'You people searched my bag in front of everybody.',
      offset: 4_000,
    },
    {
      n: 2,
      by: 'p2',
      seat: 'officer',
      how: 'say',
      text: "That's our policy. Everybody gets checked.",
      offset: 22_000,
    },
    {
      n: 3,
      by: 'p1',
      seat: 'customer',
      how: 'say',
      text: 'Everybody? I watched four people walk straight past you.',
      offset: 41_000,
    },
    { n: 4, by: 'p2', seat: 'officer', how: 'say', text: 'Please calm down.', offset: 80_000 },
    {
      n: 5,
      by: 'p2',
      seat: 'officer',
      how: 'do',
      text: 'steps back, lowers the radio, turns to her',
      offset: 118_000,
    },
    {
      n: 6,
      by: 'p2',
      seat: 'officer',
      how: 'say',
      text: 'So if I understand correctly, it felt as if I had picked you out, and in front of your son. Did I get that right?',
      offset: 126_000,
    },
    {
      n: 7,
      by: 'p1',
      seat: 'customer',
      how: 'say',
      text: 'Yes. That is exactly what it felt like.',
      offset: 150_000,
    },
    {
      n: 8,
      by: 'p2',
      seat: 'officer',
      how: 'say',
      text: 'I can show you how people are chosen, and then you open it yourself. Shall we do that together?',
      offset: 205_000,
    },
    {
      n: 9,
      by: 'p1',
      seat: 'customer',
      how: 'say',
      text: 'Fine. But I am the one who opens it.',
      offset: 240_000,
    },
  ],
  moments: [
    { id: 'm1', by: 'p3', as: 'observer', mark: 'hurt', offset: 26_000, behaviour: 'policy-wall', line: 2 },
    { id: 'm2', by: 'p3', as: 'observer', mark: 'hurt', offset: 84_000, behaviour: 'dismissed' },
    { id: 'm3', by: 'p3', as: 'observer', mark: 'helped', offset: 121_000, behaviour: 'gave-space' },
    { id: 'm4', by: 'p3', as: 'observer', mark: 'helped', offset: 130_000, behaviour: 'paraphrase', line: 6 },
    { id: 'm5', by: 'p4', as: 'instructor', mark: 'helped', offset: 209_000, behaviour: 'together' },
    { id: 'm6', by: 'p3', as: 'observer', mark: 'helped', offset: 296_000 },
    {
      id: 'm7',
      by: 'p1',
      as: 'customer',
      mark: 'helped',
      offset: 302_000,
      cue: { kind: 'calmer', index: 0 },
      words: 'in front of your son',
    },
    {
      id: 'm8',
      by: 'p1',
      as: 'customer',
      mark: 'hurt',
      offset: 22_000,
      cue: { kind: 'trigger', index: 0 },
      line: 2,
    },
  ],
  twists: [
    { index: 0, to: 'customer', text: 'Your phone rings: your son is waiting inside.', offset: 95_000 },
  ],
  calls: [
    { index: 0, who: 'Control room', answer: 'Every tenth visitor. It is on the sheet.', offset: 176_000 },
  ],
}

/** Of its two calls an instructor answered one, and the scene was over before the other was. */
export const corrected: ShownScene = {
  ...fiveMinutes,
  calls: [
    { index: 0, who: 'Control room', answer: 'Send him to me.', offset: 176_000, live: true },
    { index: 1, who: 'Shift lead', answer: null, offset: 228_000 },
  ],
  corrected: [
    { level: 5, offset: 100_000 },
    { level: 4, offset: 128_000 },
    { level: 2, offset: 210_000 },
  ],
}

export const retaken: ShownScene = {
  ...fiveMinutes,
  fork: { scene: 'r1-1.1', offset: 84_000, swapped: true },
  played: 118_000,
  curve: [
    { level: 6, offset: 0 },
    { level: 4, offset: 44_000 },
    { level: 3, offset: 90_000 },
  ],
  lines: fiveMinutes.lines.slice(4, 7).map(line => ({ ...line, offset: line.offset - 110_000 })),
  moments: [
    { id: 'm1', by: 'p3', as: 'observer', mark: 'helped', offset: 20_000, behaviour: 'feeling-named' },
  ],
  twists: [],
  calls: [],
}

/** Without a temperature, with nobody's name: as little as a viewer may be told. */
export const withoutCurve: ShownScene = {
  ...fiveMinutes,
  curve: null,
  lines: fiveMinutes.lines.map(({ by: _, ...line }) => line),
  moments: fiveMinutes.moments.map(({ by: _, words: __, ...moment }) => moment),
}

const levels: readonly Temperature[] = [4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 2, 3]
const levelAt = (index: number): Temperature => levels[index % levels.length] ?? 4

/** 600 lines and 400 moves in half an hour. */
export const crowded: ShownScene = {
  ...emptyScene,
  played: 1_800_000,
  curve: Array.from({ length: 400 }, (_, index) => ({ level: levelAt(index), offset: index * 4_500 })),
  lines: Array.from({ length: 600 }, (_, index) => ({
    n: index + 1,
    by: index % 2 === 0 ? 'p1' : 'p2',
    seat: index % 2 === 0 ? ('customer' as const) : ('officer' as const),
    how: index % 7 === 0 ? ('do' as const) : ('say' as const),
    text: `Line ${index + 1}, and a word without a break: ${'un'.repeat(30)}`,
    offset: index * 3_000,
  })),
  moments: Array.from({ length: 60 }, (_, index) => ({
    id: `m${index + 1}`,
    by: 'p3',
    as: 'observer' as const,
    mark: index % 3 === 0 ? ('hurt' as const) : ('helped' as const),
    offset: index * 30_000,
    ...(index % 2 === 0 && { behaviour: index % 3 === 0 ? ('cut-off' as const) : ('gave-space' as const) }),
  })),
}

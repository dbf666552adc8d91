import { describe, expect, test } from 'vitest'
import { UNTROUBLED } from '../testing/untroubled.ts'
import { ATTENTION, attention, byUrgency, REASONS, type Reason } from './attention.ts'
import type { WallCell } from './wall-cell.ts'

const NOW = 1_000_000_000
const MINUTE = 60_000

/** A scene at its fifth minute in which all is well: a line, a mark and a step of the temperature just now. */
const fine: WallCell = {
  ...UNTROUBLED,
  room: 'r1-4',
  spot: 4,
  phase: { name: 'scene', startsAt: NOW - 5 * MINUTE, endsAt: NOW + 5 * MINUTE },
  clock: { played: 0, runningSince: NOW - 5 * MINUTE, stoodFrom: null },
  level: 4,
  levelSince: 5 * MINUTE - 1_000,
  curve: [
    [0, 5],
    [299, 4],
  ],
  line: { seat: 'customer', text: 'Why me?', offset: 5 * MINUTE - 1_000 },
  mark: { mark: 'helped', behaviour: null, offset: 5 * MINUTE - 1_000 },
}
const TYPED = { medium: 'typed', pace: 'room' } as const
const SPOKEN = { medium: 'spoken', pace: 'class' } as const
const at = (change: Partial<WallCell>, rules: Parameters<typeof attention>[2] = TYPED) =>
  attention({ ...fine, ...change }, NOW, rules)
const held = (stoodFrom: number) => ({
  phase: { name: 'scene', held: true, remaining: MINUTE } as const,
  clock: { played: 4 * MINUTE, runningSince: null, stoodFrom },
  away: ['p2'],
})
const rating = (over: number, unfinished: readonly string[] = ['p2', 'p3']) => ({
  phase: { name: 'rating', endsAt: NOW - over } as const,
  clock: { played: 6 * MINUTE, runningSince: null, stoodFrom: NOW - 3 * MINUTE },
  unfinished,
})
const playedFor = (ms: number) => NOW - 5 * MINUTE + (5 * MINUTE - ms)
const silent = (ms: number) => ({
  line: { seat: 'officer', text: 'One moment.', offset: 5 * MINUTE - ms } as const,
})

describe('[V23] why a room needs somebody, and since when', () => {
  test('not at all while all is well', () => {
    expect(at({})).toBeUndefined()
    expect(at({}, SPOKEN)).toBeUndefined()
  })

  const table: readonly [Reason, string, Partial<WallCell>, number | null][] = [
    ['help', 'the oldest call', { help: ['p2', 'p3'], helpSince: NOW - 7 }, NOW - 7],
    [
      'stop',
      'since the clock stood',
      { ...held(NOW - 9), phase: { name: 'stopped' }, stoppedBy: 'p2' },
      NOW - 9,
    ],
    ['away', 'a scene that stands', held(NOW - ATTENTION.awayFor), NOW - ATTENTION.awayFor],
    [
      'away',
      'a briefing that waits',
      { phase: { name: 'briefing', endsAt: NOW - 20_000 }, away: ['p2'] },
      NOW - 20_000,
    ],
    ['furious', 'two minutes', { hotSince: 3 * MINUTE, level: 7 }, playedFor(2 * MINUTE)],
    ['silence', 'ninety seconds', silent(90_000), NOW - 90_000],
    ['silence', 'from the beginning', { line: null }, NOW - 5 * MINUTE],
    ['one-rater', 'after the time', rating(30_000, ['p3']), NOW - 30_000],
    ['over-time', 'of a rating', rating(30_000), NOW - 30_000],
    ['over-time', 'of a debrief', { phase: { name: 'debrief', endsAt: NOW - MINUTE } }, NOW - MINUTE],
    ['still', 'no move', { curve: [[0, 5]] }, NOW - 5 * MINUTE],
    ['unmarked', 'nobody marks', { helped: 0, mark: null }, NOW - 5 * MINUTE],
  ]
  test.each(table)('%s: %s', (reason, _how, change, since) => {
    expect(at(change)).toEqual({ reason, since, rank: REASONS.indexOf(reason) })
  })

  const notYet: readonly [string, Partial<WallCell>][] = [
    ['a scene that stands since just now', held(NOW - ATTENTION.awayFor + 1)],
    ['a briefing whose time runs', { phase: { name: 'briefing', endsAt: NOW + 1 }, away: ['p2'] }],
    ['furious for a moment less', { hotSince: 3 * MINUTE + 1 }],
    ['silent for a moment less', silent(90_000 - 1)],
    ['the last rater within the time', rating(30_000 - 1, ['p3'])],
    ['a rating within the time', rating(30_000 - 1)],
    ['nobody who could mark', { helped: 0, mark: null, observed: false }],
    ['an instructor’s end', { phase: { name: 'stopped' }, clock: held(NOW - 9).clock }],
  ]
  test.each(notYet)('not yet: %s', (_what, change) => {
    expect(at(change)).toBeUndefined()
  })

  test('the most urgent reason alone is given', () => {
    expect(at({ ...silent(MINUTE * 4), hotSince: 0, help: ['p2'], helpSince: NOW })?.reason).toBe('help')
    expect(at({ ...silent(MINUTE * 4), hotSince: 0 })?.reason).toBe('furious')
  })

  test('rooms are ordered by reason, then by who waits longest', () => {
    const help = at({ help: ['p2'], helpSince: NOW - 10 })
    const older = at({ help: ['p2'], helpSince: NOW - 20 })
    const hot = at({ hotSince: 0 })
    expect([undefined, hot, help, older].sort(byUrgency)).toEqual([older, help, hot, undefined])
    expect([undefined, hot].sort(byUrgency)[0]).toBe(hot)
  })
})

describe('[V24] limits', () => {
  test('are the class’s own where it has some', () => {
    const rules = { ...TYPED, attention: { ...ATTENTION, silentFor: 10_000 } }
    expect(at(silent(10_000), rules)?.reason).toBe('silence')
    expect(at(silent(10_000))).toBeUndefined()
  })

  test('time that the clock stood is nobody’s silence', () => {
    const paused = { clock: { played: 5 * MINUTE, runningSince: null, stoodFrom: NOW - 10 * MINUTE } }
    expect(at({ ...paused, line: null, hotSince: 0, helped: 0, curve: [[0, 5]] })).toBeUndefined()
    const resumed = { clock: { played: MINUTE, runningSince: NOW - MINUTE, stoodFrom: NOW - 9 * MINUTE } }
    expect(at({ ...resumed, hotSince: 0 })).toMatchObject({ reason: 'furious', since: NOW - 2 * MINUTE })
  })

  test('of a spoken scene nothing is said that its lines would tell, and nothing because of a device', () => {
    expect(at({ line: null }, SPOKEN)).toBeUndefined()
    expect(at({ ...held(0), phase: fine.phase, clock: fine.clock }, SPOKEN)).toBeUndefined()
    expect(at({ phase: { name: 'briefing', endsAt: 0 }, away: ['p2'] }, SPOKEN)).toBeUndefined()
  })

  test('where the class goes together, the instructor’s own Next is no room’s need', () => {
    expect(at(rating(MINUTE), { ...TYPED, pace: 'class' })).toBeUndefined()
    expect(at(rating(MINUTE, ['p3']), SPOKEN)?.reason).toBe('one-rater')
  })

  test('a class that waits for whoever dropped out is not asked about them', () => {
    expect(at(held(0), { ...TYPED, onDropout: 'wait' })).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import { UNTROUBLED } from '../testing/untroubled.ts'
import { ATTENTION } from './attention.ts'
import { SEEN_FOR, type Walked, walkNext } from './walk-next.ts'
import type { WallCell } from './wall-cell.ts'

const NOW = 1_000_000_000
const MINUTE = 60_000
const SPOKEN = { medium: 'spoken', pace: 'class' } as const
const TYPED = { medium: 'typed', pace: 'room' } as const
const NOWHERE: Walked = { at: null, left: {} }

/** A scene at its third minute in which all is well. */
const cell = (spot: number, change: Partial<WallCell> = {}): WallCell => ({
  ...UNTROUBLED,
  room: `r1-${spot}`,
  spot,
  phase: { name: 'scene', startsAt: NOW - 3 * MINUTE, endsAt: NOW + 2 * MINUTE },
  clock: { played: 0, runningSince: NOW - 3 * MINUTE, stoodFrom: null },
  level: 4,
  levelSince: 2 * MINUTE,
  curve: [
    [0, 5],
    [120, 4],
  ],
  line: null,
  mark: null,
  ...change,
})
const wallOf = (...cells: readonly WallCell[]) => Object.fromEntries(cells.map(each => [each.room, each]))
const hot = { level: 6, hotSince: MINUTE, curve: [[0, 6]] } as const
const marked = (behaviour: 'policy-wall' | 'feeling-named', ago: number) => ({
  mark: {
    mark: behaviour === 'policy-wall' ? 'hurt' : 'helped',
    behaviour,
    offset: 3 * MINUTE - ago,
  } as const,
})
const inPhase = (name: 'briefing' | 'debrief' | 'done' | 'stopped') => ({
  phase: { name } as const,
  clock: { played: 5 * MINUTE, runningSince: null, stoodFrom: NOW - MINUTE },
})

describe('[V25] where to walk next, why, and one question', () => {
  const table: readonly [string, Partial<WallCell>, object][] = [
    [
      'furious for two minutes',
      hot,
      { why: 'furious', since: NOW - 2 * MINUTE, ask: { seat: 'officer', person: null, about: 'furious' } },
    ],
    [
      'a call for help',
      { help: ['p2'], helpSince: NOW - 9, ...marked('policy-wall', 1_000) },
      { why: 'help', since: NOW - 9, ask: { person: 'p2', about: 'help' } },
    ],
    [
      'whoever stopped is asked themselves',
      { ...inPhase('stopped'), stoppedBy: 'p3' },
      { why: 'stop', since: NOW - MINUTE, ask: { person: 'p3', about: 'stop' } },
    ],
    [
      'no move of the temperature',
      { curve: [[0, 5]] },
      { why: 'still', since: NOW - 3 * MINUTE, ask: { seat: 'customer', about: 'still' } },
    ],
    [
      'no mark for long',
      { helped: 0, clock: { played: 0, runningSince: NOW - 5 * MINUTE, stoodFrom: null } },
      { why: 'unmarked', ask: { seat: 'observer', about: 'unmarked' } },
    ],
    ['more hurts than helps', { hurt: 3 }, { why: 'hurting', ask: { seat: 'officer', about: 'hurting' } }],
    [
      'hurt by a behaviour that was named just now',
      { hurt: 3, ...marked('policy-wall', 60_000) },
      { why: 'hurting', ask: { seat: 'officer', about: 'policy-wall' } },
    ],
    [
      'a name that is long ago asks nothing',
      { hurt: 3, ...marked('policy-wall', 91_000) },
      { why: 'hurting', ask: { seat: 'officer', about: 'hurting' } },
    ],
    [
      'it rises',
      {
        level: 5,
        curve: [
          [0, 3],
          [60, 5],
        ],
      },
      { why: 'rising', since: null, ask: { seat: 'officer', about: 'rising' } },
    ],
    [
      'it turned',
      {
        level: 3,
        curve: [
          [0, 5],
          [60, 6],
          [100, 3],
        ],
        ...marked('feeling-named', 10_000),
      },
      { why: 'turned', ask: { seat: 'officer', about: 'feeling-named' } },
    ],
    [
      'a scene that ended hot',
      { ...inPhase('debrief'), level: 6 },
      { why: 'ended-hot', ask: { seat: 'officer', about: 'ended-hot' } },
    ],
    ['nothing special', {}, { why: 'unvisited', ask: { seat: 'officer', about: 'unvisited' } }],
    [
      'while they read',
      inPhase('briefing'),
      { why: 'unvisited', ask: { seat: 'officer', about: 'reading' } },
    ],
  ]
  test.each(table)('%s', (_what, change, expected) => {
    expect(walkNext(wallOf(cell(4, change)), NOW, SPOKEN, NOWHERE)).toMatchObject({ spot: 4, ...expected })
  })

  test('nowhere, when no room is left and where there are none', () => {
    expect(
      walkNext(wallOf(cell(1, inPhase('done')), cell(2, inPhase('stopped'))), NOW, SPOKEN, NOWHERE),
    ).toBeUndefined()
    expect(walkNext({}, NOW, SPOKEN, NOWHERE)).toBeUndefined()
  })

  const first = (cells: readonly WallCell[], walked = NOWHERE) =>
    walkNext(wallOf(...cells), NOW, SPOKEN, walked)?.spot

  test('what is urgent comes first, then what is telling, then the nearest number; the order of the wall counts nothing', () => {
    const calm = cell(1)
    const rising = cell(2, {
      level: 5,
      curve: [
        [0, 3],
        [60, 5],
      ],
    })
    const hurting = cell(3, { hurt: 4 })
    const furious = cell(4, hot)
    const help = cell(5, { help: ['p2'], helpSince: NOW })
    const all = [calm, rising, hurting, furious, help]
    for (let count = all.length; count > 0; count -= 1) {
      const some = all.slice(0, count)
      expect(first(some)).toBe(count)
      expect(first(some.toReversed())).toBe(count)
    }
    expect(first([cell(9), cell(7), cell(8)])).toBe(7)
  })

  test('of two with the same reason the one that waits longer', () => {
    expect(first([cell(1, { ...hot, hotSince: 50_000 }), cell(2, { ...hot, hotSince: 20_000 })])).toBe(2)
  })

  test('never where one stands', () => {
    expect(first([cell(1, { help: ['p2'], helpSince: NOW }), cell(2)], { at: 'r1-1', left: {} })).toBe(2)
    expect(first([cell(1)], { at: 'r1-1', left: {} })).toBeUndefined()
  })

  test('where one just was, only for what can’t wait; then where one was longest ago', () => {
    const just = { at: null, left: { 'r1-1': NOW - SEEN_FOR + 1 } }
    expect(first([cell(1, hot), cell(2)], just)).toBe(2)
    expect(first([cell(1, { help: ['p2'], helpSince: NOW }), cell(2)], just)).toBe(1)
    expect(first([cell(1, hot), cell(2)], { at: null, left: { 'r1-1': NOW - SEEN_FOR } })).toBe(1)
    const both = { at: null, left: { 'r1-1': NOW - MINUTE, 'r1-2': NOW - 2 * MINUTE } }
    expect(first([cell(1), cell(2)], both)).toBe(2)
    expect(first([cell(1), cell(2), cell(3)], both)).toBe(3)
  })

  test('of a spoken scene nothing is said that only its lines would tell; the class’s limits count', () => {
    expect(walkNext(wallOf(cell(1)), NOW, SPOKEN, NOWHERE)?.why).toBe('unvisited')
    expect(walkNext(wallOf(cell(1)), NOW, TYPED, NOWHERE)).toMatchObject({
      why: 'silence',
      ask: { seat: 'officer', about: 'silence' },
    })
    const rules = { ...SPOKEN, attention: { ...ATTENTION, furiousFor: 3 * MINUTE } }
    expect(walkNext(wallOf(cell(1, hot)), NOW, rules, NOWHERE)?.why).not.toBe('furious')
  })

  test('a pair has nobody who observes: the question is another’s', () => {
    const pair = cell(1, { observed: false, helped: 0, curve: [[0, 5]] })
    expect(walkNext(wallOf(pair), NOW, SPOKEN, NOWHERE)).toMatchObject({ ask: { seat: 'customer' } })
  })
})

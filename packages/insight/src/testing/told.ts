import type { CurvePoint, Line, Moment } from '@evenkeel/classroom'
import { behaviourIds, markOf, type Temperature } from '@evenkeel/playbook'
import fc from 'fast-check'
import type { Told } from '../played-scene.ts'

/** A scene in which nothing happened, with what a test changes. */
export function told(change: Partial<Told> = {}): Told {
  const nothing: Told = {
    played: 60_000,
    curve: [{ level: 4, offset: 0 }],
    corrected: null,
    lines: [],
    moments: [],
    twists: [],
    calls: [],
  }
  return { ...nothing, ...change }
}

/** A curve written as level and seconds: `curve([4, 0], [6, 12.5])`. */
export const curve = (...points: readonly (readonly [Temperature, number])[]): CurvePoint[] =>
  points.map(([level, seconds]) => ({ level, offset: Math.round(seconds * 1_000) }))

export const line = (
  n: number,
  seconds: number,
  seat: Line['seat'] = 'officer',
  text = `line ${n}`,
): Line => ({
  n,
  by: seat === 'officer' ? 'p3' : 'p2',
  seat,
  how: 'say',
  text,
  offset: seconds * 1_000,
})

export const moment = (id: string, seconds: number, change: Partial<Moment> = {}): Moment => ({
  id,
  by: 'p4',
  as: 'observer',
  mark: 'helped',
  offset: seconds * 1_000,
  ...change,
})

const levels: fc.Arbitrary<Temperature> = fc.constantFrom(1, 2, 3, 4, 5, 6, 7)
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })

const rising = (played: number, most: number) =>
  fc.array(fc.nat(played), { maxLength: most }).map(offsets => offsets.sort((a, b) => a - b))

const points = (played: number, least: number) =>
  rising(played, 30).chain(offsets =>
    fc
      .array(levels, {
        minLength: Math.max(least, offsets.length),
        maxLength: Math.max(least, offsets.length),
      })
      .map(values => values.map((level, index): CurvePoint => ({ level, offset: offsets[index] ?? 0 }))),
  )

const arbitraryMoment = (played: number, lines: number): fc.Arbitrary<Omit<Moment, 'id'>> =>
  fc
    .record({
      by: fc.constantFrom('p1', 'p4', 'p10'),
      offset: fc.nat(played),
      behaviour: fc.option(fc.constantFrom(...behaviourIds), { nil: undefined }),
      unnamed: fc.constantFrom<Moment['mark']>('helped', 'hurt'),
      line: fc.option(fc.integer({ min: 1, max: Math.max(1, lines) }), { nil: undefined }),
      confirmed: fc.boolean(),
      words: fc.option(text, { nil: undefined }),
    })
    .map(({ by, offset, behaviour, unnamed, line, confirmed, words }) => ({
      by,
      as: confirmed ? 'customer' : 'observer',
      mark: behaviour === undefined ? unnamed : markOf(behaviour),
      offset,
      ...(behaviour && { behaviour }),
      ...(line !== undefined && line <= lines && { line }),
      ...(confirmed && { cue: { kind: 'trigger', index: 0 } }),
      ...(words !== undefined && { words }),
    }))

/** Any scene that the core can write: from nothing played to half an hour, with offsets in order and within it. */
export const anyTold: fc.Arbitrary<Told> = fc
  .oneof(fc.constant(0), fc.nat(2_000), fc.nat(1_800_000))
  .chain(played =>
    fc
      .record({
        tapped: points(played, 0),
        start: levels,
        corrected: fc.option(points(played, 1), { nil: null }),
        lines: rising(played, 20).chain(offsets =>
          fc
            .array(fc.tuple(fc.constantFrom<Line['seat']>('customer', 'officer'), fc.boolean(), text), {
              minLength: offsets.length,
              maxLength: offsets.length,
            })
            .map(said =>
              said.map(
                ([seat, does, words], index): Line => ({
                  n: index + 1,
                  by: seat === 'officer' ? 'p3' : 'p2',
                  seat,
                  how: does ? 'do' : 'say',
                  text: words,
                  offset: offsets[index] ?? 0,
                }),
              ),
            ),
        ),
        twist: fc.option(fc.nat(played), { nil: null }),
        call: fc.option(fc.nat(played), { nil: null }),
      })
      .chain(({ tapped, start, corrected, lines, twist, call }) =>
        fc.array(arbitraryMoment(played, lines.length), { maxLength: 15 }).map(
          (moments): Told => ({
            played,
            curve: [{ level: start, offset: 0 }, ...tapped],
            corrected: corrected?.length === 0 ? null : corrected,
            lines,
            moments: moments.map((each, index) => ({ ...each, id: `m${index + 1}` })),
            twists: twist === null ? [] : [{ index: 0, to: 'officer', text: 'A twist.', offset: twist }],
            calls: call === null ? [] : [{ index: 1, who: 'Bea', answer: 'Yes.', offset: call }],
          }),
        ),
      ),
  )

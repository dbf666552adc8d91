import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwet,
  percentAgreement,
} from './chance-corrected.ts'
import { fCumulative, fQuantile } from './f-distribution.ts'
import { UNDEFINED_SAYS } from './figure.ts'
import { icc } from './icc.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { fromCounts, type ScoreTable } from './score-table.ts'
import { linear, quadratic } from './weights.ts'

const SCALE = { categories: [1, 2, 3, 4, 5] }
const score = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 4 })
const tables: fc.Arbitrary<ScoreTable> = fc
  .integer({ min: 0, max: 5 })
  .chain(raters =>
    fc.array(fc.array(score, { minLength: raters, maxLength: raters }), { minLength: 0, maxLength: 12 }),
  )

const figures = {
  percent: (table: ScoreTable) => percentAgreement(table, { ...SCALE, weight: linear }),
  kappa: (table: ScoreTable) => cohenKappa(table, { ...SCALE, weight: quadratic }),
  conger: (table: ScoreTable) => congerKappa(table, SCALE),
  fleiss: (table: ScoreTable) => fleissKappa(table, SCALE),
  ac1: (table: ScoreTable) => gwet(table, SCALE),
  brennanPrediger: (table: ScoreTable) => brennanPrediger(table, SCALE),
  nominal: (table: ScoreTable) => krippendorffAlpha(table, 'nominal'),
  ordinal: (table: ScoreTable) => krippendorffAlpha(table, 'ordinal'),
  interval: (table: ScoreTable) => krippendorffAlpha(table, 'interval'),
  ratio: (table: ScoreTable) => krippendorffAlpha(table, 'ratio'),
}

describe.each(Object.entries(figures))('%s', (_, of) => {
  test('[I1] is a number up to 1 or says why there is none, whatever was rated', () => {
    fc.assert(
      fc.property(tables, table => {
        const found = of(table)
        if (found.value === null) expect(UNDEFINED_SAYS[found.because]).toMatch(/^Undefined because /)
        else {
          expect(Number.isFinite(found.value)).toBe(true)
          expect(found.value).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  test('does not depend on the order of scenes', () => {
    fc.assert(
      fc.property(tables, table => {
        const [there, back] = [of(table), of([...table].reverse())]
        expect(back).toMatchObject({
          ...there,
          value: there.value === null ? null : expect.closeTo(there.value, 9),
        })
      }),
    )
  })

  test('scenes that nobody or one person rated change no figure that counts pairs only', () => {
    const base: ScoreTable = [
      [1, 2],
      [3, 3],
      [5, 4],
    ]
    expect(of([...base, [null, null]])).toEqual(of(base))
  })

  test('is 1 where all agree on scores that vary', () => {
    const same: ScoreTable = [
      [1, 1],
      [2, 2],
      [5, 5],
    ]
    expect(of(same).value).toBeCloseTo(1, 12)
  })

  test.each([
    ['nothing', [], 'nothing-rated'],
    ['only gaps', [[null, null]], 'nothing-rated'],
    [
      'one rater',
      [
        [3, null],
        [4, null],
      ],
      'one-rater',
    ],
    [
      'nothing in common',
      [
        [3, null],
        [null, 4],
      ],
      'nothing-in-common',
    ],
  ] as [string, ScoreTable, string][])('%s', (__, table, because) => {
    expect(of(table)).toMatchObject({ value: null, because })
  })
})

test.each([
  ['kappa', figures.kappa],
  ['fleiss', figures.fleiss],
  ['ordinal alpha', figures.ordinal],
] as const)('no variance: %s is undefined, not perfect', (_, of) => {
  expect(
    of([
      [4, 4],
      [4, 4],
    ]),
  ).toEqual({ value: null, n: 2, raters: 2, because: 'no-variance' })
})

test('more than two raters have no single Cohen kappa', () => {
  expect(figures.kappa([[1, 2, 3]])).toMatchObject({ value: null, because: 'not-two-raters' })
})

test('a ratio scale has no zero', () => {
  expect(
    krippendorffAlpha(
      [
        [0, 1],
        [1, 2],
      ],
      'ratio',
    ),
  ).toMatchObject({ because: 'zero-on-ratio-scale' })
})

describe('intraclass correlation', () => {
  test('[I1] is never NaN and its interval holds it', () => {
    fc.assert(
      fc.property(tables, table => {
        const found = icc(table)
        if ('because' in found) return
        for (const kind of ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k'] as const) {
          const { value, interval } = found[kind]
          if (value === null) continue
          expect(Number.isFinite(value)).toBe(true)
          expect(value).toBeLessThanOrEqual(1 + 1e-9)
          if (interval === undefined) continue
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-6)
          expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-6)
        }
      }),
    )
  })

  test.each([
    ['nothing', [], 'nothing-rated'],
    ['one rater', [[3], [4]], 'one-rater'],
    [
      'nothing that all rated',
      [
        [3, null],
        [null, 4],
      ],
      'nothing-in-common',
    ],
    [
      'one scene',
      [
        [3, 4],
        [null, 4],
      ],
      'one-unit',
    ],
    [
      'no variance',
      [
        [4, 4],
        [4, 4],
      ],
      'no-variance',
    ],
  ] as [string, ScoreTable, string][])('%s', (_, table, because) => {
    expect(icc(table)).toMatchObject({ because })
  })

  test('scenes that nobody can tell apart have no correlation', () => {
    expect(
      icc([
        [2, 4],
        [4, 2],
      ]),
    ).toMatchObject({
      icc2k: { value: null, because: 'scenes-alike' },
      icc3k: { value: null, because: 'scenes-alike' },
    })
  })

  test('raters who agree leave no interval to state', () => {
    expect(
      icc([
        [1, 1],
        [5, 5],
      ]),
    ).toMatchObject({ icc21: { value: 1 } })
  })
})

test('F quantiles stand in printed tables', () => {
  // Abramowitz and Stegun, table 26.9: upper 5% and 2.5% points.
  expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.33, 2)
  expect(fQuantile(0.975, 1, 1)).toBeCloseTo(647.8, 1)
  expect(fQuantile(0.95, 120, 120)).toBeCloseTo(1.35, 2)
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.5, max: 200, noNaN: true }),
      fc.double({ min: 0.5, max: 200, noNaN: true }),
      (p, d1, d2) => {
        expect(fCumulative(fQuantile(p, d1, d2), d1, d2)).toBeCloseTo(p, 7)
      },
    ),
  )
  expect(() => fQuantile(1, 2, 2)).toThrow(RangeError)
})

test('counts become one row for each pair of answers', () => {
  expect(
    fromCounts([
      [1, 0],
      [2, 0],
    ]),
  ).toEqual([
    [1, 1],
    [2, 1],
    [2, 1],
  ])
})

import type { Agreement, ClassPage, Figure, PairFigures } from '@evenkeel/insight/report'

/** How raters of a class that nobody sat in agreed, for the gallery and for tests. */

const none: Figure = { value: null, n: 0, raters: 0, because: 'nothing-rated' }
const over = (value: number, n: number): Figure => ({ value, n, raters: 2 })
const figures = (value: number, n: number): PairFigures => ({
  same: over(value, n),
  kappa: over(value, n),
  alpha: over(value - 0.03, n),
  ac1: over(value + 0.05, n),
  icc: {
    n,
    raters: 2,
    icc21: { value: value - 0.06, ...(n > 2 && { interval: [value - 0.3, value + 0.1] }) },
    icc2k: { value: value + 0.02, ...(n > 2 && { interval: [value - 0.2, value + 0.12] }) },
  },
})

export const noAgreement: Agreement = {
  items: [],
  total: { same: none, alpha: none },
  moments: [],
  pairs: [],
}

export const agreement: Agreement = {
  items: [
    {
      item: 'attention',
      same: { value: 0.75, n: 12, raters: 3 },
      alpha: { value: 0.71, n: 12, raters: 3 },
    },
    {
      item: 'space',
      same: { value: 1, n: 2, raters: 2 },
      alpha: { value: null, n: 2, raters: 2, because: 'no-variance' },
    },
  ],
  total: { same: over(0.78, 12), alpha: over(0.69, 12) },
  moments: [{ behaviour: 'paraphrase', same: over(0.92, 12), ac1: over(0.88, 12) }],
  pairs: [
    {
      raters: ['p1', 'p2'],
      scenes: 12,
      items: [
        { item: 'attention', ...figures(0.81, 12) },
        { item: 'space', ...figures(0.4, 2) },
      ],
      total: { items: ['attention'], ...figures(0.72, 12) },
    },
    {
      raters: ['p1', 'p3'],
      scenes: 1,
      items: [],
      total: {
        items: [],
        same: none,
        kappa: none,
        alpha: none,
        ac1: none,
        icc: { n: 0, raters: 0, because: 'nothing-rated' },
      },
    },
  ],
}

export const beside: ClassPage['beside'] = [
  {
    person: 'p2',
    scenes: 1,
    met: 2,
    agree: 1,
    onlyObserver: 1,
    onlyInstructor: 0,
    where: [{ room: 'r1-1', scene: 'r1-1.1' }],
    moments: [
      {
        scene: 'r1-1.1',
        offset: 26_000,
        observer: { mark: 'hurt', behaviour: 'policy-wall' },
        instructor: { mark: 'hurt', behaviour: null },
      },
      { scene: 'r1-1.1', offset: 84_000, observer: { mark: 'helped', behaviour: null }, instructor: null },
      {
        scene: 'r1-1.1',
        offset: 130_000,
        observer: { mark: 'helped', behaviour: 'paraphrase' },
        instructor: { mark: 'hurt', behaviour: 'policy-wall' },
      },
    ],
  },
]

export const fishbowls: ClassPage['fishbowls'] = [
  {
    where: { room: 'r2-1', scene: 'r2-1.1' },
    people: 14,
    moments: [
      { offset: 31_000, instructor: { mark: 'hurt', behaviour: 'policy-wall' }, same: 11, other: 1 },
      { offset: 95_000, instructor: { mark: 'helped', behaviour: 'paraphrase' }, same: 6, other: 0 },
    ],
    onlyRoom: 4,
  },
]

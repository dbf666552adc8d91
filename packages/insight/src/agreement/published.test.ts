import { describe, expect, test } from 'vitest'
import {
  counts,
  fourRaters,
  shroutFleiss,
  threeCoders,
  threeTargets,
} from '../testing/published-agreement.ts'
import {
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwet,
  percentAgreement,
} from './chance-corrected.ts'
import { type Icc, icc } from './icc.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { fromCounts } from './score-table.ts'
import { linear, quadratic } from './weights.ts'

/** Equal to every decimal that was published. */
function agrees(value: number | null | undefined, published: string): void {
  const decimals = published.split('.')[1]?.length ?? 0
  expect(value?.toFixed(decimals)).toBe(Number(published).toFixed(decimals))
}

describe('[I2] intraclass correlation', () => {
  const result = icc(shroutFleiss)
  if ('because' in result) throw new Error(result.because)

  test.each([
    ['icc11', '0.1657'],
    ['icc21', '0.2898'],
    ['icc31', '0.7148'],
    ['icc1k', '0.4428'],
    ['icc2k', '0.6201'],
    ['icc3k', '0.9093'],
  ] as const)('six targets and four judges: %s is %s', (kind, published) => {
    agrees((result[kind] satisfies Icc).value, published)
  })

  test('six targets and four judges: mean squares and the interval of ICC(2,1)', () => {
    const { msr, msc, mse, msw } = result.squares
    agrees(msr, '11.2417')
    agrees(msc, '32.4861')
    agrees(mse, '1.0194')
    agrees(msw, '6.2639')
    agrees(result.icc21.interval?.[0], '0.0188')
    agrees(result.icc21.interval?.[1], '0.7611')
  })

  test('three targets and two judges', () => {
    const small = icc(threeTargets)
    if ('because' in small) throw new Error(small.because)
    agrees(small.icc11.value, '0.5246')
    agrees(small.icc21.value, '0.463')
    agrees(small.icc31.value, '0.3676')
  })
})

describe('[I2] four raters with gaps', () => {
  test.each([
    ['nominal', '0.74342'],
    ['ordinal', '0.81539'],
    ['interval', '0.84911'],
    ['ratio', '0.79740'],
  ] as const)("Krippendorff's alpha, %s: %s", (scale, published) => {
    agrees(krippendorffAlpha(fourRaters, scale).value, published)
  })

  test.each([
    ['AC1', gwet(fourRaters), '0.77544'],
    ['AC2 linear', gwet(fourRaters, { weight: linear }), '0.859'],
    ['AC2 quadratic', gwet(fourRaters, { weight: quadratic }), '0.914'],
    ["Fleiss' kappa", fleissKappa(fourRaters), '0.76117'],
    ["Conger's kappa", congerKappa(fourRaters), '0.76282'],
    ['Brennan and Prediger', brennanPrediger(fourRaters), '0.77273'],
    ['percent agreement', percentAgreement(fourRaters), '0.81818'],
  ])('%s', (_, figure, published) => {
    agrees(figure.value, published)
    expect(figure).toMatchObject({ n: 11, raters: 4 })
  })
})

describe('[I2] three coders with gaps', () => {
  test.each([
    ['nominal', '0.691358'],
    ['interval', '0.810845'],
  ] as const)("Krippendorff's alpha, %s: %s", (scale, published) => {
    agrees(krippendorffAlpha(threeCoders, scale).value, published)
  })
})

describe('[I2] two raters', () => {
  const diagnoses = fromCounts(counts.diagnoses)
  const fourByFour = fromCounts(counts.fourByFour)
  const balanced = fromCounts(counts.balanced)
  const skewed = fromCounts(counts.skewed)

  test.each([
    ['diagnoses: kappa', cohenKappa(diagnoses), '0.79641'],
    ['diagnoses: linear kappa', cohenKappa(diagnoses, { weight: linear }), '0.84290'],
    ['diagnoses: quadratic kappa', cohenKappa(diagnoses, { weight: quadratic }), '0.89216'],
    ['diagnoses: AC1', gwet(diagnoses), '0.84933'],
    ['diagnoses: AC2 linear', gwet(diagnoses, { weight: linear }), '0.9000'],
    ['diagnoses: AC2 quadratic', gwet(diagnoses, { weight: quadratic }), '0.9402'],
    ["diagnoses: Scott's pi", fleissKappa(diagnoses), '0.79624'],
    ['diagnoses: nominal alpha', krippendorffAlpha(diagnoses, 'nominal'), '0.79726'],
    ['4x4: kappa', cohenKappa(fourByFour), '0.43150'],
    ['4x4: linear kappa', cohenKappa(fourByFour, { weight: linear }), '0.40681'],
    ['4x4: quadratic kappa', cohenKappa(fourByFour, { weight: quadratic }), '0.38319'],
    ['4x4: AC1', gwet(fourByFour), '0.45616'],
    ['balanced: percent agreement', percentAgreement(balanced), '0.85'],
    ['balanced: kappa', cohenKappa(balanced), '0.70'],
    ['balanced: AC1', gwet(balanced), '0.701'],
    ['skewed: percent agreement', percentAgreement(skewed), '0.85'],
    ['skewed: kappa', cohenKappa(skewed), '0.32'],
    ['skewed: AC1', gwet(skewed), '0.808'],
  ])('%s', (_, figure, published) => {
    agrees(figure.value, published)
  })
})

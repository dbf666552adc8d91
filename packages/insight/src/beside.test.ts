import { expect, test } from 'vitest'
import { besideFirst } from './beside.ts'
import { curve, line, told } from './testing/told.ts'

const scene = told({ curve: curve([4, 0], [6, 20], [5, 50]), lines: [line(1, 5), line(2, 25), line(3, 55)] })

test('[I17] the stretch from the fork on, as long as the retake, from zero', () => {
  const retake = told({ played: 20_000, curve: curve([6, 0], [3, 12]), lines: [line(1, 2)] })
  const beside = besideFirst(scene, retake, 22_000)
  expect(beside).toMatchObject({ fork: 22_000, from: 6, cooler: 3 })
  expect(beside.first).toEqual({
    segments: [{ from: 0, to: 20_000, level: 6, corrected: false }],
    lines: [{ ...line(2, 25), offset: 3_000 }],
    ended: 6,
    played: 20_000,
  })
  expect(beside.again).toMatchObject({ ended: 3, played: 20_000, lines: [{ n: 1 }] })
})

test('[I17] near the end the first try is shorter; without a curve nothing is compared', () => {
  const late = besideFirst(scene, told({ played: 30_000 }), 55_000)
  expect(late.first).toMatchObject({ played: 5_000, ended: 5 })
  expect(besideFirst(told({ curve: null }), told(), 0)).toMatchObject({ from: null, cooler: null })
  expect(besideFirst(scene, told({ played: 0, curve: [] }), 90_000)).toMatchObject({
    fork: 60_000,
    cooler: null,
  })
})

import type { Moment } from '@evenkeel/classroom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { played } from '../testing/played.ts'
import { moment } from '../testing/told.ts'
import { calibrate, calibrateMarks } from './calibration.ts'

const mark = (id: string, seconds: number, by: string, change: Partial<Moment> = {}) =>
  moment(id, seconds, { by, as: by === 'p1' ? 'instructor' : 'observer', ...change })

test('[I5] each mark meets the nearest of the other within 10 s', () => {
  const scene = played({
    moments: [
      mark('m1', 10, 'p4'),
      mark('m2', 14, 'p4'),
      mark('m3', 15, 'p1', { mark: 'hurt' }),
      mark('m4', 40, 'p1'),
      mark('m5', 60, 'p4', { as: 'customer' }),
    ],
  })
  const { met, onlyMine, onlyTheirs } = calibrate(scene, 'p4', 'p1')
  expect(met).toMatchObject([
    { mine: { id: 'm2' }, theirs: { id: 'm3' }, apart: 1_000, agree: false, sameName: null },
  ])
  expect(onlyMine.map(each => each.id)).toEqual(['m1'])
  expect(onlyTheirs.map(each => each.id)).toEqual(['m4'])
})

test('[I5] ten seconds apart meet, a millisecond more does not', () => {
  expect(calibrateMarks([mark('m1', 0, 'p4')], [mark('m2', 10, 'p1')]).met).toHaveLength(1)
  expect(calibrateMarks([mark('m1', 0, 'p4')], [mark('m2', 10.001, 'p1')]).met).toHaveLength(0)
})

test('[I5] marks at one line meet however late they were made; at two lines never', () => {
  const late = calibrateMarks([mark('m1', 0, 'p4', { line: 3 })], [mark('m2', 90, 'p1', { line: 3 })])
  expect(late.met).toHaveLength(1)
  expect(calibrateMarks([mark('m1', 0, 'p4', { line: 3 })], [mark('m2', 0, 'p1', { line: 4 })]).met).toEqual(
    [],
  )
})

test('[I5] names are compared where both gave one', () => {
  const one = (behaviour: Moment['behaviour']) =>
    calibrateMarks(
      [mark('m1', 0, 'p4', { behaviour: 'paraphrase' })],
      [mark('m2', 0, 'p1', behaviour === undefined ? {} : { behaviour })],
    ).met[0]?.sameName
  expect([one('paraphrase'), one('validated'), one(undefined)]).toEqual([true, false, null])
})

test('[I5] no mark is lost or used twice, and the two sides mirror each other', () => {
  const marks = (by: string, first: number) =>
    fc
      .array(fc.record({ seconds: fc.nat(60), line: fc.option(fc.nat(4), { nil: undefined }) }), {
        maxLength: 8,
      })
      .map(list =>
        list.map(({ seconds, line }, index) =>
          mark(`m${first + 2 * index}`, seconds, by, line === undefined ? {} : { line }),
        ),
      )
  fc.assert(
    fc.property(marks('p4', 1), marks('p1', 2), (mine, theirs) => {
      const there = calibrateMarks(mine, theirs)
      const used = [...there.met.map(each => each.mine), ...there.onlyMine]
      expect(new Set(used).size).toBe(mine.length)
      expect(used).toHaveLength(mine.length)
      expect(there.met.length + there.onlyTheirs.length).toBe(theirs.length)
      const back = calibrateMarks(theirs, mine)
      expect(back.met.map(each => each.apart).sort()).toEqual(there.met.map(each => each.apart).sort())
    }),
  )
})

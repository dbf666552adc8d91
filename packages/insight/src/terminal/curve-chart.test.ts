import { expect, test } from 'vitest'
import { curve, moment, told } from '../testing/told.ts'
import { timelineOf } from '../timeline.ts'
import { curveChart } from './curve-chart.ts'

const WIDTH = 34 // twenty columns of three seconds each for a scene of a minute

test('the curve is stepped, a change shows both levels, marks stand where they were made', () => {
  const scene = told({
    curve: curve([4, 0], [6, 10], [2, 42]),
    moments: [moment('m1', 15), moment('m2', 15.5), moment('m3', 60), moment('m4', 9, { mark: 'hurt' })],
  })
  expect(curveChart(timelineOf(scene), WIDTH).rows).toEqual([
    '     furious ┤',
    '     boiling ┤   ████████████',
    '       angry ┤   █░░░░░░░░░░█',
    '  frustrated ┤████░░░░░░░░░░█',
    '     annoyed ┤░░░░░░░░░░░░░░█',
    '      uneasy ┤░░░░░░░░░░░░░░██████',
    '        calm ┤░░░░░░░░░░░░░░░░░░░░',
    '             └┬─────────┬─────────',
    '              0:00      0:30',
    '      helped       2             ▲',
    '        hurt     ▼',
  ])
})

test('a peak shorter than a column is drawn all the same', () => {
  const [hottest] = curveChart(timelineOf(told({ curve: curve([4, 0], [7, 31], [4, 31.2]) })), WIDTH).rows
  expect(hottest).toBe('     furious ┤          █')
})

test('a level set in the last millisecond is drawn at the end', () => {
  const rows = curveChart(timelineOf(told({ curve: curve([4, 0], [1, 60]) })), WIDTH).rows
  expect(rows[6]).toBe('        calm ┤░░░░░░░░░░░░░░░░░░░█')
})

test('a corrected curve is drawn over the one that was tapped first', () => {
  const scene = told({ curve: curve([4, 0], [6, 30]), corrected: curve([4, 0]) })
  const rows = curveChart(timelineOf(scene), WIDTH).rows
  expect(rows[1]).toBe('     boiling ┤          ··········')
  expect(rows[3]).toBe('  frustrated ┤████████████████████')
})

test('an hour and two seconds both get a readable axis', () => {
  const axis = (played: number) => curveChart(timelineOf(told({ played })), WIDTH).rows.slice(7)
  expect(axis(3_600_000)).toEqual(['             └┬─────────┬─────────', '              0:00      30:00'])
  expect(axis(2_000)).toEqual(['             └┬─────────┬─────────', '              0:00      0:01'])
  expect(axis(400)).toEqual(['             └┬───────────────────', '              0:00'])
})

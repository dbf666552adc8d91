import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, seconds } from '../testing/one-room.ts'
import type { PlayedClass } from '../testing/play-class.ts'
import { type WallCell, wallCell } from './wall-cell.ts'
import { cellChange, withChange, withFrame } from './wall-change.ts'

const cellOf = (played: PlayedClass) => wallCell(played.state, played.room())
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What the wall is told of what `act` does. */
function changeBy(played: PlayedClass, act: () => void) {
  const before = cellOf(played)
  act()
  return cellChange(before, cellOf(played))
}

describe('a change of a cell', () => {
  test('[V22] has a step of the temperature as one new point', () => {
    const played = oneRoom('scene')
    played.wait(seconds(10))
    played.mustAct(CUSTOMER, 'SetTemperature', { level: 2 })
    played.wait(seconds(5))
    const change = changeBy(played, () => played.mustAct(CUSTOMER, 'SetTemperature', { level: 3 }))
    expect(change).toEqual({ level: 3, levelSince: seconds(15), curve: [[15, 3]], curveFrom: 2 })
  })

  test('[V22] has a line and a mark, and nothing else', () => {
    const played = oneRoom('scene')
    const line = changeBy(played, () => played.mustAct(OFFICER, 'Speak', { how: 'say', text: 'Good day.' }))
    expect(line).toEqual({ line: { seat: 'officer', text: 'Good day.', offset: expect.any(Number) } })
    const mark = changeBy(played, () => played.mustAct(OBSERVER, 'Mark', { mark: 'hurt' }))
    expect(Object.keys(mark ?? {}).sort()).toEqual(['hurt', 'mark'])
  })

  test('[V22] takes back what is over, and is none where nothing differs', () => {
    const played = oneRoom('scene')
    expect(changeBy(played, () => played.wait(seconds(5)))).toBeNull()
    expect(changeBy(played, () => played.must(OFFICER, 'CallHelp', {}))).toEqual({
      help: [OFFICER],
      helpSince: played.now,
    })
    expect(changeBy(played, () => played.must(OFFICER, 'EndHelp', { person: OFFICER }))).toEqual({
      help: [],
      helpSince: null,
    })
  })

  test('[V22] leaves the other cells the same values, and a frame that is whole has all there is', () => {
    const one = cellOf(oneRoom('scene'))
    const wall = { a: one, b: { ...one, spot: 2 } }
    const next = withFrame(wall, {
      whole: false,
      cells: {},
      changes: { a: { spot: 3 }, unknown: { spot: 4 } },
    })
    expect(next).toEqual({ a: { ...one, spot: 3 }, b: wall.b })
    expect(next.b).toBe(wall.b)
    expect(withFrame(next, { whole: true, cells: { c: one } })).toEqual({ c: one })
  })
})

/** What people in one room do, most of it again and again. */
const STEPS: Readonly<Record<string, (played: PlayedClass, by: number) => void>> = {
  step: (played, by) =>
    void played.act(CUSTOMER, 'SetTemperature', { level: (1 + (by % 7)) as WallCell['level'] }),
  line: (played, by) =>
    void played.act(by % 2 ? CUSTOMER : OFFICER, 'Speak', { how: 'say', text: `Line ${by}` }),
  mark: (played, by) => void played.act(OBSERVER, 'Mark', { mark: by % 2 ? 'helped' : 'hurt' }),
  undo: played => {
    const moment = played.room().scenes.at(-1)?.moments.at(-1)
    if (moment !== undefined) played.act(OBSERVER, 'UndoMoment', { moment: moment.id })
  },
  wait: (played, by) => played.wait(by * 250),
  call: played => void played.give(OFFICER, 'CallHelp', {}),
  end: played => void played.give(OFFICER, 'EndHelp', { person: OFFICER }),
  timeOut: played => void played.act(OFFICER, 'CallTimeOut', {}),
  goOn: played => void played.act(OFFICER, 'EndTimeOut', {}),
  over: played => void played.act(INSTRUCTOR, 'EndRoom', {}),
}
const often = [
  'step',
  'step',
  'step',
  'step',
  'line',
  'mark',
  'mark',
  'undo',
  'wait',
  'wait',
  'call',
  'end',
  'timeOut',
  'goOn',
]
const step = fc.record({
  what: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constant('over') },
  ),
  by: fc.nat(40),
  look: fc.boolean(),
})

test('[V22] changes, folded, are the cell, whenever it was looked at', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150, size: 'max' }), steps => {
      const played = oneRoom('scene')
      let shown = { room: played.room(), cell: cellOf(played) }
      let folded = overTheWire(shown.cell)
      for (const { what, by, look } of steps) {
        STEPS[what]?.(played, by)
        if (!look) continue
        const cell = wallCell(played.state, played.room(), shown)
        // Made from the earlier cell or from nothing: the same.
        expect(cell).toEqual(cellOf(played))
        const change = cellChange(shown.cell, cell)
        if (change !== null) folded = withChange(folded, overTheWire(change))
        expect(JSON.stringify(folded)).toBe(JSON.stringify(cell))
        shown = { room: played.room(), cell }
      }
    }),
    { numRuns: 60 },
  )
})

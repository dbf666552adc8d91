import { expect, test } from 'vitest'
import { played } from '../testing/played.ts'
import { moment } from '../testing/told.ts'
import { roomBeside } from './room-beside.ts'

const instructor = (id: string, at: number, more: object = {}) =>
  moment(id, at, { by: 'p1', as: 'instructor', ...more })
const of = (person: string, id: string, at: number, more: object = {}) =>
  moment(id, at, { by: person, as: 'observer', ...more })

test('[I18] a fishbowl’s whole room beside the instructor, moment by moment: nobody takes another’s place', () => {
  const scene = played({
    roundKind: 'fishbowl',
    moments: [
      instructor('m1', 60, { mark: 'hurt', behaviour: 'policy-wall' }),
      instructor('m2', 20),
      of('p4', 'm3', 22),
      of('p5', 'm4', 25),
      of('p6', 'm5', 18, { mark: 'hurt' }),
      of('p4', 'm6', 61, { mark: 'hurt' }),
      of('p5', 'm7', 150),
      of('p6', 'm8', 151),
      moment('m9', 20, { by: 'p2', as: 'customer' }),
    ],
  })
  expect(roomBeside([scene])).toEqual([
    {
      where: { room: 'r1-1', scene: scene.scene },
      people: 3,
      moments: [
        { offset: 20_000, instructor: { mark: 'helped', behaviour: null }, same: 2, other: 1 },
        { offset: 60_000, instructor: { mark: 'hurt', behaviour: 'policy-wall' }, same: 1, other: 0 },
      ],
      onlyRoom: 2,
    },
  ])
})

test('[I18] nothing is said of a fishbowl that one side did not mark, nor of a room that is none', () => {
  const both = [instructor('m1', 20), of('p4', 'm2', 20)]
  expect(roomBeside([played({ roundKind: 'fishbowl', moments: both.slice(0, 1) })])).toEqual([])
  expect(roomBeside([played({ roundKind: 'fishbowl', moments: both.slice(1) })])).toEqual([])
  expect(roomBeside([played({ moments: both })])).toEqual([])
  expect(roomBeside([])).toEqual([])
})

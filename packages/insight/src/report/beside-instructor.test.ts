import { expect, test } from 'vitest'
import type { PlayedScene } from '../played-scene.ts'
import { played } from '../testing/played.ts'
import { moment } from '../testing/told.ts'
import { besideInstructor } from './beside-instructor.ts'

test('[I18] each observer beside the instructors, over the scenes that both marked', () => {
  const scene = (id: string, moments: PlayedScene['moments']) => played({ scene: id, moments })
  const rows = besideInstructor([
    scene('a', [
      moment('m1', 10, { by: 'p4', as: 'observer' }),
      moment('m2', 14, { by: 'p1', as: 'instructor' }),
      moment('m3', 60, { by: 'p4', as: 'observer', mark: 'hurt' }),
      moment('m4', 100, { by: 'p1', as: 'instructor' }),
    ]),
    scene('b', [
      moment('m1', 10, { by: 'p4', as: 'observer', mark: 'hurt' }),
      moment('m2', 10, { by: 'p1', as: 'instructor' }),
      moment('m3', 10, { by: 'p5', as: 'observer' }),
    ]),
    scene('c', [moment('m1', 10, { by: 'p6', as: 'observer' })]),
  ])
  expect(
    rows.map(({ person, scenes, met, agree, onlyObserver, onlyInstructor }) => [
      person,
      scenes,
      met,
      agree,
      onlyObserver,
      onlyInstructor,
    ]),
  ).toEqual([
    ['p4', 2, 2, 1, 1, 1],
    ['p5', 1, 1, 1, 0, 0],
  ])
  expect(rows[0]?.where).toEqual([
    { room: 'r1-1', scene: 'a' },
    { room: 'r1-1', scene: 'b' },
  ])
  const helped = { mark: 'helped', behaviour: null }
  const hurt = { mark: 'hurt', behaviour: null }
  expect(rows[0]?.moments).toEqual([
    { scene: 'a', offset: 10_000, observer: helped, instructor: helped },
    { scene: 'a', offset: 60_000, observer: hurt, instructor: null },
    { scene: 'a', offset: 100_000, observer: null, instructor: helped },
    { scene: 'b', offset: 10_000, observer: hurt, instructor: helped },
  ])
  expect(besideInstructor([])).toEqual([])
})

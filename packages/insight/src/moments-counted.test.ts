import { behaviourIds } from '@evenkeel/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMoments } from './moments-counted.ts'
import { anyTold, moment } from './testing/told.ts'

test('moments are counted by behaviour, those without a name apart', () => {
  const counts = countMoments([
    moment('m1', 1, { behaviour: 'gave-space' }),
    moment('m2', 2, { behaviour: 'gave-space', by: 'p5' }),
    moment('m3', 3),
    moment('m4', 4, { mark: 'hurt' }),
  ])
  expect(counts.behaviours['gave-space']).toBe(2)
  expect(counts.behaviours.paraphrase).toBe(0)
  expect(counts.unnamed).toEqual({ helped: 1, hurt: 1 })
})

test('pitfalls are listed in their order and take nothing from what helped', () => {
  const helped = [moment('m1', 1, { behaviour: 'validated' }), moment('m2', 2, { behaviour: 'validated' })]
  const hurt = [
    moment('m3', 9, { mark: 'hurt', behaviour: 'cut-off' }),
    moment('m4', 4, { mark: 'hurt', behaviour: 'policy-wall' }),
  ]
  const counts = countMoments([...helped, ...hurt])
  expect(counts.pitfalls.map(({ id }) => id)).toEqual(['m4', 'm3'])
  expect(counts.behaviours.validated).toBe(countMoments(helped).behaviours.validated)
})

test('for any moments: every one is counted once, whatever their order', () => {
  fc.assert(
    fc.property(anyTold, ({ moments }) => {
      const { behaviours, unnamed, pitfalls } = countMoments(moments)
      const named = behaviourIds.reduce((sum, id) => sum + behaviours[id], 0)
      expect(named + unnamed.helped + unnamed.hurt).toBe(moments.length)
      const reversed = countMoments(moments.toReversed())
      expect(reversed.behaviours).toEqual(behaviours)
      expect(reversed.unnamed).toEqual(unnamed)
      expect(new Set(reversed.pitfalls)).toEqual(new Set(pitfalls))
    }),
  )
})

import { expect, it } from 'vitest'
import { steps } from './curve.tsx'
import { partsOf } from './glossed.tsx'

it('draws the temperature in steps, each level kept until the next point and to the end', () => {
  const points = [
    { level: 6, offset: 0 },
    { level: 3, offset: 40 },
  ] as const
  expect(
    steps(
      points,
      100,
      x => x,
      y => y * 10,
    ),
  ).toBe('M0.0 60.0H40.0V30.0H100.0')
})

it('finds whole glossary words in any case, the longest first, and nothing inside other words', () => {
  const glossary = [
    { word: 'lane', meaning: 'a way' },
    { word: 'ambulance lane', meaning: 'a way for ambulances' },
    { word: 'a.b', meaning: 'dots are dots' },
  ]
  const found = (text: string) =>
    partsOf(text, glossary).flatMap(({ part, meaning }) => (meaning ? [part] : []))
  expect(found('The Ambulance lane and the lane, planes aside; acb')).toEqual(['Ambulance lane', 'lane'])
})

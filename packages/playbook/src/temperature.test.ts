import { expect, test } from 'vitest'
import { bandOf, bands, ladder, stepOf } from './ladder.ts'
import { temperatureSchema } from './temperature.ts'

test('seven named steps from calm to furious, each with one sentence', () => {
  expect(ladder.map(step => step.level)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect([ladder[0].word, ladder[6].word]).toEqual(['calm', 'furious'])
  expect(new Set(ladder.map(step => step.word)).size).toBe(7)
  for (const step of ladder) {
    expect(step.looks).toMatch(/^[A-Z][^.]*\.$/)
    expect(stepOf(step.level)).toBe(step)
  }
})

test('three bands cover the ladder: settled 1-2, upset 3-5, furious 6-7', () => {
  expect(ladder.map(step => bandOf(step.level))).toEqual([
    'settled',
    'settled',
    'upset',
    'upset',
    'upset',
    'furious',
    'furious',
  ])
  for (const step of ladder) {
    const band = bands.find(each => each.from <= step.level && step.level <= each.to)
    expect(band?.id).toBe(bandOf(step.level))
  }
})

test.each([0, 8, 3.5, '3', null, Number.NaN])('%s is not a temperature', wrong => {
  expect(temperatureSchema.safeParse(wrong).success).toBe(false)
})

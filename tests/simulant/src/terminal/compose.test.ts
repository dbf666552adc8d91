import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { compose } from './compose.ts'
import { readTyped } from './typed.ts'

const place = { room: 'r1-1', scene: 'r1-1-s1', seat: 'customer' }
const typed = (line: string, view = aView()) => compose(readTyped(line), view)

test('every command carries the place that it was typed for', () => {
  expect(typed('Hello')).toEqual({ send: { type: 'Speak', data: { place, how: 'say', text: 'Hello' } } })
  expect(typed('/cue c2 7')).toEqual({
    send: { type: 'ConfirmCue', data: { place, cue: { kind: 'calmer', index: 1 }, line: 7 } },
  })
})

test('hotter and cooler go one step from where it is, and stay on the ladder', () => {
  expect(typed('/hotter')).toEqual({ send: { type: 'SetTemperature', data: { place, level: 5 } } })
  const top = aView({}, { curve: [{ level: 7, offset: 0 }] })
  expect(typed('/hotter', top)).toEqual({ send: { type: 'SetTemperature', data: { place, level: 7 } } })
})

test('a bare number is said in a scene and is a score in the rating, beside the scores before', () => {
  expect(typed('4')).toMatchObject({ send: { type: 'Speak', data: { text: '4' } } })
  const rating = { by: 'p2', as: 'customer', about: 'p3', scores: { listened: 2 }, sentence: 'So.' } as const
  const view = aView({ phase: { name: 'rating', endsAt: 1 }, ratings: [rating] })
  expect(typed('4', view)).toEqual({
    send: { type: 'Rate', data: { place, scores: { listened: 2, understood: 4 }, sentence: 'So.' } },
  })
})

test('stuck gives the brief’s sentence for the band, to the customer alone', () => {
  expect(typed('/stuck')).toMatchObject({
    show: [{ text: expect.stringContaining('Every minute we talk here') }],
  })
  expect(typed('/stuck', aView({ seat: 'officer', customer: null }))).toMatchObject({
    show: [{ tone: 'warning' }],
  })
})

test('without a seat only help, what and quit do something', () => {
  expect(typed('/help', aView(null))).toEqual({ send: { type: 'CallHelp', data: {} } })
  expect(typed('Hello', aView(null))).toMatchObject({ show: [{ text: expect.stringContaining('wait') }] })
  expect(typed('/quit', aView(null))).toEqual({ quit: true })
})

import { expect, test } from 'vitest'
import { addressOf, type CardsPlace, placeOf } from './place.ts'

const places: readonly CardsPlace[] = [
  { at: 'list' },
  { at: 'card', hash: 'ab12' },
  { at: 'paper', hash: 'ab12' },
  { at: 'choose-paper' },
  { at: 'class-paper' },
  { at: 'import' },
  { at: 'write', from: { how: 'new', hash: '' } },
  { at: 'write', from: { how: 'copy', hash: 'ab12' } },
  { at: 'write', from: { how: 'edit', hash: 'a&b=c' } },
]

test('every place has an address that leads back to it; an unknown one is the list', () => {
  for (const place of places)
    expect(placeOf(new URL(addressOf(place), 'http://x').searchParams)).toEqual(place)
  expect(placeOf(new URLSearchParams('open=elsewhere'))).toEqual({ at: 'list' })
})

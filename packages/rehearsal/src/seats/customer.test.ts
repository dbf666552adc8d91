import { expect, test } from 'vitest'
import { Seeded } from '../seeded.ts'
import { aLook as look } from '../testing/a-look.ts'
import { Customer } from './customer.ts'
import type { Look } from './player.ts'

const opening = {
  n: 1,
  by: 'p2',
  seat: 'customer',
  how: 'say',
  text: 'You are the third desk.',
  offset: 1,
} as const
const officer = (text: string) =>
  ({ n: 2, by: 'p3', seat: 'officer', how: 'say', text, offset: 9_000 }) as const
const beats = (customer: Customer, seen: Look) => customer.next(seen)?.map(({ beat }) => beat)

test('the opening is said word for word', () => {
  expect(beats(new Customer(new Seeded(1)), look([]))).toEqual([
    {
      kind: 'line',
      how: 'say',
      text: 'You are the third desk. Somebody has my phone and you all just point at the next door.',
    },
  ])
})

test.each([1, 2, 3, 4])('a trigger of the brief takes them up and says its sentence (seed %i)', seed => {
  const [tap, words] =
    beats(new Customer(new Seeded(seed)), look([opening, officer('It is only a phone.')])) ?? []
  expect(tap).toMatchObject({ kind: 'temperature' })
  expect(tap?.kind === 'temperature' && tap.level > 4).toBe(true)
  expect(words).toMatchObject({ text: 'Only a phone. You have no idea what is on it.' })
})

test.each([1, 2, 3, 4])('a calmer of the brief takes them down and softens as it says (seed %i)', seed => {
  const turn = beats(new Customer(new Seeded(seed)), look([opening, officer('You sound worried.')])) ?? []
  expect(turn[0]).toEqual({ kind: 'temperature', level: 3 })
  expect(turn.at(-1)).toMatchObject({ text: 'Yes. I am.' })
})

test('they wait for the officer, and for a line rather than a gesture', () => {
  const customer = new Customer(new Seeded(1))
  expect(customer.next(look([opening]))).toBeUndefined()
  expect(customer.next(look([opening, { ...officer('turns to him'), how: 'do' }]))).toBeUndefined()
})

test('[S2] in a spoken class there are taps and no lines', () => {
  const customer = new Customer(new Seeded(1))
  const seen = look([], 4, 'spoken')
  for (let n = 0; n < 8; n++) expect(beats(customer, seen)?.map(({ kind }) => kind)).toEqual(['temperature'])
  expect(customer.next(seen)).toBeUndefined()
})

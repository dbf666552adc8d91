import { expect, test } from 'vitest'
import { cuesMet } from './cues-met.ts'
import { phoneCard } from './testing/phone-card.ts'
import { moment } from './testing/told.ts'

test('[I16] all six cues of the card, with the moments at which the customer felt them', () => {
  const at = (id: string, seconds: number, kind: 'trigger' | 'calmer', index: 0 | 1 | 2) =>
    moment(id, seconds, { by: 'p2', as: 'customer', cue: { kind, index } })
  const met = cuesMet(phoneCard.customer, [
    at('m3', 40, 'trigger', 1),
    at('m1', 20, 'trigger', 1),
    at('m2', 30, 'calmer', 2),
    moment('m4', 50),
  ])
  expect(met.map(each => [each.kind, each.index, each.moments.map(({ id }) => id)])).toEqual([
    ['trigger', 0, []],
    ['trigger', 1, ['m1', 'm3']],
    ['trigger', 2, []],
    ['calmer', 0, []],
    ['calmer', 1, []],
    ['calmer', 2, ['m2']],
  ])
  expect(met[1]?.text).toBe(phoneCard.customer.triggers[1])
})

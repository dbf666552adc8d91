import type { Line } from '@evenkeel/classroom'
import { loadCards } from '@evenkeel/playbook/cards'
import { expect, test } from 'vitest'
import { whatYourWordsDid } from './what-your-words-did.ts'

const card = loadCards().find(each => each.card.id === 'airport-kerb-move-on')?.card.customer
if (card === undefined) throw new Error('the playbook has lost a card')
const line = (n: number, seat: Line['seat'], text: string, how: Line['how'] = 'say'): Line => ({
  n,
  by: seat === 'officer' ? 'p3' : 'p2',
  seat,
  how,
  text,
  offset: n * 1_000,
})

test('[B6] each turn of the officer with what was spotted, the cue it met, and where it took the customer', () => {
  const lines = [
    line(1, 'customer', card.opening),
    line(2, 'officer', 'That is our policy.'),
    line(3, 'customer', 'Four minutes for whom?'),
    line(4, 'officer', 'crouches down', 'do'),
    line(5, 'officer', 'So if I understand correctly, one wheel is still in the car?'),
    line(6, 'customer', 'Exactly.'),
    line(7, 'officer', 'Hm.'),
  ]
  const curve = [
    { level: 4, offset: 0 },
    { level: 6, offset: 2_500 },
    { level: 5, offset: 5_500 },
  ] as const
  const told = whatYourWordsDid({ lines, curve }, card, 'en')
  expect(
    told.map(({ lines: turn, spotted, cue, from, to }) => [
      turn.length,
      spotted.map(({ behaviour }) => behaviour),
      cue,
      from,
      to,
    ]),
  ).toEqual([
    [1, ['policy-wall'], { kind: 'trigger', index: 2 }, 4, 6],
    [2, ['turned-to', 'paraphrase'], { kind: 'calmer', index: 0 }, 6, 5],
    [1, [], null, 5, 5],
  ])
  expect(whatYourWordsDid({ lines: [], curve: null }, card, 'es')).toEqual([])
})

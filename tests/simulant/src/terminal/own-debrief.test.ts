import { loadCards } from '@evenkeel/playbook/cards'
import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { ownDebrief } from './own-debrief.ts'

const card = loadCards().find(({ card }) => card.id === 'mall-lost-phone')?.card
const open = { officer: card?.officer ?? null, debrief: card?.debrief ?? null }
const names = { p2: 'Ana', p3: 'Bo', p4: 'Chidi' }

test('[G5] nothing is told before the reveal', () => {
  expect(ownDebrief(aView({ ...open, phase: { name: 'rating', endsAt: 1 } }), names, 80)).toEqual([])
})

test('after the reveal the scene is told with names and own ratings, from the view alone', () => {
  const rating = {
    by: 'p2',
    as: 'customer',
    about: 'p3',
    scores: { listened: 4 },
    sentence: 'I felt heard.',
  } as const
  const line = {
    n: 1,
    by: 'p3',
    seat: 'officer',
    how: 'say',
    text: 'Take your time.',
    offset: 4_000,
  } as const
  const view = aView(
    { ...open, revealed: true, phase: { name: 'debrief', endsAt: 1 }, ratings: [rating] },
    { lines: [line], played: 60_000 },
  )
  const told = ownDebrief(view, names, 80).join('\n')
  for (const text of ['The phone from the food court', 'Customer  Ana', 'I felt heard.', '1:00 played']) {
    expect(told).toContain(text)
  }
})

import { loadCards } from '@evenkeel/playbook/cards'
import { expect, test } from 'vitest'
import { aboutThemselves, asI, quoted, saidBack } from './turn-around.ts'

test.each([
  ['You left the car and ran, carrying Efua.', 'I left the car and ran, carrying Efua.'],
  ['The court lets you see him on Sundays only.', 'The court lets me see him on Sundays only.'],
  [
    'You want to hear that nobody suspects you, and more.',
    'I want to hear that nobody suspects me, and more.',
  ],
  ['You are afraid of it, and your hands shake.', 'I am afraid of it, and my hands shake.'],
])('%j is said as %j', (brief, spoken) => {
  expect(asI(brief)).toBe(spoken)
})

test('what was said is said back', () => {
  expect(saidBack('I came in at one, as fast as I could.')).toBe('you came in at one, as fast as you could')
  expect(saidBack('My brother is up there.')).toBe('your brother is up there')
})

test('only sentences about the speaker are said back', () => {
  expect(aboutThemselves('Show me the pictures. I rang it twice this morning.')).toBe(
    'I rang it twice this morning.',
  )
  expect(aboutThemselves('You never told me anything!')).toBeUndefined()
})

test('the words of a direction are in quotes', () => {
  expect(quoted('Nod. Say "Yes. That was it."')).toBe('Yes. That was it.')
  expect(quoted('Sit down.')).toBeUndefined()
})

test('no fact of any card leaves a "you" behind', () => {
  for (const { card } of loadCards()) {
    const { volunteer, ifAsked, need } = card.customer
    for (const fact of [...volunteer, ...ifAsked, need]) expect(asI(fact)).not.toMatch(/\b(you|your)\b/i)
  }
})

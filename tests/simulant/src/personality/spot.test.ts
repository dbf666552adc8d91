import { behaviourIds, markOf, rubric } from '@evenkeel/playbook'
import { expect, test } from 'vitest'
import { OFFICER_WORDS } from './officer-words.ts'
import { spot, tapFor } from './spot.ts'

const examples: Record<string, string> = {
  'turned-to': 'puts the radio down and turns to face them',
  paraphrase: 'So if I understand correctly, you waited for hours. Did I get that right?',
  'feeling-named': 'You sound worried.',
  validated: 'It makes sense that you ask.',
  'gave-space': 'Take your time.',
  'related-briefly': 'I lost a ring once, and it still hurts. How is it for you?',
  together: 'I want to fix this with you.',
  'need-found': 'What matters most to you?',
  'policy-wall': 'That is our policy.',
  dismissed: 'It is only a phone.',
  'cut-off': 'Yes, yes. The short version, please.',
  'quick-fix': 'How about a free coffee?',
  'took-over': 'You think that is bad?',
}

test.each(behaviourIds)('%s can be told from words', behaviour => {
  expect(spot(examples[behaviour] ?? '')).toContain(behaviour)
})

test('a pitfall is tapped before what helped in the same line', () => {
  expect(tapFor('That is our policy, but take your time.')).toEqual({
    mark: 'hurt',
    behaviour: 'policy-wall',
  })
})

test('nothing that a listening officer says is heard as a pitfall', () => {
  const all = Object.values(OFFICER_WORDS).flatMap((words): readonly string[] =>
    words.map(word => (typeof word === 'string' ? word : word.say)),
  )
  for (const text of all) expect(spot(text).filter(behaviour => markOf(behaviour) === 'hurt')).toEqual([])
  expect(rubric.moments).toHaveLength(behaviourIds.length)
})

import { markOf } from '@evenkeel/playbook'
import { expect, test } from 'vitest'
import { OFFICER_WORDS } from './officer-words.ts'
import { tapFor, toldBy } from './told.ts'

test('nothing that a listening officer says is told as a pitfall', () => {
  const all = Object.values(OFFICER_WORDS).flatMap((words): readonly string[] =>
    words.map(word => (typeof word === 'string' ? word : word.say)),
  )
  for (const text of all)
    expect(toldBy({ how: 'say', text }, 'en').filter(behaviour => markOf(behaviour) === 'hurt')).toEqual([])
})

test('a pitfall is tapped before what helped in the same line', () => {
  expect(tapFor({ how: 'say', text: 'That is our policy, but take your time.' }, 'en')).toEqual({
    mark: 'hurt',
    behaviour: 'policy-wall',
  })
})

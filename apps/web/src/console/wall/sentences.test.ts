import { expect, test } from 'vitest'
import { words } from '../../words/en.ts'

/** The reason, its sentence with a time and without one. */
const WALL = [
  ['help', 'Calls for help for two minutes', 'Calls for help'],
  ['stop', 'Stopped the scene', 'Stopped the scene'],
  ['away', 'Somebody is missing for two minutes', 'Somebody is missing'],
  ['furious', 'Furious for two minutes', 'Furious'],
  ['silence', 'Silent for two minutes', 'Silent'],
  ['one-rater', 'Waits for one rating for two minutes', 'Waits for one rating'],
  ['over-time', 'Takes two minutes longer than planned', 'Takes longer than planned'],
  ['still', 'The temperature has not moved for two minutes', 'The temperature has not moved'],
  ['unmarked', 'No mark in two minutes', 'No mark yet'],
] as const
const WALK = [
  ...WALL,
  ['hurting', 'More hurts than helps', 'More hurts than helps'],
  ['rising', 'It gets hotter', 'It gets hotter'],
  ['ended-hot', 'The scene ended hot', 'The scene ended hot'],
  ['turned', 'The customer calmed down a lot', 'The customer calmed down a lot'],
  ['unvisited', 'You have not been there lately', 'You have not been there lately'],
] as const

const told = (say: (time: string | null) => string) => [say('two minutes'), say(null)]

test('[V23] the nine reasons of the wall are said in these words', () => {
  const reasons = Object.entries(words.wall.reasons).map(([reason, say]) => [reason, ...told(say)])
  expect(reasons).toEqual(WALL)
})

test('[V25] the fourteen reasons to walk somewhere are said in these words', () => {
  const reasons = Object.entries(words.remote.reasons).map(([reason, say]) => [reason, ...told(say)])
  expect(reasons).toEqual(WALK)
})

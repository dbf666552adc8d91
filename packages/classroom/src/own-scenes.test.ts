import { expect, test } from 'vitest'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom } from './testing/one-room.ts'
import { ownScenes } from './view/own-scenes.ts'

test('[V19] what is taken home is what the seat showed: own notes, ratings about oneself, and no brief', () => {
  const played = oneRoom('scene')
  played.mustAct(CUSTOMER, 'Speak', { how: 'say', text: 'An hour I have waited!' })
  played.mustAct(OBSERVER, 'Mark', { mark: 'helped' })
  played.takeTo('rating')
  for (const person of [CUSTOMER, OFFICER]) played.mustAct(person, 'WriteNote', { text: `note-of-${person}` })
  played.mustAct(CUSTOMER, 'Rate', { scores: { listened: 4 }, sentence: 'of-customer' })
  played.mustAct(OFFICER, 'Rate', { scores: {}, sentence: 'of-officer' })
  const before = ownScenes(played.state, OFFICER)
  expect(before).toMatchObject([{ round: 1, seat: 'officer', scenes: [{ curve: null, moments: [] }] }])
  expect(JSON.stringify(before)).not.toContain('of-customer')

  played.takeTo('debrief')
  const [own] = ownScenes(played.state, OFFICER)
  expect(own).toMatchObject({
    seats: { customer: CUSTOMER },
    scenes: [{ lines: [{ n: 1 }], moments: [{ id: 'm1' }] }],
  })
  const text = JSON.stringify(own)
  for (const mine of ['note-of-p3', 'of-customer', 'of-officer']) expect(text).toContain(mine)
  expect(text).not.toContain('note-of-p2')
  const card = Object.values(played.state.cards)[0]
  for (const secret of [card?.customer.need, card?.officer.handledWell, card?.customer.demand])
    expect(text).not.toContain(secret)
})

test('[V19] after the class it is the same, and who was removed takes nothing', () => {
  const played = oneRoom('debrief')
  played.must(INSTRUCTOR, 'RemovePerson', { person: OBSERVER, block: false })
  played.must(INSTRUCTOR, 'CloseClass', {})
  expect(ownScenes(played.state, CUSTOMER)).toHaveLength(1)
  expect(ownScenes(played.state, OBSERVER)).toEqual([])
  expect(ownScenes(played.state, 'p99')).toEqual([])
})

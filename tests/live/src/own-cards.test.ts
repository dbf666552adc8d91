import { type Card, checkCard } from '@evenkeel/playbook'
import { http } from '@evenkeel/protocol'
import { createMemoryStore } from '@evenkeel/server'
import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { joinMany, readyAll, startRound, type Trainee } from './harness/play.ts'
import { stateHere } from './harness/scene.ts'

let here: ServerHere
let opened: OpenedClass
let instructor: Simulant
beforeEach(async () => {
  here = await serverHere()
  opened = await aClass(here.base)
  instructor = instruct(opened)
  await instructor.until(it => it.console)
})
afterEach(() => here.stop())

const wholeCard = async (hash: string): Promise<Card> => {
  const { card } = await opened.browser.get(`/api/cards/${hash}`, http.cardWhole)
  const checked = checkCard(card)
  if (!checked.ok) throw new Error('that is no card')
  return checked.card
}

/** A copy of a card that ships, written in the browser while the class runs. */
async function writeCopy(): Promise<{ hash: string; card: Card }> {
  const { cards } = await opened.browser.get('/api/cards', http.cardList)
  const [origin] = cards
  if (origin === undefined) throw new Error('no cards')
  const card = { ...(await wholeCard(origin.hash)), id: 'ours', title: 'Ours' }
  const body = { card, copiedFrom: origin.hash }
  const { row } = await opened.browser.post('/api/cards', body, http.cardSaved)
  return { hash: row.hash, card: await wholeCard(row.hash) }
}

async function edit(hash: string, card: Card): Promise<string> {
  const { row } = await opened.browser.post('/api/cards', { card, replaces: hash }, http.cardSaved)
  return row.hash
}

const titleOf = (trainee: Trainee | undefined) => trainee?.seat?.room?.card.title

test('[K5] [R3] a card written while the class runs is played; edited in the scene, the scene keeps the old text', async () => {
  const trainees = await joinMany(here.base, opened, 2)
  const { hash, card } = await writeCopy()
  await startRound(instructor, trainees, { card: hash })
  expect(trainees.map(titleOf)).toEqual(['Ours', 'Ours'])
  expect(instructor.console?.deck.map(known => known.hash)).toContain(hash)
  await readyAll(trainees)
  const newer = await edit(hash, { ...card, title: 'Ours, edited' })
  here.clock.advance(5_000)

  await instructor.do('Next', { round: 1, to: 'debrief' })
  await Promise.all(trainees.map(trainee => trainee.until(it => it.seat?.room?.phase.name === 'debrief')))
  expect(trainees.map(titleOf)).toEqual(['Ours', 'Ours'])
  const state = await stateHere(here, opened.classId)
  expect(state.cards[hash]?.title).toBe('Ours')
  expect(state.cards[newer]).toBeUndefined()

  await instructor.do('Next', { round: 1, to: 'done' })
  await startRound(instructor, trainees, { card: newer })
  const deck = instructor.console?.deck.filter(known => known.id === 'ours')
  expect(deck?.map(known => known.hash)).toEqual([newer])
  // Both have seen the old version, so neither is the officer of the new one, although it was named.
  for (const trainee of trainees) expect(titleOf(trainee)).not.toContain('Ours')
})

test('[K3] [K5] a card that was taken away is in no new plan', async () => {
  const trainees = await joinMany(here.base, opened, 2)
  const { hash } = await writeCopy()
  await instructor.do('PlanRound', { card: hash })
  expect(instructor.console?.deck.map(known => known.id)).toContain('ours')
  const cookie = opened.browser.cookies ?? ''
  await fetch(`${here.base}/api/cards/ours`, { method: 'DELETE', headers: { cookie } })
  await startRound(instructor, trainees)
  expect(instructor.console?.deck.map(known => known.id)).not.toContain('ours')
})

test('[K4] an own card is there after a restart, and is offered to the next class', async () => {
  const store = createMemoryStore()
  const first = await serverHere({ store: { ...store, close: async () => {} } })
  opened = await aClass(first.base)
  const { hash } = await writeCopy()
  await first.stop()
  const second = await serverHere({ store })
  const next = await aClass(second.base)
  const console = instruct(next)
  await console.until(it => it.console)
  expect(console.console?.deck.map(known => known.hash)).toContain(hash)
  await second.stop()
})

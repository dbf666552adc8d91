import { describe, expect, test } from 'vitest'
import { deckCard } from './deck-card.ts'
import { hashOf, madeUpCard } from './testing/made-up-cards.ts'
import { INSTRUCTOR, oneRoom } from './testing/one-room.ts'
import { openClass } from './testing/play-class.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE } from './view/viewer.ts'

const offered = (...cards: number[]) => ({
  offered: () => cards.map(card => deckCard(hashOf(card), madeUpCard(card))),
})

describe('a deck that grows', () => {
  test('[R23] a card that was saved after the class opened can be planned, for all or in a deck', () => {
    for (const data of [{ card: hashOf(9) }, { cards: [hashOf(9), hashOf(1)] }]) {
      const played = openClass(2, { cards: 2 })
      expect(played.state.deck).toHaveLength(2)
      played.must(INSTRUCTOR, 'PlanRound', data)
      expect(played.state.deck.map(card => card.hash)).toEqual([hashOf(1), hashOf(2), hashOf(9)])
      const view = viewOf(CONSOLE, played.state)
      expect(view.kind === 'console' && view.deck).toEqual(played.state.deck)
      played.must(INSTRUCTOR, 'StartRound', { round: 1 })
    }
  })

  test('[R23] it can be given to a room in its briefing, and to a room of a plan', () => {
    const played = oneRoom('briefing')
    played.mustAct(INSTRUCTOR, 'ChangeCard', { card: hashOf(9) })
    expect(played.room().card).toBe(hashOf(9))
    expect(played.state.deck.at(-1)?.hash).toBe(hashOf(9))
    const other = openClass(2, { cards: 2 })
    other.must(INSTRUCTOR, 'PlanRound', {})
    other.must(INSTRUCTOR, 'ChangePlannedCard', { beside: 'p2', card: hashOf(8) })
    expect(other.state.plan?.rooms.map(room => room.card)).toContain(hashOf(8))
    const rooms = (other.state.plan?.rooms ?? []).map(room => ({ ...room, card: hashOf(7) }))
    other.must(INSTRUCTOR, 'ChangePlan', { rooms })
    expect(other.state.deck.map(card => card.hash)).toContain(hashOf(7))
  })

  test('[R23] what the playbook does not have is refused, and nothing changes', () => {
    const played = openClass(2, { cards: 2 })
    const before = played.state
    expect(played.give(INSTRUCTOR, 'PlanRound', { cards: [hashOf(1), 'abc'] })).toMatchObject({
      kind: 'gone',
    })
    for (const card of ['constructor', '__proto__', 'toString'])
      expect(played.give(INSTRUCTOR, 'PlanRound', { card })).toMatchObject({ kind: 'gone' })
    const both = { card: hashOf(1), cards: [hashOf(2)] }
    expect(played.give(INSTRUCTOR, 'PlanRound', both)).toMatchObject({ kind: 'invalid' })
    expect(played.state).toBe(before)
  })

  test('[R23] a plan is made from what the playbook offers then: new cards in, what was taken away out', () => {
    const played = openClass(2, { cards: 2 })
    played.must(INSTRUCTOR, 'PlanRound', {}, offered(2, 3))
    expect(played.state.deck.map(card => card.hash)).toEqual([hashOf(2), hashOf(3)])
    const renewals = () => played.events.filter(event => event.type === 'DeckRenewed').length
    expect(renewals()).toBe(1)
    played.must(INSTRUCTOR, 'PlanRound', {}, offered(2, 3))
    expect(renewals()).toBe(1)
  })

  test('[P7] a card that was edited is the same card: who has seen its old version is not its officer', () => {
    const played = oneRoom('done', { cards: 2 })
    const first = played.room().card
    const edited = { ...deckCard('fedcba98', madeUpCard(1)), id: played.state.cards[first]?.id ?? '' }
    const other = played.state.deck.find(card => card.hash !== first)
    if (other === undefined) throw new Error('one card only')
    played.must(INSTRUCTOR, 'PlanRound', { card: edited.hash }, { offered: () => [edited, other] })
    const rooms = played.state.plan?.rooms ?? []
    expect(rooms.map(({ card, why }) => [card, why])).toEqual([[other.hash, 'instead']])
  })
})

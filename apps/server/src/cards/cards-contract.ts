import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoreUnderTest } from '../journal/journal-contract.ts'
import type { OwnCard, OwnCards } from './port.ts'

/** What every store of own cards keeps: the rules K of docs/SPEC.md that are about keeping. */
export function cardsContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`own cards contract: ${name}`, () => {
    let under: StoreUnderTest
    let cards: OwnCards

    const card = (id: string, version: number, more: Partial<OwnCard> = {}): OwnCard => ({
      hash: `${id}-${version}-hash`,
      id,
      version,
      text: `{"id":"${id}","title":"Qué ‘tal’ 🙂 <b>"}`,
      savedBy: 'Ana',
      savedAt: 1_790_000_000_000 + version,
      ...more,
    })

    beforeEach(async () => {
      under = await make()
      cards = under.store.cards
    })
    afterEach(() => under.end())

    test('[K1] every version comes back as it was saved, by id and version', async () => {
      const copied = card('b', 1, {
        copiedFrom: { id: 'a', hash: 'a-1-hash', title: 'A "quoted" title' },
        importedFrom: 'from Bo.yaml',
      })
      expect(await cards.all()).toEqual([])
      expect(await cards.add([copied])).toEqual({ ok: true })
      expect(await cards.add([card('a', 1)])).toEqual({ ok: true })
      expect(await cards.add([card('a', 10), card('a', 2)])).toEqual({ ok: true })
      expect(await cards.all()).toEqual([card('a', 1), card('a', 2), card('a', 10), copied])
    })

    test('[K2] several are saved together or not at all, and a version that is there is never written over', async () => {
      await cards.add([card('a', 1)])
      const other = card('a', 1, { hash: 'another', text: '{}' })
      for (const stale of [other, card('x', 9, { hash: 'a-1-hash' })])
        expect(await cards.add([card('b', 1), stale])).toEqual({ ok: false, kind: 'stale' })
      expect(await cards.add([card('c', 1), card('c', 1)])).toEqual({ ok: false, kind: 'stale' })
      expect(await cards.all()).toEqual([card('a', 1)])
    })

    test('[K2] of several who save one version at once exactly one does', async () => {
      const tries = ['x', 'y', 'z'].map(hash => cards.add([card('a', 1, { hash })]))
      expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
      expect(await cards.all()).toHaveLength(1)
    })

    test('[K3] a hidden card keeps its versions, and is shown again when it is saved again', async () => {
      await cards.add([card('a', 1), card('b', 1)])
      await cards.hide('a')
      await cards.hide('a')
      expect(await cards.hidden()).toEqual(['a'])
      expect(await cards.all()).toHaveLength(2)
      await cards.add([card('a', 2)])
      expect(await cards.hidden()).toEqual([])
    })

    test('[K4] all of it is there after a restart', async context => {
      await cards.add([card('a', 1), card('b', 1)])
      await cards.hide('b')
      const reopened = await under.reopen?.()
      if (reopened === undefined) return context.skip('this store keeps nothing')
      expect(await reopened.cards.all()).toEqual([card('a', 1), card('b', 1)])
      expect(await reopened.cards.hidden()).toEqual(['b'])
    })
  })
}

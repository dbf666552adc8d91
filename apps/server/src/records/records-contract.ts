import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoreUnderTest } from '../journal/journal-contract.ts'
import type { RecordStore } from './port.ts'

/** What every store of records keeps. Numbers stand in docs/adr/0002-journal.md. */
export function recordsContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`records contract: ${name}`, () => {
    let under: StoreUnderTest
    let records: RecordStore
    beforeEach(async () => {
      under = await make()
      records = under.store.records
    })
    afterEach(() => under.end())

    test('[N13] rows are kept under their name, replaced and dropped, and classes do not mix', async () => {
      expect(await records.rows('k1')).toEqual([])
      await records.put('k1', [
        { name: 'signed p2', value: { by: 'Ana', at: 5 } },
        { name: 'keep', value: 30 },
      ])
      await records.put('k2', [{ name: 'keep', value: null }])
      await records.put('k1', [{ name: 'keep', value: 60 }])
      await records.put('k1', [])
      expect(await records.rows('k1')).toEqual([
        { name: 'keep', value: 60 },
        { name: 'signed p2', value: { by: 'Ana', at: 5 } },
      ])
      await records.drop('k1', 'keep')
      await records.drop('k1', 'never')
      expect(await records.rows('k1')).toEqual([{ name: 'signed p2', value: { by: 'Ana', at: 5 } }])
      await records.drop('k1')
      await records.drop('nobody')
      expect(await records.rows('k1')).toEqual([])
      expect(await records.rows('k2')).toEqual([{ name: 'keep', value: null }])
    })

    test('[N13] they are there after closing and opening again', async ({ skip }) => {
      if (under.reopen === undefined) return skip()
      await records.put('k1', [{ name: 'keep', value: 30 }])
      records = (await under.reopen()).records
      expect(await records.rows('k1')).toEqual([{ name: 'keep', value: 30 }])
    })

    test('[N13] what was replaced or dropped leaves no byte', async ({ skip }) => {
      if (under.bytes === undefined) return skip()
      for (let round = 0; round < 6; round += 1) {
        for (let i = 0; i < 8; i += 1) {
          const value = `<round ${round} class ${i}>${'n'.repeat(round * 90)}`
          await records.put(`k${i}`, [{ name: 'completion', value }])
        }
      }
      await records.drop('k3')
      const bytes = await under.bytes()
      for (let round = 0; round < 5; round += 1) expect(bytes.includes(`<round ${round} class`)).toBe(false)
      expect(bytes.includes('<round 5 class 3>')).toBe(false)
      expect(bytes.includes('<round 5 class 4>')).toBe(true)
    })
  })
}

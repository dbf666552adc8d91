import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppendBatch, StoredEvent } from './port.ts'
import type { Store } from './store.ts'

export interface StoreUnderTest {
  readonly store: Store
  /** Closes the store and opens the same data again. Left out by a store that keeps nothing. */
  reopen?(): Promise<Store>
  /** Everything that the store has on disk. Left out where there is no disk to look at. */
  bytes?(): Promise<Buffer>
  /** Closes what is still open and removes the data. */
  end(): Promise<void>
}

const START = 1_790_000_000_000

/** Events after `after`, each its own command unless told otherwise. */
export function eventsAfter(after: number, count: number, change: Partial<StoredEvent> = {}): StoredEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const seq = after + 1 + index
    return {
      seq,
      at: START + seq,
      actor: 'p1',
      commandId: `c${seq}`,
      type: 'LineSpoken',
      v: 1,
      data: { text: `line ${seq}` },
      ...change,
    }
  })
}

/** The rules of docs/adr/0002-journal.md that every store keeps. */
export function journalContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`journal contract: ${name}`, () => {
    let under: StoreUnderTest
    let store: Store
    let epoch: string
    let classCount = 0

    const batch = (expectedSeq: number, events: readonly StoredEvent[], classId = 'k1'): AppendBatch => ({
      classId,
      epoch,
      expectedSeq,
      events,
    })
    /** Appends that must succeed. */
    const given = async (after: number, count: number, change: Partial<StoredEvent> = {}) => {
      expect(await store.journal.append(batch(after, eventsAfter(after, count, change)))).toEqual({
        ok: true,
        seq: after + count,
      })
    }

    beforeEach(async () => {
      under = await make()
      store = under.store
      epoch = (await store.journal.create('k1')).epoch
    })
    afterEach(() => under.end())

    test('[J1] events come back in order, without a gap, as they were written', async () => {
      const odd = { text: 'naïve "quoted" \u2028 😀 \n', list: [1, null, { deep: true }], empty: {} }
      await given(0, 2)
      await given(2, 1, { data: odd, type: 'Marked', v: 3, actor: 'p2' })
      await given(3, 2, { data: 'text' })
      expect(await store.journal.read('k1', 0)).toEqual([
        ...eventsAfter(0, 2),
        ...eventsAfter(2, 1, { data: odd, type: 'Marked', v: 3, actor: 'p2' }),
        ...eventsAfter(3, 2, { data: 'text' }),
      ])
    })

    test('[J1] what is read is a copy: changing it changes nothing stored', async () => {
      const data = { text: 'before' }
      await given(0, 1, { data })
      data.text = 'after'
      const [event] = await store.journal.read('k1', 0)
      expect(event?.data).toEqual({ text: 'before' })
      Object.assign(Object(event?.data), { text: 'changed' })
      expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 1, { data: { text: 'before' } }))
    })

    test('[J2] a class begins empty under an epoch of its own, and only once', async () => {
      const other = await store.journal.create('k2')
      expect(other.epoch).not.toBe(epoch)
      expect(await store.journal.head('k1')).toEqual({ epoch, seq: 0 })
      expect(await store.journal.head('nobody')).toBeUndefined()
      await expect(store.journal.create('k1')).rejects.toThrow('already')
      await given(0, 3)
      expect(await store.journal.head('k1')).toEqual({ epoch, seq: 3 })
    })

    test('[J3] a stale writer is told where the class is, and nothing of it is kept', async () => {
      await given(0, 3)
      const stale = { ok: false, kind: 'stale', epoch, seq: 3 }
      const fresh = { commandId: 'new' }
      expect(await store.journal.append(batch(2, eventsAfter(2, 1, fresh)))).toEqual(stale)
      expect(await store.journal.append(batch(5, eventsAfter(5, 1, fresh)))).toEqual(stale)
      expect(await store.journal.append({ ...batch(3, eventsAfter(3, 1, fresh)), epoch: 'another' })).toEqual(
        stale,
      )
      expect(await store.journal.read('k1', 0)).toHaveLength(3)
      expect(await store.journal.lookup('k1', 'p1', 'new')).toBeUndefined()
    })

    test('[J3] of two writers that race from the same seq exactly one wins', async () => {
      const results = await Promise.all(
        ['a', 'b', 'c'].map(commandId => store.journal.append(batch(0, eventsAfter(0, 2, { commandId })))),
      )
      expect(results.filter(result => result.ok)).toEqual([{ ok: true, seq: 2 }])
      expect(await store.journal.head('k1')).toEqual({ epoch, seq: 2 })
    })

    test('[J4] a command id is stored once for an actor; the second time its first seq is the answer', async () => {
      await given(0, 1, { commandId: 'one' })
      await given(1, 3, { commandId: 'many' })
      const duplicate = { ok: false, kind: 'duplicate', actor: 'p1', commandId: 'many', seq: 2 }
      const again = eventsAfter(4, 2)
      expect(
        await store.journal.append(
          batch(
            4,
            again.map((event, i) => (i === 1 ? { ...event, commandId: 'many' } : event)),
          ),
        ),
      ).toEqual(duplicate)
      // A retry with the old seq learns that it was done, rather than only that it is late.
      expect(await store.journal.append(batch(1, eventsAfter(1, 3, { commandId: 'many' })))).toEqual(
        duplicate,
      )
      expect(await store.journal.head('k1')).toEqual({ epoch, seq: 4 })
      expect(await store.journal.lookup('k1', 'p1', 'c5')).toBeUndefined()
    })

    test('[J4] ids are scoped to the class and the actor', async () => {
      const other = await store.journal.create('k2')
      await given(0, 1, { commandId: 'same' })
      await given(1, 1, { commandId: 'same', actor: 'p2' })
      expect(
        await store.journal.append({
          ...batch(0, eventsAfter(0, 1, { commandId: 'same' }), 'k2'),
          epoch: other.epoch,
        }),
      ).toEqual({ ok: true, seq: 1 })
      expect(await store.journal.lookup('k1', 'p1', 'same')).toBe(1)
      expect(await store.journal.lookup('k1', 'p2', 'same')).toBe(2)
      expect(await store.journal.lookup('k2', 'p2', 'same')).toBeUndefined()
      expect(await store.journal.lookup('nobody', 'p1', 'same')).toBeUndefined()
    })

    test('[J5] a batch is stored whole or not at all', async () => {
      await given(0, 1)
      const mixed = eventsAfter(1, 5).map(event => (event.seq === 5 ? { ...event, commandId: 'c1' } : event))
      expect(await store.journal.append(batch(1, mixed))).toMatchObject({ kind: 'duplicate', seq: 1 })
      expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 1))
      for (const { actor, commandId } of mixed.slice(0, 3)) {
        expect(await store.journal.lookup('k1', actor, commandId)).toBeUndefined()
      }
      await given(1, 5)
    })

    test('[J6] a batch that could never be right throws and leaves nothing', async () => {
      await given(0, 2)
      const wrong: AppendBatch[] = [
        batch(2, []),
        batch(2, eventsAfter(3, 1)),
        batch(
          2,
          eventsAfter(2, 3).filter(({ seq }) => seq !== 4),
        ),
        batch(2, eventsAfter(2, 1, { at: START + 1 })),
        batch(2, [...eventsAfter(2, 1, { at: START + 9 }), ...eventsAfter(3, 1)]),
        batch(2, eventsAfter(2, 1, { at: START + 9.5 })),
        batch(2, eventsAfter(2, 1, { data: undefined })),
        { ...batch(0, eventsAfter(0, 1)), classId: 'nobody' },
      ]
      for (const bad of wrong) await expect(store.journal.append(bad)).rejects.toThrow()
      expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 2))
      // The same moment is not backwards.
      await given(2, 1, { at: START + 2 })
    })

    test('[J7] one refused batch does not hurt those that are committed with it', async () => {
      const classIds = ['m1', 'm2', 'm3', 'm4', 'm5']
      const epochs = await Promise.all(classIds.map(async id => (await store.journal.create(id)).epoch))
      const appends = classIds.map((classId, i) =>
        store.journal.append({
          classId,
          epoch: i === 1 ? 'wrong' : (epochs[i] ?? ''),
          expectedSeq: i === 2 ? 7 : 0,
          events: eventsAfter(i === 2 ? 7 : 0, 2),
        }),
      )
      const lost = store.journal.append({
        classId: 'nobody',
        epoch: '',
        expectedSeq: 0,
        events: eventsAfter(0, 1),
      })
      await expect(lost).rejects.toThrow('nobody')
      const kinds = (await Promise.all(appends)).map(result => (result.ok ? result.seq : result.kind))
      expect(kinds).toEqual([2, 'stale', 'stale', 2, 2])
    })

    test('[J8] read starts anywhere and gives no more than asked', async () => {
      await given(0, 10)
      const seqs = async (after: number, limit?: number) =>
        (await store.journal.read('k1', after, limit)).map(({ seq }) => seq)
      expect(await seqs(0, 3)).toEqual([1, 2, 3])
      expect(await seqs(7)).toEqual([8, 9, 10])
      expect(await seqs(9, 5)).toEqual([10])
      expect(await seqs(10)).toEqual([])
      expect(await seqs(99)).toEqual([])
      expect(await seqs(0, 0)).toEqual([])
      expect(await store.journal.read('nobody', 0)).toEqual([])
    })

    test('[J8] a long class is read whole, and its last page by its limit', async () => {
      for (let after = 0; after < 5000; after += 1000) await given(after, 1000)
      expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 5000))
      expect(await store.journal.read('k1', 1, 4000)).toEqual(eventsAfter(1, 4000))
    })

    test('[J9] following from any seq gives everything after it once, in order, while appends go on', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }),
          fc.array(fc.tuple(fc.nat(8), fc.nat(30)), { minLength: 1, maxLength: 5 }),
          async (sizes, starts) => {
            classCount += 1
            const classId = `f${classCount}`
            const created = await store.journal.create(classId)
            const heard = starts.map((): number[] => [])
            const following: Promise<() => void>[] = []
            const appends: Promise<unknown>[] = []
            let seq = 0
            for (const [turn, size] of sizes.entries()) {
              for (const [i, [when, after]] of starts.entries()) {
                if (when !== turn) continue
                following.push(
                  store.journal.follow(classId, after, events => heard[i]?.push(...events.map(e => e.seq))),
                )
              }
              appends.push(
                store.journal.append({
                  classId,
                  epoch: created.epoch,
                  expectedSeq: seq,
                  events: eventsAfter(seq, size),
                }),
              )
              seq += size
            }
            await Promise.all(appends)
            const ends = await Promise.all(following)
            for (const [i, [when, after]] of starts.entries()) {
              const expected =
                when < sizes.length
                  ? Array.from({ length: Math.max(0, seq - after) }, (_, n) => after + 1 + n)
                  : []
              expect(heard[i]).toEqual(expected)
            }
            for (const end of ends) end()
          },
        ),
        { numRuns: 30 },
      )
    })

    test('[J9] when follow resolves, all that was durable at the call has been delivered', async () => {
      for (let after = 0; after < 3000; after += 1000) await given(after, 1000)
      const heard: StoredEvent[] = []
      const end = await store.journal.follow('k1', 500, events => heard.push(...events))
      expect(heard).toEqual(eventsAfter(500, 2500))
      await given(3000, 2)
      expect(heard).toEqual(eventsAfter(500, 2502))
      end()
      await given(3002, 1)
      expect(heard).toHaveLength(2502)
    })

    test('[J9] a follower hears nothing of a refused batch and nothing of other classes', async () => {
      const other = await store.journal.create('k2')
      const heard: number[] = []
      await store.journal.follow('k1', 0, events => heard.push(...events.map(({ seq }) => seq)))
      await given(0, 1)
      await store.journal.append(batch(0, eventsAfter(0, 1, { commandId: 'late' })))
      await store.journal.append({ ...batch(0, eventsAfter(0, 5), 'k2'), epoch: other.epoch })
      expect(heard).toEqual([1])
    })

    test('[J10] names commit with their batch or not at all', async () => {
      const ana = { personId: 'p1', nameVersion: 1, name: 'Ana Ruiz', staffNumber: '0417' }
      const bo = { personId: 'p2', nameVersion: 1, name: 'Bo' }
      expect(await store.journal.append({ ...batch(0, eventsAfter(0, 1)), names: [ana, bo] })).toMatchObject({
        ok: true,
      })
      const late = { personId: 'p3', nameVersion: 1, name: 'Late' }
      expect(await store.journal.append({ ...batch(0, eventsAfter(0, 1)), names: [late] })).toMatchObject({
        ok: false,
      })
      expect(await store.people.names('k1')).toEqual([ana, bo])
      expect(await store.people.names('k2')).toEqual([])
    })

    test('[J10] only the newest version of a name is kept', async () => {
      const named = async (after: number, nameVersion: number, name: string) =>
        store.journal.append({
          ...batch(after, eventsAfter(after, 1)),
          names: [{ personId: 'p1', nameVersion, name }],
        })
      await named(0, 1, 'Ana')
      await named(1, 3, 'Ana Ruiz')
      await named(2, 2, 'Anna')
      expect(await store.people.names('k1')).toEqual([{ personId: 'p1', nameVersion: 3, name: 'Ana Ruiz' }])
    })

    test('[J11] a rewrite keeps every seq, changes the epoch and lets no old writer in', async () => {
      await given(0, 50)
      const { epoch: next } = await store.journal.rewrite('k1', event =>
        event.seq % 5 === 0 ? { ...event, v: 2, data: { gone: true } } : event,
      )
      expect(next).not.toBe(epoch)
      expect(await store.journal.head('k1')).toEqual({ epoch: next, seq: 50 })
      expect(await store.journal.read('k1', 0)).toEqual(
        eventsAfter(0, 50).map(event =>
          event.seq % 5 === 0 ? { ...event, v: 2, data: { gone: true } } : event,
        ),
      )
      expect(await store.journal.append(batch(50, eventsAfter(50, 1)))).toEqual({
        ok: false,
        kind: 'stale',
        epoch: next,
        seq: 50,
      })
      // What was done stays done.
      expect(await store.journal.lookup('k1', 'p1', 'c7')).toBe(7)
      epoch = next
      expect(await store.journal.append(batch(50, eventsAfter(50, 1, { commandId: 'c7' })))).toMatchObject({
        kind: 'duplicate',
        seq: 7,
      })
      await given(50, 1)
    })

    test('[J11] a rewrite that changes what must stay is refused and changes nothing', async () => {
      await given(0, 3)
      const wrong: ((event: StoredEvent) => StoredEvent)[] = [
        event => ({ ...event, seq: event.seq + 1 }),
        event => ({ ...event, type: 'Other' }),
        event => ({ ...event, commandId: 'other' }),
        event => ({ ...event, actor: 'other' }),
        event => ({ ...event, at: 0 }),
        event => (event.seq === 3 ? { ...event, data: undefined } : { ...event, data: 'gone' }),
      ]
      for (const map of wrong) await expect(store.journal.rewrite('k1', map)).rejects.toThrow()
      await expect(store.journal.rewrite('nobody', event => event)).rejects.toThrow('nobody')
      expect(await store.journal.head('k1')).toEqual({ epoch, seq: 3 })
      expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 3))
    })

    test('[J11] a rewrite that races with appends maps those too and loses none', async () => {
      for (let after = 0; after < 4000; after += 1000) await given(after, 1000)
      let writing = true
      const writer = async () => {
        let seq = 4000
        while (writing) {
          const result = await store.journal.append(batch(seq, eventsAfter(seq, 2)))
          if (!result.ok) return { seq, refused: result }
          seq = result.seq
        }
        return { seq, refused: undefined }
      }
      const written = writer()
      const { epoch: next } = await store.journal.rewrite('k1', event => ({ ...event, data: 'gone' }))
      writing = false
      const { seq, refused } = await written
      expect(refused).toEqual(refused && { ok: false, kind: 'stale', epoch: next, seq })
      expect(await store.journal.head('k1')).toEqual({ epoch: next, seq })
      // An append that came before the swap was mapped; after it the old epoch is refused.
      const stored = await store.journal.read('k1', 0)
      expect(stored).toHaveLength(seq)
      expect(new Set(stored.map(({ data }) => data))).toEqual(new Set(['gone']))
    })

    test('[J11] two rewrites at once are both done', async () => {
      await given(0, 30)
      const mapped = (word: string) => (event: StoredEvent) => ({ ...event, data: `${event.data} ${word}` })
      const epochs = await Promise.all([
        store.journal.rewrite('k1', mapped('one')),
        store.journal.rewrite('k1', mapped('two')),
      ])
      expect(new Set(epochs.map(it => it.epoch)).size).toBe(2)
      for (const { data } of await store.journal.read('k1', 0)) {
        expect(String(data).split(' ').slice(1).sort()).toEqual(['Object]', 'one', 'two'])
      }
    })

    test('[J12] classes do not mix, and are listed', async () => {
      const other = await store.journal.create('k2')
      await given(0, 3)
      await store.journal.append({
        ...batch(0, eventsAfter(0, 2, { data: 'k2' }), 'k2'),
        epoch: other.epoch,
      })
      expect(await store.journal.read('k2', 0)).toEqual(eventsAfter(0, 2, { data: 'k2' }))
      const { epoch: next } = await store.journal.rewrite('k2', event => ({ ...event, data: 'gone' }))
      expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 3))
      const listed = [...(await store.journal.classes())].sort((a, b) => (a.classId < b.classId ? -1 : 1))
      expect(listed).toEqual([
        { classId: 'k1', epoch, seq: 3 },
        { classId: 'k2', epoch: next, seq: 2 },
      ])
    })

    test('[J21] a class that is removed has nothing left, and may begin anew', async () => {
      await given(0, 3)
      const other = await store.journal.create('k2')
      await store.journal.append({ ...batch(0, eventsAfter(0, 2), 'k2'), epoch: other.epoch })
      await store.journal.remove('k1')
      await store.journal.remove('k1')
      expect(await store.journal.head('k1')).toBeUndefined()
      expect(await store.journal.read('k1', 0)).toEqual([])
      expect(await store.journal.lookup('k1', 'p1', 'c1')).toBeUndefined()
      expect((await store.journal.classes()).map(({ classId }) => classId)).toEqual(['k2'])
      await expect(store.journal.append(batch(3, eventsAfter(3, 1)))).rejects.toThrow('no class')
      expect(await store.journal.read('k2', 0)).toHaveLength(2)
      epoch = (await store.journal.create('k1')).epoch
      await given(0, 1)
      expect(await store.journal.read('k1', 0)).toHaveLength(1)
    })

    test('[J21] of a class that is removed no byte stays', async ({ skip }) => {
      if (under.bytes === undefined) return skip()
      const other = await store.journal.create('k2')
      for (let seq = 0; seq < 300; seq += 3) {
        const events = (of: string) =>
          eventsAfter(seq, 3).map(event => ({ ...event, data: `secret-of-${of} ${'x'.repeat(seq * 4)}` }))
        const names = (of: string) => [{ personId: `p${seq}`, nameVersion: 1, name: `name-of-${of}` }]
        await store.journal.append({ ...batch(seq, events('k1')), names: names('k1') })
        const second = { ...batch(seq, events('k2'), 'k2'), epoch: other.epoch, names: names('k2') }
        await store.journal.append(second)
      }
      const record = { code: 'BK74QM', ownerId: 'i1', openedAt: START }
      await store.people.putClass({ ...record, classId: 'k1', title: 'title-of-k1' })
      await store.people.putRoster('k1', { people: [{ name: 'roster-of-k1' }], shown: true })
      await store.journal.remove('k1')
      await store.people.forgetClass('k1')
      const bytes = await under.bytes()
      for (const gone of ['secret-of-k1', 'name-of-k1', 'title-of-k1', 'roster-of-k1']) {
        expect(bytes.includes(gone), gone).toBe(false)
      }
      expect(bytes.includes('secret-of-k2')).toBe(true)
    })

    test('[J13] the alive mark is the last one set', async () => {
      expect(await store.journal.lastAlive()).toBeUndefined()
      await store.journal.markAlive(START)
      await store.journal.markAlive(START + 1000)
      expect(await store.journal.lastAlive()).toBe(START + 1000)
    })

    test('[J14] a closed store refuses everything', async () => {
      await given(0, 1)
      expect(await store.journal.writable()).toBe(true)
      const last = store.journal.append(batch(1, eventsAfter(1, 1)))
      await store.close()
      expect(await last).toEqual({ ok: true, seq: 2 })
      expect(await store.journal.append(batch(2, eventsAfter(2, 1)))).toEqual({
        ok: false,
        kind: 'unavailable',
        outcome: 'not-written',
        cause: 'closed',
      })
      expect(await store.journal.writable()).toBe(false)
      await expect(store.journal.read('k1', 0)).rejects.toThrow('closed')
      await store.close()
    })

    test('[J14] what was acknowledged is there after closing and opening again', async ({ skip }) => {
      if (under.reopen === undefined) return skip()
      await given(0, 5)
      const name = { personId: 'p1', nameVersion: 1, name: 'Ana' }
      await store.journal.append({ ...batch(5, eventsAfter(5, 2, { commandId: 'many' })), names: [name] })
      await store.journal.markAlive(START + 5)
      store = await under.reopen()
      expect(await store.journal.read('k1', 0)).toEqual([
        ...eventsAfter(0, 5),
        ...eventsAfter(5, 2, { commandId: 'many' }),
      ])
      expect(await store.journal.head('k1')).toEqual({ epoch, seq: 7 })
      expect(await store.journal.lookup('k1', 'p1', 'many')).toBe(6)
      expect(await store.people.names('k1')).toEqual([name])
      expect(await store.journal.lastAlive()).toBe(START + 5)
      await given(7, 1)
    })

    test('[J15] what was rewritten or erased is gone from the disk, byte by byte', async ({ skip }) => {
      if (under.bytes === undefined) return skip()
      // Many classes growing together, with texts of all lengths: what leaves stale copies behind in page splits.
      const classIds = Array.from({ length: 8 }, (_, i) => `s${i}`)
      const epochs = await Promise.all(classIds.map(async id => (await store.journal.create(id)).epoch))
      for (let after = 0; after < 400; after += 5) {
        await Promise.all(
          classIds.map((classId, i) =>
            store.journal.append({
              classId,
              epoch: epochs[i] ?? '',
              expectedSeq: after,
              events: eventsAfter(after, 5).map(event => ({
                ...event,
                data: `secret-of-${classId} ${'x'.repeat((event.seq * 37 * (i + 3)) % 1500)}`,
              })),
              names: [
                {
                  personId: `p${after}`,
                  nameVersion: 1,
                  name: `name-of-${classId}`,
                  staffNumber: `${after}`,
                },
              ],
            }),
          ),
        )
      }
      const found = async (text: string) => (await under.bytes?.())?.includes(text)
      expect(await found('secret-of-s3')).toBe(true)
      expect(await found('name-of-s3')).toBe(true)
      await store.journal.rewrite('s3', event => ({ ...event, data: 'gone' }))
      for (const { personId } of await store.people.names('s3')) await store.people.erase('s3', personId)
      expect(await found('secret-of-s3')).toBe(false)
      expect(await found('name-of-s3')).toBe(false)
      expect(await found('secret-of-s4')).toBe(true)
      expect(await store.people.names('s4')).toHaveLength(80)
    })
  })
}

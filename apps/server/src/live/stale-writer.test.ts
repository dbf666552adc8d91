import { expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import { createMemoryStore } from '../journal/memory.ts'
import type { Journal } from '../journal/port.ts'
import { joinClass, openClass } from '../testing/first-requests.ts'
import { LiveClass } from './live-class.ts'

const clock: Clock = { now: () => 1_790_000_000_000, after: () => () => {} }

test('[L1] a writer that others are always quicker than gives up in words, and the next command is carried out', async () => {
  const store = createMemoryStore()
  let [quicker, appends] = [false, 0]
  const journal: Journal = new Proxy(store.journal, {
    get(of, name: keyof Journal) {
      if (name !== 'append') return (...given: never[]) => Reflect.apply(of[name], of, given)
      const append: Journal['append'] = async batch => {
        appends += 1
        const head = await of.head(batch.classId)
        if (!quicker || head === undefined) return of.append(batch)
        return { ok: false, kind: 'stale', epoch: head.epoch, seq: head.seq + 1 }
      }
      return append
    },
  })
  const live = await LiveClass.create('k1', {
    journal,
    clock,
    chance: { bytes: count => Buffer.alloc(count, 7) },
    library: () => undefined,
    publish: () => {},
    failed: (what, cause) => {
      throw new Error(what, { cause })
    },
  })
  expect(await live.submit(openClass)).toMatchObject({ ok: true })
  const { seq } = live.state
  quicker = true
  appends = 0
  const say = "The server can't save right now. Try again."
  expect(await live.submit(joinClass(1))).toEqual({ ok: false, kind: 'cannot-save', say })
  expect(appends).toBe(8)
  expect(live.state.seq).toBe(seq)
  // The same command again, under its id: nothing of the first try is left behind.
  quicker = false
  expect(await live.submit(joinClass(1))).toMatchObject({ ok: true })
  expect(live.state.people).toHaveLength(1)
  expect((await store.journal.head('k1'))?.seq).toBe(live.state.seq)
})

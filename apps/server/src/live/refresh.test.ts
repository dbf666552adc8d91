import { expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import { createMemoryStore } from '../journal/memory.ts'
import type { Journal } from '../journal/port.ts'
import { joinClass, openClass } from '../testing/first-requests.ts'
import { LiveClass, type LiveClassParts } from './live-class.ts'
import type { Step } from './request.ts'

const clock: Clock = { now: () => 1_790_000_000_000, after: () => () => {} }

test('[L1] whoever asks for it waits until a server knows all that was durable, though nobody told it', async () => {
  const store = createMemoryStore()
  // What others append is never heard of.
  const { journal } = store
  const deaf: Journal = new Proxy(journal, {
    get: (of, name: keyof Journal) =>
      name === 'follow' ? async () => () => {} : (...given: never[]) => Reflect.apply(of[name], of, given),
  })
  const published: Step[] = []
  const partsOf = (journal: Journal, steps: Step[]): LiveClassParts => ({
    journal,
    clock,
    chance: { bytes: count => Buffer.alloc(count, 7) },
    library: () => undefined,
    publish: more => steps.push(...more),
    failed: (what, cause) => {
      throw new Error(what, { cause })
    },
    others: { names: id => store.people.names(id), replaced: () => {}, unreadable: () => {} },
  })
  const there = await LiveClass.create('k1', partsOf(store.journal, []))
  await there.submit(openClass)
  const here = await LiveClass.load('k1', partsOf(deaf, published), [], () => {})
  await here?.listen()
  await Promise.all([1, 2, 3].map(n => there.submit(joinClass(n))))
  expect(here?.state.people).toHaveLength(0)
  const from = here?.state.seq ?? 0
  await Promise.all([here?.refresh(), here?.refresh()])
  expect(here?.state).toEqual(there.state)
  // Published once and in order, with the names that the other server wrote.
  const seqs = published.map(step => step.event.seq)
  expect(seqs).toEqual(seqs.map((_, index) => from + 1 + index))
  expect([...(here?.names.values() ?? [])].map(({ name }) => name).sort()).toEqual([
    'Trainee 1',
    'Trainee 2',
    'Trainee 3',
  ])
})

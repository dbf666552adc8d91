import fc from 'fast-check'
import { test } from 'vitest'
import { createMemoryStore } from './memory.ts'
import type { AppendBatch, StoredEvent } from './port.ts'
import type { Store } from './store.ts'
import { storeOnDisk } from './store-on-disk.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 40)

/** One random call. Numbers are small so that classes, ids and seqs often meet. */
const id = (prefix: string, max: number) => fc.nat(max).map(n => `${prefix}${n}`)
const classId = id('k', 2)

const append = fc.record({
  kind: fc.constant('append' as const),
  classId,
  /** How far the writer's knowledge is off. */
  behind: fc.constantFrom(0, 0, 0, 0, 0, 1, -1),
  oldEpoch: fc.constantFrom(false, false, false, false, true),
  earlier: fc.constantFrom(0, 0, 0, 0, 100_000),
  commands: fc.array(fc.tuple(id('p', 1), id('c', 30), fc.jsonValue()), { minLength: 1, maxLength: 4 }),
  name: fc.option(id('name', 3), { nil: undefined }),
})

const call = fc.oneof(
  { weight: 6, arbitrary: append },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('create' as const), classId }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      classId,
      after: fc.nat(12),
      limit: fc.option(fc.nat(5), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('lookup' as const),
      classId,
      actor: id('p', 1),
      command: id('c', 30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rewrite' as const), classId, every: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('erase' as const), classId, personId: id('p', 1) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
)

type Call = typeof call extends fc.Arbitrary<infer T> ? T : never

/** Epochs are random: each store's are numbered in the order in which they come up. */
class Epochs {
  readonly #seen: string[] = []

  number(epoch: string): number {
    if (!this.#seen.includes(epoch)) this.#seen.push(epoch)
    return this.#seen.indexOf(epoch)
  }

  in(answer: unknown): unknown {
    return JSON.parse(
      JSON.stringify({ answer }, (key, value) => (key === 'epoch' ? this.number(String(value)) : value)),
    )
  }
}

async function answer({ journal, people }: Store, made: Call, clock: number): Promise<unknown> {
  switch (made.kind) {
    case 'create':
      return journal.create(made.classId)
    case 'append': {
      const head = (await journal.head(made.classId)) ?? { epoch: 'none', seq: 0 }
      const expectedSeq = Math.max(0, head.seq - made.behind)
      const events = made.commands.map(
        ([actor, commandId, data], i): StoredEvent => ({
          seq: expectedSeq + 1 + i,
          at: clock - made.earlier,
          actor,
          commandId,
          type: 'T',
          v: 1,
          data,
        }),
      )
      const batch: AppendBatch = {
        classId: made.classId,
        epoch: made.oldEpoch ? 'old' : head.epoch,
        expectedSeq,
        events,
        ...(made.name === undefined
          ? {}
          : { names: [{ personId: 'p0', nameVersion: head.seq, name: made.name }] }),
      }
      return journal.append(batch)
    }
    case 'read':
      return journal.read(made.classId, made.after, made.limit)
    case 'lookup':
      return journal.lookup(made.classId, made.actor, made.command)
    case 'rewrite':
      return journal.rewrite(made.classId, event =>
        event.seq % 5 === made.every ? { ...event, data: 'gone' } : event,
      )
    case 'erase':
      return people.erase(made.classId, made.personId)
    case 'reopen':
      return undefined
  }
}

test(
  '[J1-J12] memory and SQLite give the same answers to the same calls',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 80 }), async calls => {
        const memory = createMemoryStore()
        const disk = await storeOnDisk()
        let sqlite = disk.store
        const epochs = { memory: new Epochs(), sqlite: new Epochs() }
        try {
          for (const [turn, made] of calls.entries()) {
            const clock = 1_790_000_000_000 + turn
            if (made.kind === 'reopen' && disk.reopen !== undefined) sqlite = await disk.reopen()
            const [a, b] = await Promise.all(
              [memory, sqlite].map(async store => {
                const result = await answer(store, made, clock).catch((error: Error) => error.message)
                const id = 'classId' in made ? made.classId : 'k0'
                return {
                  result,
                  head: await store.journal.head(id),
                  events: await store.journal.read(id, 0),
                  names: await store.people.names(id),
                }
              }),
            )
            const [x, y] = [epochs.memory.in(a), epochs.sqlite.in(b)].map(it => JSON.stringify(it))
            if (x !== y) throw new Error(`${JSON.stringify(made)}\nmemory: ${x}\nsqlite: ${y}`)
          }
        } finally {
          await memory.close()
          await disk.end()
        }
      }),
      { numRuns: RUNS },
    )
  },
  60_000 + RUNS * 2000,
)

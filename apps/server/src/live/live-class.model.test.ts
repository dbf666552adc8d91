import { type ClassEvent, fold, unopened } from '@evenkeel/classroom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import { createMemoryStore } from '../journal/memory.ts'
import { joinClass, openClass } from '../testing/first-requests.ts'
import { type Fate, scheduledJournal } from '../testing/scheduled-journal.ts'
import { LiveClass, type LiveClassParts } from './live-class.ts'
import type { Outcome, Step } from './request.ts'

/*
 * The line in which commands become events, on one server and on two that share a journal, with every answer of the
 * journal arriving in any order and some of them lost. Whatever the order: each command once, everybody the same, nothing
 * told before it is stored.
 */

const START = 1_790_000_000_000
/** Time that stands: nothing here waits for it. */
const clock: Clock = { now: () => START, after: () => () => {} }

interface Node {
  readonly live: LiveClass
  readonly published: Step[]
  readonly answers: { readonly id: string; readonly outcome: Outcome; readonly stored: number }[]
}

async function play(
  scheduler: fc.Scheduler,
  nodes: number,
  commands: readonly { node: number; which: number }[],
  fates: readonly Fate[],
) {
  const store = createMemoryStore()
  const stored = async () => (await store.journal.head('k1'))?.seq ?? 0
  const partsOf = (published: Step[], late: boolean): LiveClassParts => ({
    journal: late ? scheduledJournal(store.journal, scheduler, fates) : store.journal,
    clock,
    chance: { bytes: count => Buffer.alloc(count, 7) },
    library: () => undefined,
    publish: steps => published.push(...steps),
    failed: () => {},
    ...(nodes > 1 && {
      others: { names: id => store.people.names(id), replaced: () => {}, unreadable: () => {} },
    }),
  })
  const first = await LiveClass.create('k1', partsOf([], false))
  expect(await first.submit(openClass)).toMatchObject({ ok: true })
  const all: Node[] = []
  for (let n = 0; n < nodes; n += 1) {
    const published: Step[] = []
    // Loading is not what is looked at here.
    const parts = partsOf(published, true)
    const loading = LiveClass.load('k1', parts, [], () => {})
    await scheduler.waitFor(loading)
    const live = await loading
    if (live === undefined) throw new Error('the class is not there')
    await scheduler.waitFor(live.listen())
    all.push({ live, published, answers: [] })
  }
  const begun = (await store.journal.head('k1'))?.seq ?? 0
  const waiting = commands.map(async ({ node, which }) => {
    const at = all[node % nodes]
    if (at === undefined) return
    const request = joinClass(which)
    const outcome = await at.live.submit(request)
    at.answers.push({ id: request.id, outcome, stored: await stored() })
  })
  await scheduler.waitFor(Promise.all(waiting))
  for (const { live } of all) await scheduler.waitFor(live.refresh())
  const journal = (await store.journal.read('k1', 0)) as readonly ClassEvent[]
  for (const { live } of all) live.end()
  return { all, journal, begun }
}

const commands = fc.array(fc.record({ node: fc.nat(1), which: fc.nat(5) }), { minLength: 1, maxLength: 12 })
const fates = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Fate>('told') },
    { weight: 1, arbitrary: fc.constant<Fate>('done-but-unknown') },
    { weight: 1, arbitrary: fc.constant<Fate>('not-done-and-unknown') },
  ),
  { minLength: 1, maxLength: 6 },
)

test.each([1, 2])(
  '[J3] [J4] %i server(s), answers in any order, some lost: each command once, all the same',
  async nodes => {
    let lost = 0
    let raced = 0
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), commands, fates, async (scheduler, given, ends) => {
        const { all, journal, begun } = await play(scheduler, nodes, given, ends)
        expect(journal.map(event => event.seq)).toEqual(journal.map((_, index) => index + 1))
        const state = fold(unopened('k1'), journal)
        const firstSeq = new Map<string, number>()
        for (const event of journal) {
          const before = firstSeq.get(event.commandId)
          if (before === undefined) firstSeq.set(event.commandId, event.seq)
          // Events of one command stand together.
          else expect(journal[event.seq - 2]?.commandId).toBe(event.commandId)
        }
        for (const { live, published, answers } of all) {
          // Both know the whole class, and their sockets were told of each event once and in order.
          expect(live.state).toEqual(state)
          const from = published[0]?.event.seq ?? begun + 1
          expect(from).toBe(begun + 1)
          expect(published.map(step => step.event)).toEqual(journal.slice(begun, begun + published.length))
          expect(published).toHaveLength(journal.length - begun)
          for (const { id, outcome, stored } of answers) {
            const seq = firstSeq.get(id)
            if (outcome.ok) {
              expect(outcome.seq).toBe(seq)
              expect(stored).toBeGreaterThanOrEqual(outcome.seq)
            } else {
              lost += 1
              expect(outcome.kind).toBe('cannot-save')
            }
          }
        }
        if (nodes > 1 && all.every(each => each.answers.length > 0)) raced += 1
      }),
      { numRuns: 150 },
    )
    // A model in which nothing goes wrong proves nothing.
    expect(lost).toBeGreaterThan(0)
    if (nodes > 1) expect(raced).toBeGreaterThan(0)
  },
  60_000,
)

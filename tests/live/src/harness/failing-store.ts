import { createMemoryStore, type Journal, type Store } from '@evenkeel/server'

/** A store whose journal behaves, while `full` is set, as that of a disk without room. */
export function fillableStore(): Store & { full: boolean } {
  const store = createMemoryStore()
  const { journal } = store
  const fillable: Store & { full: boolean } = {
    ...store,
    people: store.people,
    close: () => store.close(),
    full: false,
    journal: new Proxy(journal, {
      get(_, name: keyof Journal) {
        if (fillable.full && name === 'append') {
          const answer: Awaited<ReturnType<Journal['append']>> = {
            ok: false,
            kind: 'unavailable',
            outcome: 'not-written',
            cause: 'the disk is full',
          }
          return () => Promise.resolve(answer)
        }
        if (fillable.full && name === 'writable') return () => Promise.resolve(false)
        const own = journal[name]
        return typeof own === 'function' ? own.bind(journal) : own
      },
    }),
  }
  return fillable
}

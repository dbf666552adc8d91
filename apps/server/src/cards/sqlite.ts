import type { OwnCards } from './port.ts'

/** The part of the store's thread that own cards need. */
interface Thread {
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>
}

/** Own cards in the journal's data file, over the journal's connection. */
export function sqliteCards(thread: Thread): OwnCards {
  const call = <T>(name: keyof OwnCards, ...args: readonly unknown[]): Promise<T> =>
    thread.call(`cards.${name}`, ...args)
  return {
    all: () => call('all'),
    hidden: () => call('hidden'),
    add: cards => call('add', cards),
    hide: id => call('hide', id),
  }
}

import type { Store } from '@evenkeel/server'

type Journal = Store['journal']

/** What becomes of an append that is under way: it is written, or the server dies before or after it was. */
export type Fate = 'written' | 'lost'

/**
 * A journal whose appends wait until the test lets each go, so that commands pile up behind them and a server can die
 * with one in flight.
 */
export class HeldJournal {
  readonly journal: Journal
  #held: ((fate: Fate) => Promise<void>)[] = []

  constructor(inner: Journal) {
    const append: Journal['append'] = batch =>
      new Promise((resolve, reject) => {
        this.#held.push(async fate => {
          // A server that died hears nothing any more, whatever was written.
          if (fate === 'written') await inner.append(batch).then(resolve, reject)
        })
      })
    this.journal = new Proxy(inner, {
      get: (target, name) => {
        if (name === 'append') return append
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  get waiting(): number {
    return this.#held.length
  }

  async release(fate: Fate = 'written'): Promise<void> {
    await this.#held.shift()?.(fate)
  }

  /** The server dies: the append in flight may have reached the disk or not. */
  async die(fate: Fate): Promise<void> {
    const [first] = this.#held
    this.#held = []
    await first?.(fate)
  }
}

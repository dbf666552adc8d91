/**
 * Which commands of one class are stored, and at which seq each began. It is a reading of the events: built from them when a
 * class is first touched, kept while it is in use. A table of its own would cost a page written for every command
 * (measured: half of the grouped throughput), and could disagree with the events.
 */
export class CommandIndex {
  readonly #byActor = new Map<string, Map<string, number>>()
  #size = 0

  get size(): number {
    return this.#size
  }

  firstSeq(actor: string, commandId: string): number | undefined {
    return this.#byActor.get(actor)?.get(commandId)
  }

  /** The first seq counts: later events of the same command change nothing. */
  remember(actor: string, commandId: string, seq: number): void {
    let commands = this.#byActor.get(actor)
    if (commands === undefined) {
      commands = new Map()
      this.#byActor.set(actor, commands)
    }
    if (commands.has(commandId)) return
    commands.set(commandId, seq)
    this.#size += 1
  }

  forget(actor: string, commandId: string): void {
    if (this.#byActor.get(actor)?.delete(commandId)) this.#size -= 1
  }
}

import { connect, createServer, type Server, type Socket } from 'node:net'

/** The way between a server and its Redis, on which what Redis answers can come late, wait, or say something else. */
export class RedisLine {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  readonly #held: (() => void)[] = []
  readonly #watching = new Set<(question: string) => void>()
  #holding = false
  /** ms that each answer is late. */
  late = 0
  /** What each piece of an answer is turned into; of the same length, as Redis says beforehand how long it is. */
  #told: (answer: string) => string = answer => answer

  constructor(port: number) {
    this.#server = createServer(client => {
      const redis = connect(port, '127.0.0.1')
      for (const [one, other] of [
        [client, redis],
        [redis, client],
      ] as const) {
        this.#open.add(one)
        one.setNoDelay(true)
        one.on('error', () => {})
        one.on('close', () => {
          this.#open.delete(one)
          other.destroy()
        })
      }
      client.pipe(redis)
      client.on('data', (piece: Buffer) => {
        for (const look of this.#watching) look(piece.toString('latin1'))
      })
      let before = Promise.resolve()
      redis.on('data', (piece: Buffer) => {
        before = before
          .then(() => this.#mayGo())
          .then(() => {
            if (!client.destroyed) client.write(this.#told(piece.toString('latin1')), 'latin1')
          })
      })
    })
  }

  /** Where a server finds Redis at the other end. */
  async url(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return `redis://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  }

  tell(told: (answer: string) => string): void {
    this.#told = told
  }

  /** What is asked goes through; no answer comes back until `letGo`. */
  hold(): void {
    this.#holding = true
  }

  letGo(): void {
    this.#holding = false
    for (const go of this.#held.splice(0)) go()
  }

  /** Resolves when the next question that holds this word is on its way to Redis. */
  asked(word: string): Promise<void> {
    return new Promise(resolve => {
      const look = (question: string) => {
        if (question.includes(word) && this.#watching.delete(look)) resolve()
      }
      this.#watching.add(look)
    })
  }

  /** Every connection breaks; what was not let go by then never comes. */
  cut(): void {
    for (const socket of this.#open) socket.destroy()
  }

  async close(): Promise<void> {
    this.letGo()
    this.cut()
    await new Promise<void>(resolve => this.#server.close(() => resolve()))
  }

  async #mayGo(): Promise<void> {
    const { late } = this
    if (late > 0) await new Promise<void>(resolve => setTimeout(resolve, late))
    if (this.#holding) await new Promise<void>(resolve => this.#held.push(resolve))
  }
}

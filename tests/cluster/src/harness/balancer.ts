import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What stands before the servers, as far as these tests need it: each new connection goes to the first server of a list
 * that takes it. What is connected stays connected until one of both ends goes.
 */
export class Balancer {
  ports: readonly number[] = []
  readonly #server: Server
  #next = 0

  constructor() {
    this.#server = createServer(client => this.#join(client, this.ports.length))
  }

  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }

  /** Round robin: the worst that a balancer may do to a class. A server that is gone is passed over. */
  #join(client: Socket, tries: number): void {
    const port = this.ports[this.#next++ % Math.max(1, this.ports.length)]
    if (port === undefined || tries === 0) return void client.destroy()
    const server = connect(port, '127.0.0.1')
    let joined = false
    client.on('error', () => server.destroy())
    client.on('close', () => server.destroy())
    server.on('connect', () => {
      joined = true
      client.pipe(server)
      server.pipe(client)
    })
    server.on('error', () => (joined ? client.destroy() : this.#join(client, tries - 1)))
    server.on('close', () => {
      if (joined) client.destroy()
    })
  }

  close(): void {
    this.#server.close()
  }
}

import type { BrowserContext, Page } from 'playwright-core'

/** What a browser says when its network or the server is gone: expected while a test takes it away. */
const NO_NETWORK =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|ABORTED|NETWORK_CHANGED)|WebSocket connection to/

/** Collects what no page of ours may ever do: errors in the console, uncaught errors, broken policies, answers that fail. */
export class PageWatch {
  readonly troubles: string[] = []
  /** Every frame of every tab, as it came. */
  readonly received: string[] = []
  readonly #expected: RegExp[] = []
  readonly #bodies: Promise<string>[] = []
  #networkGone = false

  async watchContext(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event => {
        console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
      })
    })
    context.on('page', page => this.#watch(page))
  }

  /** A failure that the test brings about on purpose, such as a wrong code. Say it before it happens. */
  expects(trouble: RegExp): void {
    this.#expected.push(trouble)
  }

  /** Whatever the lost network makes the browser say from now on is expected. */
  networkGoes(): void {
    this.#networkGone = true
  }

  /** Every answer of the server's own addresses, as it came. */
  fetched(): Promise<string[]> {
    return Promise.all(this.#bodies)
  }

  #watch(page: Page): void {
    page.on('console', message => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} ${message.location().url}`)
    })
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => this.received.push(payload.toString())),
    )
    page.on('pageerror', error => this.#note(`error: ${error.message}\n${error.stack ?? ''}`))
    page.on('response', response => {
      // The body of a page that was left meanwhile is gone.
      if (new URL(response.url()).pathname.startsWith('/api/'))
        this.#bodies.push(response.text().catch(() => ''))
      if (response.status() >= 400) this.#note(`${response.status()} ${response.url()}`)
    })
  }

  #note(trouble: string): void {
    if (this.#networkGone && NO_NETWORK.test(trouble)) return
    if (this.#expected.some(expected => expected.test(trouble))) return
    this.troubles.push(trouble)
  }
}

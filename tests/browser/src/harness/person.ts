import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { linkWords } from '../../../../apps/web/src/words/en/link.ts'
import { words } from '../../../../apps/web/src/words/en.ts'
import { expectInNoCard } from './name-in-no-card.ts'
import { PageWatch } from './page-watch.ts'

type Role = Parameters<Page['getByRole']>[0]

/** As long as a screen may take to show what happened, on a busy machine. */
const PATIENCE = 20_000

/** What `arrive` needs of a class of people: how to make one, and what they hold in their hands. */
interface Kind<P> {
  readonly device: BrowserContextOptions
  new (name: string, context: BrowserContext, watch: PageWatch, page: Page): P
}

/** Somebody with a browser of their own: cookies, storage and tabs are nobody else's. */
export class Person {
  static readonly device: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true }
  readonly name: string
  readonly context: BrowserContext
  readonly watch: PageWatch
  /** The tab that they look at. */
  page: Page

  constructor(name: string, context: BrowserContext, watch: PageWatch, page: Page) {
    this.name = name
    this.context = context
    this.watch = watch
    this.page = page
  }

  static async arrive<P extends Person>(
    this: Kind<P>,
    browser: Browser,
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<P> {
    expectInNoCard(name)
    // biome-ignore lint/complexity/noThisInStatic: whoever arrives is of the class that was asked
    const context = await browser.newContext({ ...this.device, ...options })
    context.setDefaultTimeout(PATIENCE)
    const watch = new PageWatch()
    await watch.watchContext(context)
    return new this(name, context, watch, await context.newPage())
  }

  /** What someone on the screen is, by its role and its name. */
  find(role: Role, name?: string | RegExp): Locator {
    return this.page.getByRole(role, name === undefined ? {} : { name, exact: true })
  }

  heading(name: string): Promise<void> {
    return this.find('heading', name).waitFor()
  }

  button(name: string): Locator {
    return this.find('button', name)
  }

  press(name: string): Promise<void> {
    return this.button(name).click()
  }

  sees(text: string): Promise<void> {
    return this.page.getByText(text, { exact: true }).first().waitFor()
  }

  /** Unfolds what stands behind a word, if it is folded. */
  async opens(summary: string): Promise<void> {
    const word = this.page.locator('summary', { hasText: summary })
    const fold = this.page.locator('details').filter({ has: word }).last()
    if ((await fold.getAttribute('open')) === null) await word.first().click()
  }

  /** Everything that can be read on the page. */
  async read(): Promise<string> {
    return (await this.page.locator('main').textContent()) ?? ''
  }

  /** Whether their browser ever heard of it, in a frame, in an answer over http, or on the page as it is. */
  async hasHeardOf(secret: string): Promise<boolean> {
    return (
      this.watch.received.some(frame => frame.includes(secret)) ||
      (await this.watch.fetched()).some(body => body.includes(secret)) ||
      (await this.page.content()).includes(secret)
    )
  }

  /** What a printer would put on paper, line by line. */
  async paper(): Promise<string[]> {
    await this.page.emulateMedia({ media: 'print' })
    // biome-ignore lint/performance/useDomNodeTextContent: only what the styles leave is on the paper
    const text = await this.page.locator('body').innerText()
    await this.page.emulateMedia({ media: 'screen' })
    return text.split('\n').filter(line => line.trim() !== '')
  }

  /** From a QR code's address to the seat. */
  async join(base: string, code: string): Promise<void> {
    await this.page.goto(`${base}/j/${code}`)
    await this.page.getByLabel(words.join.name, { exact: true }).fill(this.name)
    await this.press(words.join.join)
    await this.heading(words.play.waitingTitle)
  }

  /** A second tab at the same address; the first stays open. */
  async anotherTab(): Promise<Page> {
    const tab = await this.context.newPage()
    await tab.goto(this.page.url())
    return tab
  }

  /** The phone sleeps, or its network is gone; `wake` brings it back. */
  async sleep(): Promise<void> {
    this.watch.networkGoes()
    await this.context.setOffline(true)
  }

  wake(): Promise<void> {
    return this.context.setOffline(false)
  }

  /** Waits until the page says nothing more of a lost connection; a server that was gone is looked for every few seconds. */
  async isBack(): Promise<void> {
    for (const said of [linkWords.reconnecting, linkWords.offline, linkWords.connecting])
      await this.page.getByText(said, { exact: true }).waitFor({ state: 'hidden', timeout: 2 * PATIENCE })
  }

  async leave(): Promise<void> {
    await this.context.close()
  }
}

/** What the pages of these people did that no page may do, each with whose it was. */
export const troublesOf = (people: readonly Person[]): string[] =>
  people.flatMap(({ name, watch }) => watch.troubles.map(each => `${name}: ${each}`))

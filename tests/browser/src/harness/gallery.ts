import { execFile } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page, Request } from 'playwright-core'
import { linkWords } from '../../../../apps/web/src/words/en/link.ts'
import { settled } from './axe.ts'
import { repositoryRoot } from './repository-root.ts'

const WEB = fileURLToPath(new URL('apps/web', repositoryRoot))
const NEXT = fileURLToPath(new URL('node_modules/next/dist/bin/next', repositoryRoot))
const OUT = join(WEB, '.gallery')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Every panel in every state with made-up views. No build for people has it, so it gets a build of its own. */
export class Gallery {
  readonly #server: Server
  readonly #fetching = new Set<Request>()
  readonly base: string

  private constructor(server: Server) {
    this.#server = server
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  /** Builds it, which takes a while, and shows it on a port of its own. */
  static async open(): Promise<Gallery> {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_PUBLIC_GALLERY: '1',
      NEXT_TELEMETRY_DISABLED: '1',
    }
    // The test runner asks for sources, which is not for the build.
    await promisify(execFile)(process.execPath, [NEXT, 'build'], {
      cwd: WEB,
      env: { ...env, NODE_OPTIONS: '' },
    })
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://gallery')
      // The panels are shown with made-up views; what some of them ask for besides is an empty playbook.
      if (pathname === '/api/cards')
        return void response.setHeader('content-type', TYPES['.json'] ?? '').end('{"cards":[]}')
      const file = join(OUT, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
      if (!file.startsWith(OUT) || !existsSync(file)) return void response.writeHead(404).end()
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' })
      createReadStream(file).pipe(response)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return new Gallery(server)
  }

  /** The name of everything that hangs there, with its address. */
  async list(page: Page): Promise<readonly { readonly id: string; readonly address: string }[]> {
    page.on('request', request => this.#fetching.add(request))
    page.on('requestfinished', request => this.#fetching.delete(request))
    page.on('requestfailed', request => this.#fetching.delete(request))
    await page.goto(`${this.base}/gallery/`)
    await page.locator('[data-shown]').first().waitFor()
    return page.locator('[data-shown]').evaluateAll(links =>
      links.map(link => ({
        id: link.getAttribute('data-shown') ?? '',
        address: link.getAttribute('href') ?? '',
      })),
    )
  }

  /** Goes to one of them without loading the page again, and waits for its parts that are fetched when they are shown. */
  async show(page: Page, { id, address }: { readonly id: string; readonly address: string }): Promise<void> {
    await page.evaluate(to => history.pushState(null, '', to), address)
    await page.waitForFunction(shown => document.documentElement.dataset.shown === shown, id)
    await settled(page)
    // React holds what it has just been given back for a moment, so that nothing flickers.
    const lateOnes = page.getByText(linkWords.oneMoment, { exact: true })
    while (
      this.#fetching.size > 0 ||
      (await lateOnes.count()) > 0 ||
      (await page.locator('h1').count()) === 0
    ) {
      await settled(page)
    }
  }

  async close(): Promise<void> {
    await new Promise(resolve => this.#server.close(resolve))
  }
}

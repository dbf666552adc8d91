import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { Console } from './console.ts'
import { ServerProcess } from './server-process.ts'

/** Somebody signed in at the console of a new server, with no class and nobody else. */
export interface Alone {
  readonly server: ServerProcess
  readonly browser: Browser
  readonly ana: Console
  leave(): Promise<void>
}

export async function alone(): Promise<Alone> {
  const server = await new ServerProcess().start()
  const browser = await launchChromium()
  const ana = await Console.arrive(browser, 'Ana')
  await ana.signsIn(server.base)
  const leave = async () => {
    await browser.close()
    await server.clear()
  }
  return { server, browser, ana, leave }
}

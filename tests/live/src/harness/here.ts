import {
  type Chance,
  createMemoryStore,
  createServer,
  type EvenkeelServer,
  type Library,
  listen,
  type Store,
  systemChance,
} from '@evenkeel/server'
import { type OpenedClass, openClass, signIn } from '@evenkeel/simulant'
import { DrivenClock } from './driven-clock.ts'
import { PASSCODE, testParts } from './parts.ts'

export interface ServerHere {
  readonly base: string
  readonly clock: DrivenClock
  readonly server: EvenkeelServer
  readonly store: Store
  stop(): Promise<void>
}

/** A server in the test's own process, with its own clock, on a port of the system's choice. */
export async function serverHere(
  given: { store?: Store; clock?: DrivenClock; library?: Library; chance?: Chance } = {},
): Promise<ServerHere> {
  const { store = createMemoryStore(), clock = new DrivenClock(), chance = systemChance } = given
  const server = await createServer(await testParts(store, clock, chance, given.library))
  const port = await listen(server.http, 0, '127.0.0.1')
  return { base: `http://127.0.0.1:${port}`, clock, server, store, stop: () => server.stop() }
}

/** Signs in with the tests' passcode and opens a class. */
export async function aClass(
  base: string,
  choice: Partial<Parameters<typeof openClass>[1]> = {},
  instructor = 'Ines',
): Promise<OpenedClass> {
  const browser = await signIn(base, { name: instructor, passcode: PASSCODE })
  return openClass(browser, { title: 'A class', place: 'remote', ...choice })
}

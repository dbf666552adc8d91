import { type ClassEvent, fold, unopened } from '@evenkeel/classroom'
import { loadCards } from '@evenkeel/playbook/cards'
import {
  type Clock,
  createServer,
  type EvenkeelServer,
  listen,
  openRedisStore,
  silentLog,
  systemChance,
  systemClock,
} from '@evenkeel/server'
import { Browser, joinClass, type OpenedClass, openClass, Simulant, signIn } from '@evenkeel/simulant'
import { PASSCODE } from './passcode.ts'

export interface Node {
  readonly base: string
  readonly server: EvenkeelServer
  readonly store: Awaited<ReturnType<typeof openRedisStore>>
}

/** A server in the test's own process, on a Redis that others share. */
export async function startNode(url: string, clock: Clock = systemClock, grace = 30_000): Promise<Node> {
  const store = await openRedisStore({ url, clock, failed: () => {} })
  const server = await createServer({
    store,
    clock,
    chance: systemChance,
    library: { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) },
    log: silentLog,
    passcode: PASSCODE,
    addresses: () => [],
    grace,
  })
  const port = await listen(server.http, 0, '127.0.0.1')
  return { base: `http://127.0.0.1:${port}`, server, store }
}

export async function aClass(base: string, place: 'remote' | 'same-room' = 'remote'): Promise<OpenedClass> {
  const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
  return openClass(browser, { title: 'A class', place })
}

/** A trainee with the browser that holds their seat. */
export async function join(base: string, code: string, name: string) {
  const browser = new Browser(base)
  return Object.assign(await joinClass(base, code, name, { browser }), { browser })
}

/** The same browser, which another server answers from now on. */
export function movedTo(base: string, browser: Browser): Browser {
  const moved = new Browser(base)
  if (browser.cookies !== undefined) moved.bring(browser.cookies)
  return moved
}

/** The same seat on a second device, at another server. */
export function seatAt(base: string, browser: Browser, classId: string, seat: string): Simulant {
  const newId = () => crypto.randomUUID()
  const simulant = new Simulant({
    browser: movedTo(base, browser),
    classId,
    as: { kind: 'seat', seat },
    newId,
  })
  return simulant.follow('seat')
}

export async function eventsOf({ store }: Node, classId: string): Promise<readonly ClassEvent[]> {
  // Written by this version of the server, so there is nothing to lift.
  return (await store.journal.read(classId, 0)) as readonly ClassEvent[]
}

export const stateOf = (classId: string, events: readonly ClassEvent[]) => fold(unopened(classId), events)

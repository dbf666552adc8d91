import { randomUUID } from 'node:crypto'
import type { Subscription } from '@evenkeel/protocol'
import { http, wire } from '@evenkeel/protocol'
import { Browser } from './browser.ts'
import { Simulant } from './simulant.ts'
import type { SimulantOptions } from './simulant-options.ts'

type Extras = Partial<Pick<SimulantOptions, 'newId' | 'reconnectAfter' | 'record' | 'transports'>>

const newId = () => randomUUID()

/** Joins a class as somebody on a phone would, and follows their own seat. */
export async function joinClass(
  base: string,
  code: string,
  name: string,
  extras: Extras & { browser?: Browser; request?: string } = {},
): Promise<Simulant & { seatHandle: string; person: string }> {
  const { browser = new Browser(base), request = randomUUID(), ...options } = extras
  const joined = await browser.post('/api/join', { code, name, request }, http.joined)
  const simulant = new Simulant({
    newId,
    ...options,
    browser,
    classId: joined.class,
    as: { kind: 'seat', seat: joined.seat },
  })
  simulant.follow('seat')
  return Object.assign(simulant, { seatHandle: joined.seat, person: joined.person })
}

/** Signs an instructor in, by passcode or by the link from the terminal. */
export async function signIn(
  base: string,
  how: { name: string; passcode: string } | { link: string },
): Promise<Browser> {
  const browser = new Browser(base)
  if ('link' in how) await browser.visit(how.link)
  else await browser.post('/api/sign-in', how, http.signedIn)
  return browser
}

export interface OpenedClass {
  readonly classId: string
  readonly code: string
  readonly browser: Browser
}

export async function openClass(
  browser: Browser,
  choice: {
    title: string
    minutes?: number
    kind?: 'practice' | 'assessed'
    place: 'same-room' | 'remote'
    language?: 'en' | 'es'
  },
): Promise<OpenedClass> {
  const wanted = { minutes: 90, kind: 'practice', ...choice }
  const opened = await browser.post('/api/classes', wanted, http.classHead)
  return { classId: opened.class, code: opened.code, browser }
}

/** An instructor's device in a class, following what it is told to. */
export function instruct(
  { browser, classId }: OpenedClass,
  subs: readonly Subscription[] = ['console'],
  extras: Extras = {},
): Simulant {
  const simulant = new Simulant({ newId, ...extras, browser, classId, as: { kind: 'instructor' } })
  for (const sub of subs) simulant.follow(wire.subscription.parse(sub))
  return simulant
}

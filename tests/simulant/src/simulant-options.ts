import type { Handshake } from '@evenkeel/protocol'
import type { Browser } from './browser.ts'

export interface SimulantOptions {
  readonly browser: Browser
  readonly classId: string
  readonly as: Handshake['as']
  /** Makes command ids: unique for this person, 8 to 40 word characters. */
  readonly newId: () => string
  /** ms before a lost connection is tried again. */
  readonly reconnectAfter?: number
  /** Keeps every message that came off the wire, for tests that look for what must not be there. */
  readonly record?: boolean
  readonly transports?: readonly ('websocket' | 'polling')[]
}

/** ms, where nobody says. */
export const RECONNECT_AFTER = 50

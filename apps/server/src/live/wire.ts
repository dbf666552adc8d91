/*
 * What the live part needs of Socket.IO and no more, so that tests can put wires under it whose every message they hold
 * in their hands.
 */

/** One client's connection. */
export interface Wire {
  readonly id: string
  emit(name: string, body: object): unknown
  join(channel: string): unknown
  leave(channel: string): unknown
  disconnect(close: boolean): unknown
}

export interface Broadcast {
  readonly volatile: Broadcast
  except(wires: string[]): Broadcast
  emit(name: string, body: object): unknown
}

/** Sends one message to every wire that has joined one of these channels, once. */
export interface Channels {
  to(channels: string | string[]): Broadcast
}

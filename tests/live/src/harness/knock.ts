import type { Handshake } from '@evenkeel/protocol'
import { PROTOCOL_VERSION } from '@evenkeel/protocol'
import { io } from 'socket.io-client'

export interface Knocking {
  readonly class: string
  readonly as?: Handshake['as']
  readonly cookie?: string | undefined
  readonly origin?: string
  readonly v?: number
}

/** Tries the handshake once and says what came of it: `in`, a refusal's kind and sentence, or the transport's error. */
export function knock(
  base: string,
  { class: classId, as, cookie, origin, v = PROTOCOL_VERSION }: Knocking,
): Promise<'in' | { kind: string; say: string } | Error> {
  const socket = io(base, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    auth: { v, class: classId, ...(as && { as }) },
    extraHeaders: { ...(cookie !== undefined && { cookie }), ...(origin !== undefined && { origin }) },
  })
  return new Promise<'in' | { kind: string; say: string } | Error>(resolve => {
    socket.on('connect', () => resolve('in'))
    socket.on('connect_error', error =>
      resolve('data' in error ? (error.data as { kind: string; say: string }) : error),
    )
  }).finally(() => socket.close())
}

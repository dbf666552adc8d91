import { LIMITS } from '@evenkeel/protocol'
import { OPCODE, RawSocket } from '@evenkeel/simulant'

/** Pieces in one go: a thousand times as many as messages are allowed. After some 16,000 of one message the server closes. */
const A_TURN = (LIMITS.commandsPerSecond * 1_000) / 100
const EVERY_MS = 10

const BEGUN = { opcode: OPCODE.text, fin: false, payload: '42["command",' } as const
const PIECES = Array.from({ length: A_TURN }, (_, n) => ({
  opcode: OPCODE.continuation,
  fin: false,
  payload: n % 2 === 0 ? 'x' : '',
}))
/** A frame that is none: reserved bits. */
const NONE = { opcode: OPCODE.text, fin: true, reserved: 7, payload: '2' } as const

/**
 * Websocket messages in tiny pieces without end, on a connection of its own beside the seat's. Closed, it comes straight
 * back; every fifth time with a frame that is none. The answer tells how many pieces were sent, and how often it was closed.
 */
export function floodInPieces(base: string, query: string, cookie: string | undefined) {
  let [pieces, closed] = [0, 0]
  const flood = async () => {
    for (let turn = 1; ; turn += 1) {
      const socket = await RawSocket.open(base, query, cookie).catch(() => undefined)
      if (socket === undefined) {
        await pause()
        continue
      }
      let open = true
      void socket.ended.then(() => {
        open = false
      })
      socket.send(turn % 5 === 0 ? NONE : BEGUN)
      while (open) {
        socket.send(...PIECES)
        pieces += PIECES.length
        await pause()
      }
      closed += 1
    }
  }
  void flood()
  return () => ({ pieces, closed })
}

const pause = () => new Promise<void>(resolve => setTimeout(resolve, EVERY_MS))

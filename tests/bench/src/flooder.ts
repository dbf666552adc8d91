/*
 * A client that keeps to nothing, in a process of its own: it holds a seat in a class and sends a hundred times what is
 * allowed, of every kind, and beside that pieces of messages without end. Sent away, it comes straight back.
 */
import { randomUUID } from 'node:crypto'
import { http, LIMITS, PROTOCOL_VERSION } from '@evenkeel/protocol'
import { Browser, openClass, signIn } from '@evenkeel/simulant'
import { io, type Socket } from 'socket.io-client'
import { floodInPieces } from './flood-in-pieces.ts'
import { PASSCODE } from './passcode.ts'

const EVERY_MS = 10
const A_TURN = (LIMITS.commandsPerSecond * 100 * EVERY_MS) / 1_000
/** Too long for a message; too long for the connection, which is then closed. */
const LONG = 'x'.repeat(LIMITS.message + 1_000)
const FAR_TOO_LONG = 'x'.repeat(LIMITS.frame + 1_000)

let sent = 0

function flood(socket: Socket): void {
  for (let n = 0; n < A_TURN; n++) {
    sent++
    if (sent % 5_000 === 0)
      socket.emit('command', { id: `flood-${sent}`, type: 'CallHelp', data: FAR_TOO_LONG })
    else if (sent % 500 === 0) socket.emit('command', { id: `flood-${sent}`, type: 'CallHelp', data: LONG })
    else if (sent % 7 === 0) socket.emit('command', 'of no known shape')
    else if (sent % 11 === 0) socket.emit('nothing that is known', { sent })
    else socket.emit('command', { id: `flood-${sent}`, type: 'CallHelp', data: {} })
  }
}

async function run(base: string): Promise<void> {
  const opened = await openClass(await signIn(base, { name: 'Flood', passcode: PASSCODE }), {
    title: 'Flood',
    place: 'remote',
  })
  const browser = new Browser(base)
  const body = { code: opened.code, name: 'Flooder', request: randomUUID() }
  const joined = await browser.post('/api/join', body, http.joined)
  const socket = io(base, {
    transports: ['websocket'],
    reconnection: false,
    query: { class: joined.class },
    auth: { v: PROTOCOL_VERSION, class: joined.class, as: { kind: 'seat', seat: joined.seat } },
    extraHeaders: { cookie: browser.cookies ?? '' },
  })
  let comings = 0
  socket.on('connect', () => {
    comings++
  })
  socket.on('disconnect', () => socket.connect())
  socket.on('connect_error', () => setTimeout(() => socket.connect(), EVERY_MS))
  socket.once('connect', () => process.send?.({ flooding: true }))
  setInterval(() => {
    if (socket.connected) flood(socket)
  }, EVERY_MS)
  const inPieces = floodInPieces(base, `&class=${joined.class}`, browser.cookies)
  process.on('message', () => process.send?.({ sent, comings, ...inPieces() }))
}

const [, , base] = process.argv
process.on('disconnect', () => process.exit(0))
if (base !== undefined && process.send !== undefined) await run(base)

import { LIMITS, PROTOCOL_VERSION } from '@evenkeel/protocol'
import { Browser, type Ended, type FrameParts, joinClass, OPCODE, RawSocket } from '@evenkeel/simulant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerHere, serverHere } from './harness/here.ts'
import { expectTheLaw } from './harness/law.ts'
import { placeOf } from './harness/play.ts'
import { aScene, linesOf, type PlayedScene, stateHere } from './harness/scene.ts'

/*
 * What a websocket library would never send: pieces of messages without end, frames that are no frames. Somebody who has a
 * seat sends it; the connection ends with the code that says why, and nobody else notices.
 */

let here: ServerHere
let scene: PlayedScene
const open: RawSocket[] = []

beforeAll(async () => {
  here = await serverHere()
  scene = await aScene(here)
})
afterAll(async () => {
  for (const socket of open) socket.close()
  for (const simulant of [scene.instructor, ...scene.trainees]) simulant.close()
  await here.stop()
})

/** A person of the class on a connection without a library, let in as any screen is. */
async function rawPerson(): Promise<RawSocket> {
  const browser = new Browser(here.base)
  const { classId, code } = scene.opened
  const joined = await joinClass(here.base, code, `Flo ${open.length}`, { browser })
  joined.close()
  const socket = await RawSocket.open(here.base, `&class=${classId}`, browser.cookies)
  open.push(socket)
  const as = { kind: 'seat', seat: joined.seatHandle }
  await socket.until('0{')
  socket.say(`40${JSON.stringify({ v: PROTOCOL_VERSION, class: classId, as })}`)
  await socket.until('40{')
  return socket
}

const begun: FrameParts = { opcode: OPCODE.text, fin: false, payload: '42["command",{"id":"' }
const piece = (payload = ''): FrameParts => ({ opcode: OPCODE.continuation, fin: false, payload })
const many = (count: number, frame: FrameParts) => Array.from({ length: count }, () => frame)

/** Codes of RFC 6455, section 7.4.1: 1002 protocol error, 1007 not UTF-8, 1008 policy, 1009 too big. */
const cases: [name: string, code: number, frames: readonly FrameParts[]][] = [
  ['pieces of one byte without end', 1008, [begun, ...many(20_000, piece('x'))]],
  ['empty pieces without end', 1008, [begun, ...many(20_000, piece())]],
  ['pieces that are together more than 64 KB', 1009, [begun, ...many(70, piece('x'.repeat(1_024)))]],
  ['one frame over 64 KB', 1009, [{ opcode: OPCODE.text, fin: true, payload: 'x'.repeat(LIMITS.frame + 1) }]],
  ['a frame that announces 4 GB', 1009, [{ opcode: OPCODE.binary, fin: true, announced: 4_294_967_296n }]],
  [
    'a frame that announces 2^63 bytes',
    1009,
    [{ opcode: OPCODE.text, fin: true, announced: 2n ** 63n - 1n }],
  ],
  ['a piece of nothing', 1002, [piece('x')]],
  ['a new message inside an unfinished one', 1002, [begun, { opcode: OPCODE.text, fin: true, payload: '2' }]],
  ['a ping in pieces', 1002, [{ opcode: OPCODE.ping, fin: false }]],
  ['an unknown opcode', 1002, [{ opcode: 5, fin: true }]],
  ['reserved bits', 1002, [{ opcode: OPCODE.text, fin: true, reserved: 7, payload: '2' }]],
  ['a frame without a mask', 1002, [{ opcode: OPCODE.text, fin: true, masked: false, payload: '2' }]],
  [
    'text that is not UTF-8',
    1007,
    [{ opcode: OPCODE.text, fin: true, payload: new Uint8Array([0xc3, 0x28]) }],
  ],
]

test.each(cases)('[A6] %s: closed with %i, and the others go on', async (name, code, frames) => {
  const { opened, customer, officer, trainees } = scene
  const { id } = officer.socket
  const socket = await rawPerson()
  socket.send(...frames)
  const answer = await customer.act('Speak', { place: placeOf(customer), how: 'say', text: name })
  expect(answer).toMatchObject({ ok: true })
  expect(await socket.ended).toMatchObject({ code } satisfies Ended)
  expect(await officer.until(it => linesOf(it)?.at(-1) === name && linesOf(it))).toContain(name)
  expect(officer.socket.id).toBe(id)
  here.clock.advance(1_000)
  await expectTheLaw(trainees, () => stateHere(here, opened.classId))
})

test('[A6] a message in a few pieces is a message', async () => {
  const socket = await rawPerson()
  const last: FrameParts = {
    opcode: OPCODE.continuation,
    fin: true,
    payload: '","type":"CallHelp","data":{}}]',
  }
  socket.send(begun, ...many(8, piece('x')), last)
  expect(await socket.until('42["answers"')).toContain('xxxxxxxx')
})

test('[A6] bytes that are announced and never come, and then something else: cut', async () => {
  for (const announced of ['51-', '510-', '5999999-']) {
    const socket = await rawPerson()
    socket.say(`4${announced}["command",{"_placeholder":true,"num":0}]`)
    socket.say('42["follow",{"sub":"seat"}]')
    expect(await socket.ended, announced).toBeDefined()
  }
})

test('[A6] a message that brings bytes along is weighed like any other', async () => {
  const socket = await rawPerson()
  const command = { id: 'with-bytes-1', type: 'CallHelp', data: {}, pad: 'x'.repeat(LIMITS.message) }
  socket.say(`451-${JSON.stringify(['command', command, { _placeholder: true, num: 0 }])}`)
  socket.send({ opcode: OPCODE.binary, fin: true, payload: new Uint8Array([1]) })
  expect(await socket.until('42["answers"')).toContain('too-large')
})

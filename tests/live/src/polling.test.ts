import { readFileSync } from 'node:fs'
import { instruct, joinClass } from '@evenkeel/simulant'
import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import { aClass, serverHere } from './harness/here.ts'

test('a network that lets no websocket through plays by long polling', async () => {
  const here = await serverHere()
  try {
    const opened = await aClass(here.base)
    const instructor = instruct(opened)
    const trainee = await joinClass(here.base, opened.code, 'Ana', { transports: ['polling'] })
    await trainee.until(it => it.seat)
    await trainee.do('CallHelp', {})
    await instructor.until(it => it.console?.people[trainee.person]?.help)
    expect(trainee.socket.io.engine.transport.name).toBe('polling')
    trainee.close()
    instructor.close()
  } finally {
    await here.stop()
  }
})

test('what the screens ask for: a websocket, and long polling when the network closes it', async () => {
  const screens = readFileSync(new URL('../../../apps/web/src/live/class-link.ts', import.meta.url), 'utf8')
  expect(screens).toContain("transports: ['websocket', 'polling'],\n      tryAllTransports: true,")
  const here = await serverHere()
  here.server.http.removeAllListeners('upgrade')
  here.server.http.on('upgrade', (_request, socket) => socket.destroy())
  const options = { transports: ['websocket', 'polling'], tryAllTransports: true, reconnection: false }
  const socket = io(here.base, options)
  try {
    // The handshake has no seat; that the server says so proves that it was reached.
    const refused = await new Promise<Error>(resolve => socket.once('connect_error', resolve))
    expect(refused.message).toBe('version')
    expect(socket.io.engine.transport.name).toBe('polling')
  } finally {
    socket.disconnect()
    await here.stop()
  }
})

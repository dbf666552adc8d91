import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { RawSocket } from './raw-socket.ts'

let close: () => void
afterEach(() => close())

async function serverThat(answers: string): Promise<string> {
  const server = createServer(socket => socket.once('data', () => socket.end(answers)))
  close = () => server.close()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

test('a connection that ends before there is a websocket is told, with the status if there is one', async () => {
  await expect(RawSocket.open(await serverThat(''))).rejects.toThrow('ended before there was an answer')
  close()
  const refusal = 'HTTP/1.1 403 Forbidden\r\n\r\n'
  await expect(RawSocket.open(await serverThat(refusal))).rejects.toThrow('HTTP/1.1 403 Forbidden')
})

import { createServer } from 'node:http'
import { createShardedAdapter } from '@socket.io/redis-adapter'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import { Server } from 'socket.io'

/**
 * What a chat on several servers looks like with Socket.IO's own Redis adapters, as their documentation shows it: a line is
 * told to everybody in the room and then acknowledged. Arguments as those of server-entry: folder, port, which adapter, Redis.
 */
const [, port = '0', kind = '', url = ''] = process.argv.slice(2)

const client = () => createClient({ url }).on('error', () => {})
const [one, two] = [client(), client()]
await Promise.all([one.connect(), two.connect()])

const http = createServer()
const io = new Server(http, {
  transports: ['websocket'],
  // What they offer against lost connections.
  connectionStateRecovery: {},
  adapter: kind === 'streams' ? createAdapter(one) : createShardedAdapter(one, two),
})
io.on('connection', socket => {
  void socket.join('room')
  socket.on('say', (text: string, answered: () => void) => {
    io.to('room').emit('line', text)
    answered()
  })
})
http.listen(Number(port), '127.0.0.1', () => {
  const address = http.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})

process.on('message', () => void io.close().finally(() => process.exit(0)))
process.on('disconnect', () => process.exit(0))
// An adapter that throws where nobody can catch it would end the server; so much is forgiven.
process.on('unhandledRejection', () => {})
process.on('uncaughtException', () => {})

/*
 * The measure: Socket.IO as one would write it in an evening. Rooms, a broadcast, an acknowledgement; no rules, no
 * storage. Same version and transport settings as Evenkeel's.
 */
import { createServer } from 'node:http'
import { LIMITS } from '@evenkeel/protocol'
import { Server } from 'socket.io'
import { answerQuestions } from './answer-questions.ts'

const http = createServer()
const io = new Server(http, {
  serveClient: false,
  maxHttpBufferSize: LIMITS.frame,
  pingInterval: 10_000,
  pingTimeout: 10_000,
})

io.on('connection', socket => {
  socket.on('enter', (room: string) => void socket.join(room))
  socket.on(
    'line',
    (line: { room: string; seat: string; how: string; text: string }, acknowledge: () => void) => {
      io.to(line.room).emit('line', line)
      acknowledge()
    },
  )
})

http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  answerQuestions(port, async () => {
    await io.close()
  })
})

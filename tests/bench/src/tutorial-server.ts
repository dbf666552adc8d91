/*
 * The second measure: the chat of Socket.IO's documentation, with each message stored before it is sent on
 * (socket.io/docs/v4/tutorial, steps 7 and 8): one INSERT a message, the row's number is its offset, the client's own offset
 * keeps a retry from being stored twice. Here with FULL sync, so that both promise the same.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIMITS } from '@evenkeel/protocol'
import { DatabaseSync } from '@photostructure/sqlite'
import { Server } from 'socket.io'
import { answerQuestions } from './answer-questions.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-tutorial-'))
const db = new DatabaseSync(join(dataDir, 'chat.db'))
db.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_offset TEXT UNIQUE,
    room TEXT,
    content TEXT
  );
`)
const insert = db.prepare('INSERT INTO messages (content, client_offset, room) VALUES (?, ?, ?)')

const http = createServer()
const io = new Server(http, {
  serveClient: false,
  maxHttpBufferSize: LIMITS.frame,
  pingInterval: 10_000,
  pingTimeout: 10_000,
})

let offset = 0
io.on('connection', socket => {
  socket.on('enter', (room: string) => void socket.join(room))
  socket.on('line', (line: { room: string; text: string }, acknowledge: () => void) => {
    offset += 1
    const { lastInsertRowid } = insert.run(line.text, `${socket.id}-${offset}`, line.room)
    io.to(line.room).emit('line', { ...line, offset: Number(lastInsertRowid) })
    acknowledge()
  })
})

http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  answerQuestions(port, async () => {
    await io.close()
    db.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
})

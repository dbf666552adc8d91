/* A process that shows a wall: folds its frames, counts what comes, and says so when it is asked. */
import { createHash } from 'node:crypto'
import { type CellsFrame, type WallCell, withFrame } from '@evenkeel/classroom/view'
import { io } from 'socket.io-client'

export interface WallRead {
  readonly frames: number
  readonly bytes: number
  readonly single: number
  readonly hash: string
}

/** The same for the same cells, whatever order they came in. */
export function hashOfCells(cells: Readonly<Record<string, unknown>>): string {
  const sorted = Object.keys(cells)
    .sort()
    .map(room => cells[room])
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

const [, , address] = process.argv
if (address !== undefined && process.send !== undefined) {
  let cells: Readonly<Record<string, WallCell>> = {}
  let frames = 0
  let bytes = 0
  let single = 0
  const socket = io(address, { transports: ['websocket'] })
  socket.on('connect', () => {
    socket.io.engine.on('packet', packet => {
      if (typeof packet.data === 'string') bytes += Buffer.byteLength(packet.data)
    })
    process.send?.('ready')
  })
  socket.on('wall', (frame: CellsFrame) => {
    frames++
    cells = withFrame(cells, frame)
  })
  socket.on('batch', () => single++)
  socket.on('done', () => {
    process.send?.({ frames, bytes, single, hash: hashOfCells(cells) } satisfies WallRead)
    frames = 0
    bytes = 0
    single = 0
  })
}

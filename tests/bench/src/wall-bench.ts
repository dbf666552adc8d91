import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { type ClassState, evolve, type PersonId, type Room, wallCell } from '@evenkeel/classroom'
import { WALL_BUSY_MS, Wall } from '@evenkeel/server'
import { Server } from 'socket.io'
import { ClassTime } from './class-time.ts'
import { median } from './figures.ts'
import { type PlayedEvent, playedWall } from './played-wall.ts'
import { hashOfCells, type WallRead } from './wall-reader.ts'

export interface WallFigures {
  /** CPU of the wall over that of sending each event to the same screen. */
  readonly ratio: number
  /** Microseconds of CPU in a second of the class. */
  readonly wallCpu: number
  readonly eachCpu: number
  readonly framesPerSecond: number
  readonly bytesPerSecond: number
  readonly eachBytesPerSecond: number
  /** The frames, folded, are the cells of the class. */
  readonly same: boolean
}

const ROOMS = 100
const EVENTS_PER_SECOND = 5 * ROOMS
const RUNS = 9

/** 100 rooms at 5 events a second each, of which one in ten is a line, before one real socket in another process. */
export async function wallBench(seconds: number): Promise<WallFigures> {
  const { start, events, end } = await playedWall(ROOMS, seconds * EVENTS_PER_SECOND)
  const http = createServer()
  const io = new Server(http)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const reader = fork(new URL('./wall-reader.js', import.meta.url), [`http://127.0.0.1:${address.port}`])
  try {
    await once(reader, 'message')
    const asked = () => read(reader, () => io.emit('done', {}))
    // The first pass also pays for compilation, the empty one for the turns themselves.
    await eachEvent(start, events, io)
    await asked()
    await theWall(start, events, io)
    await asked()
    // In turns, so that a slow spell of the machine spoils all three; and often, for the same reason.
    const runs: { each: number; wall: number }[] = []
    let eachRead: WallRead | undefined
    let wallRead: WallRead | undefined
    for (let run = 0; run < RUNS; run++) {
      const idle = await measured(() => nothing(start, events))
      const each = await measured(() => eachEvent(start, events, io))
      eachRead = await asked()
      const wall = await measured(() => theWall(start, events, io))
      wallRead = await asked()
      runs.push({ each: each - idle, wall: wall - idle })
    }
    if (eachRead === undefined || wallRead === undefined) throw new Error('nothing was read')
    const cells = Object.fromEntries(roomsOf(end).map(room => [room.id, wallCell(end, room)]))
    return {
      ratio: median(runs.map(({ each, wall }) => wall / each)),
      wallCpu: median(runs.map(({ wall }) => wall)) / seconds,
      eachCpu: median(runs.map(({ each }) => each)) / seconds,
      framesPerSecond: wallRead.frames / seconds,
      bytesPerSecond: wallRead.bytes / seconds,
      eachBytesPerSecond: eachRead.bytes / seconds,
      same: wallRead.hash === hashOfCells(cells),
    }
  } finally {
    reader.kill()
    await io.close()
  }
}

const roomsOf = (state: ClassState): readonly Room[] => state.round?.rooms ?? []

async function read(reader: ChildProcess, ask: () => void): Promise<WallRead> {
  const answered = once(reader, 'message')
  ask()
  const [told] = (await answered) as [WallRead]
  return told
}

async function measured(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

const nothing = (start: ClassState, events: readonly PlayedEvent[]) => oneByOne(start, events, () => {})

/** What a screen would be sent that looks into every room. */
const eachEvent = (start: ClassState, events: readonly PlayedEvent[], io: Server) =>
  oneByOne(start, events, ({ event, seen }) =>
    io.emit('batch', {
      sub: `room:${'room' in event.data ? event.data.room : ''}`,
      seq: event.seq,
      events: seen,
    }),
  )

async function theWall(start: ClassState, events: readonly PlayedEvent[], io: Server): Promise<void> {
  let state = start
  const lost: Record<PersonId, never> = {}
  const clock = new ClassTime(start.at)
  const wall = new Wall({
    clock,
    state: () => state,
    signs: () => lost,
    send: frame => io.emit('wall', frame),
  })
  wall.watch(true)
  io.emit('wall', wall.wholeFrame())
  await oneByOne(start, events, ({ event }, after) => {
    clock.comeTo(event.at)
    state = after
    wall.heed([event])
  })
  for (let frame = 0; frame < 2; frame++) clock.comeTo(clock.now() + WALL_BUSY_MS)
  wall.stop()
}

/**
 * Each event in a turn of its own, so that each is written by itself, as it would be at its time. The class goes on with it in
 * all passes alike, as in a server: a class that was played beforehand would have to be fetched from memory, by the wall alone.
 */
async function oneByOne(
  start: ClassState,
  events: readonly PlayedEvent[],
  take: (event: PlayedEvent, after: ClassState) => unknown,
): Promise<void> {
  let state = start
  for (const played of events) {
    state = evolve(state, played.event)
    take(played, state)
    await turn()
  }
}

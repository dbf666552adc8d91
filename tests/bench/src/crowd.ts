import { randomUUID } from 'node:crypto'
import { http, PROTOCOL_VERSION } from '@evenkeel/protocol'
import { Browser, instruct, openClass, type Simulant, signIn } from '@evenkeel/simulant'
import { io, type Socket } from 'socket.io-client'
import { PASSCODE } from './passcode.ts'

/** One person's socket in a room of three, as lean as the bare one's: the generator must not be the bottleneck. */
export interface Member {
  readonly room: number
  readonly speaks: boolean
  send(text: string, acknowledged: () => void): void
  /** Null where the subject has no temperature. */
  heat: ((level: number) => void) | null
}

export interface Crowd {
  readonly members: readonly Member[]
  leave(): void
}

type Heard = (text: string, member: number) => void

/** How a crowd is divided: rooms of three in a class, and in how many classes an instructor shows the wall. */
export interface School {
  readonly roomsInAClass: number
  readonly walls: number
}

const LARGE_CLASSES: School = { roomsInAClass: 60, walls: 0 }

const connect = (base: string, options: object): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(base, { forceNew: true, transports: ['websocket'], reconnection: false, ...options })
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', reject)
  })

export async function bareCrowd(base: string, rooms: number, heard: Heard): Promise<Crowd> {
  const sockets: Socket[] = []
  const members: Member[] = []
  for (let room = 0; room < rooms; room++) {
    for (let seat = 0; seat < 3; seat++) {
      const socket = await connect(base, {})
      const index = members.length
      socket.emit('enter', `room ${room}`)
      socket.on('line', (line: { text: string }) => heard(line.text, index))
      sockets.push(socket)
      const place = { room: `room ${room}`, scene: 'scene', seat: 'customer' }
      members.push({
        room,
        speaks: seat < 2,
        heat: null,
        send: (text, acknowledged) => socket.emit('line', { ...place, how: 'say', text }, acknowledged),
      })
    }
  }
  return { members, leave: () => sockets.forEach(socket => void socket.disconnect()) }
}

interface ViewEvent {
  readonly op: string
  readonly path?: readonly (string | number)[]
  readonly item?: { readonly text?: string }
}

/** Joins, plans and readies whole classes, until every room is in its scene. */
export async function evenkeelCrowd(
  base: string,
  rooms: number,
  heard: Heard,
  { roomsInAClass, walls }: School = LARGE_CLASSES,
): Promise<Crowd> {
  const sockets: Socket[] = []
  const members: Member[] = []
  const browser = await signIn(base, { name: 'Bench', passcode: PASSCODE })
  const looking: Simulant[] = []
  for (let from = 0; from < rooms; from += roomsInAClass) {
    const count = Math.min(roomsInAClass, rooms - from)
    const opened = await openClass(browser, { title: 'Bench', place: 'remote' })
    const shows = looking.length < walls
    const instructor = instruct(opened, shows ? ['console', 'wall'] : ['console'])
    const trainees = []
    // A school comes through many doors at once.
    for (let n = 0; n < count * 3; n += JOINING) {
      const names = Array.from({ length: Math.min(JOINING, count * 3 - n) }, (_, k) => `Trainee ${n + k}`)
      trainees.push(...(await Promise.all(names.map(name => join(base, opened.code, name)))))
    }
    await startRound(instructor)
    await Promise.all(trainees.map(trainee => trainee.began))
    for (const trainee of trainees) {
      const index = members.length
      const { place, onLine, command } = trainee.play()
      onLine(text => heard(text, index))
      sockets.push(trainee.socket)
      members.push({
        room: from + Number(place.room.split('-')[1]) - 1,
        speaks: place.seat !== 'observer',
        heat:
          place.seat === 'customer' ? level => command('SetTemperature', { place, level }, () => {}) : null,
        send: (text, acknowledged) => command('Speak', { place, how: 'say', text }, acknowledged),
      })
    }
    if (shows) looking.push(instructor)
    else instructor.close()
  }
  const leave = () => {
    for (const socket of sockets) socket.disconnect()
    for (const instructor of looking) instructor.close()
  }
  return { members, leave }
}

/** Seats of whole classes in the middle of their scenes, taken without any connection. The answer connects everybody. */
export async function evenkeelSeats(base: string, rooms: number): Promise<() => Promise<Crowd>> {
  const browser = await signIn(base, { name: 'Bench', passcode: PASSCODE })
  const seats: { readonly classId: string; readonly seat: string; readonly cookie: string }[] = []
  const { roomsInAClass } = LARGE_CLASSES
  for (let from = 0; from < rooms; from += roomsInAClass) {
    const count = Math.min(roomsInAClass, rooms - from)
    const opened = await openClass(browser, { title: 'Bench', place: 'remote' })
    const instructor = instruct(opened)
    for (let n = 0; n < count * 3; n++) {
      const person = new Browser(base)
      const body = { code: opened.code, name: `Trainee ${n}`, request: randomUUID() }
      const { class: classId, seat } = await person.post('/api/join', body, http.joined)
      seats.push({ classId, seat, cookie: person.cookies ?? '' })
    }
    await startRound(instructor)
    await instructor.do('Next', { round: 1, to: 'scene' })
    instructor.close()
  }
  return async () => {
    const sockets: Socket[] = []
    for (const { classId, seat, cookie } of seats) {
      const socket = await connect(base, {
        query: { class: classId },
        auth: { v: PROTOCOL_VERSION, class: classId, as: { kind: 'seat', seat } },
        extraHeaders: { cookie },
      })
      const shown = new Promise(resolve => socket.once('snapshot', resolve))
      socket.emit('follow', { sub: 'seat' })
      await shown
      sockets.push(socket)
    }
    return { members: [], leave: () => sockets.forEach(socket => void socket.disconnect()) }
  }
}

const JOINING = 8

async function startRound(instructor: Simulant): Promise<void> {
  await instructor.until(it => it.console)
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round: 1 })
}

interface Place {
  readonly room: string
  readonly scene: string
  readonly seat: string
}

/** One trainee on a bare socket, ready as soon as they sit somewhere. */
export async function join(base: string, code: string, name: string) {
  const browser = new Browser(base)
  const joined = await browser.post('/api/join', { code, name, request: randomUUID() }, http.joined)
  const socket = await connect(base, {
    query: { class: joined.class },
    auth: { v: PROTOCOL_VERSION, class: joined.class, as: { kind: 'seat', seat: joined.seat } },
    extraHeaders: { cookie: browser.cookies ?? '' },
  })
  const waiting = new Map<string, () => void>()
  let place: Place | undefined
  let line: (text: string) => void = () => {}
  let number = 0
  const command = (type: string, data: object, answered: () => void) => {
    const id = `bench-${number++}`.padEnd(8, '-')
    waiting.set(id, answered)
    socket.emit('command', { id, type, data })
  }
  const answer = ({ id }: { id: string }) => {
    waiting.get(id)?.()
    waiting.delete(id)
  }
  const began = new Promise<void>(resolve => {
    const take = (view: { room?: { id: string; scene: string; seat: string; phase: { name: string } } }) => {
      const { room } = view
      if (!room || place !== undefined) return
      place = { room: room.id, scene: room.scene, seat: room.seat }
      command('Ready', { place }, () => {})
    }
    socket.on('snapshot', ({ view }) => take(view))
    socket.on(
      'batch',
      ({ events, answers }: { events: readonly ViewEvent[]; answers?: { id: string }[] }) => {
        for (const event of events) {
          if (event.op === 'add' && event.path?.[3] === 'lines') line(event.item?.text ?? '')
          else if (event.op === 'view') take((event as unknown as { view: Parameters<typeof take>[0] }).view)
          else if (event.op === 'put' && event.path?.[1] === 'phase') resolve()
        }
        answers?.forEach(answer)
      },
    )
    socket.on('answers', ({ answers }: { answers: { id: string }[] }) => answers.forEach(answer))
  })
  socket.emit('follow', { sub: 'seat' })
  return {
    socket,
    person: joined.person,
    began,
    play() {
      if (place === undefined) throw new Error('no seat yet')
      return { place, command, onLine: (heard: (text: string) => void) => (line = heard) }
    },
  }
}

import { personNow, personOf } from '@evenkeel/classroom'
import { LIMITS, PROTOCOL_VERSION, parseCommand, type WireRefusalKind, wire } from '@evenkeel/protocol'
import type { Namespace, Socket } from 'socket.io'
import type { Clock } from '../clock.ts'
import { BackOff } from './back-off.ts'
import { BACK_SOON, type ClassHub, MOVED, ONE_NOW } from './class-hub.ts'
import type { Classes } from './classes.ts'
import { Connection, type Holder } from './connection.ts'
import { Intake } from './intake.ts'
import type { Sessions } from './sessions.ts'

export interface GateParts {
  readonly io: Namespace
  readonly classes: Classes
  readonly sessions: Sessions
  readonly clock: Clock
  readonly mayInstruct: (instructor: { id: string; owner: boolean }, classId: string) => Promise<boolean>
  readonly failed: (what: string, cause: unknown) => void
}

/** Why a socket is not let in. Reaches the client as `connect_error` with kind and sentence in `data`. */
class NotAdmitted extends Error {
  readonly data: { readonly kind: WireRefusalKind; readonly say: string }

  constructor(kind: WireRefusalKind, say: string) {
    super(kind)
    this.data = { kind, say }
  }
}

const TAKEN_OUT = 'Your instructor has taken you out of this class.'

/** True for somebody whom the class does not have any more. */
function isOut(hub: ClassHub, holder: Holder): boolean {
  if (holder.kind === 'screen') return false
  const standing = personOf(hub.live.state, holder.person)?.standing
  return standing !== 'present' && standing !== 'set-aside'
}

const NOT_LET_IN = 'You don’t look after this class. Ask who opened it to let you in.'

interface Admitted {
  readonly hub: ClassHub
  readonly holder: Holder
}

/** Lets sockets into their class: the handshake says as whom, the cookie proves it, and nothing later can change it. */
export function openGate(parts: GateParts): void {
  const admissions = new WeakMap<Socket, Admitted>()
  const backOff = new BackOff(parts.clock)
  parts.io.use((socket, next) => {
    admit(socket, parts, backOff).then(
      admitted => {
        admissions.set(socket, admitted)
        next()
      },
      error => {
        if (!(error instanceof NotAdmitted)) parts.failed('a handshake', error)
        next(
          error instanceof NotAdmitted
            ? error
            : new NotAdmitted('cannot-save', 'The server is not ready. Try again.'),
        )
      },
    )
  })
  parts.io.on('connection', socket => {
    const admitted = admissions.get(socket)
    if (admitted === undefined) return socket.disconnect(true)
    attach(socket, admitted, parts, backOff)
  })
}

async function admit(socket: Socket, parts: GateParts, backOff: BackOff): Promise<Admitted> {
  const version = socket.handshake.auth.v
  if (version !== PROTOCOL_VERSION) {
    throw new NotAdmitted('version', 'This page is out of date. Load it again.')
  }
  const parsed = wire.handshake.safeParse(socket.handshake.auth)
  if (!parsed.success) throw new NotAdmitted('bad-message', 'That handshake has no known shape.')
  const { class: classId, as } = parsed.data
  const { cookie } = socket.handshake.headers
  if (as.kind === 'seat' && (await parts.sessions.seatMoved(cookie, classId, as.seat)))
    throw new NotAdmitted('moved-on', MOVED)
  let holder = await holderOf(cookie, classId, as, parts)
  const wait = holder && backOff.waitOf(whoOf(classId, holder))
  if (wait !== undefined) {
    await wait
    // Meanwhile they may have signed out.
    holder = await holderOf(cookie, classId, as, parts)
  }
  if (holder === undefined) {
    throw new NotAdmitted('signed-out', 'This browser has no seat in that class. Join it with the code.')
  }
  const hub = await parts.classes.hub(classId)
  if (hub === undefined) throw new NotAdmitted('unknown', 'There is no such class.')
  // What they saw or did at another server just before is to be known here too.
  await hub.live.refresh()
  const now = holderNow(hub, holder)
  if (isOut(hub, now)) throw new NotAdmitted('signed-out', TAKEN_OUT)
  return { hub, holder: now }
}

/** The seat's person may have been made one with somebody else since it was given out. */
function holderNow(hub: ClassHub, holder: Holder): Holder {
  if (holder.kind !== 'person') return holder
  return { ...holder, cameAs: holder.person, person: personNow(hub.live.state, holder.person) }
}

const whoOf = (classId: string, holder: Holder): string =>
  `${classId} ${holder.kind === 'screen' ? (holder.screen ?? '') : holder.person}`

async function holderOf(
  cookies: string | undefined,
  classId: string,
  as: { kind: 'seat'; seat: string } | { kind: 'instructor' } | { kind: 'screen' },
  { sessions, classes, mayInstruct }: GateParts,
): Promise<Holder | undefined> {
  switch (as.kind) {
    case 'seat': {
      const seat = await sessions.seatOf(cookies, classId, as.seat)
      const token = sessions.seatTokenOf(cookies, as.seat)
      return seat && { kind: 'person', person: seat.person, ...(token !== undefined && { seat: token }) }
    }
    case 'screen': {
      const screen = await sessions.screenOf(cookies)
      if (screen?.classId !== classId) return undefined
      const token = sessions.tokensOf(cookies).screen
      return { kind: 'screen', ...(token !== undefined && { screen: token }) }
    }
    case 'instructor': {
      const instructor = await sessions.instructorOf(cookies)
      if (instructor === undefined) return undefined
      if (!(await mayInstruct(instructor, classId))) throw new NotAdmitted('not-allowed', NOT_LET_IN)
      const attended = await classes.attend(classId, instructor)
      const { session } = sessions.tokensOf(cookies)
      if (attended.ok)
        return { kind: 'instructor', person: attended.person, ...(session !== undefined && { session }) }
      throw new NotAdmitted(attended.kind, attended.say)
    }
  }
}

/** They said who it is, which is known now. Held on to, they would be a quarter of what an idle connection takes. */
function forgetHeaders({ conn, handshake }: Socket): void {
  Reflect.set(conn, 'request', undefined)
  handshake.headers = {}
  handshake.query = {}
  handshake.auth = {}
}

function attach(socket: Socket, { hub, holder }: Admitted, parts: GateParts, backOff: BackOff): void {
  const { classes, clock, failed } = parts
  forgetHeaders(socket)
  const connection = new Connection(socket, holder)
  // They may have been taken out, or made one with somebody else, while the handshake was under way.
  if (hub.isAnother(connection)) return connection.bye('moved-on', ONE_NOW, BACK_SOON)
  if (isOut(hub, holder)) return connection.bye('signed-out', TAKEN_OUT)
  const intake = new Intake(socket, clock)
  connection.lastSign = clock.now()
  socket.conn.on('packet', () => {
    connection.lastSign = clock.now()
  })
  hub.enter(connection)
  socket.on('disconnect', () => hub.leave(connection))
  // Whoever ended the session, the screen or the letting in during the handshake found no connection to end.
  if (holder.kind !== 'person') classes.recheckIn(hub).catch(error => failed('a look at who came', error))

  const who = whoOf(hub.live.classId, holder)
  const shapeless = (say: string) => {
    backOff.sentAway(who)
    connection.bye('bad-message', say, LIMITS.floodBackOff)
  }
  let flooded = false
  /** Commands that were let through and have no answer yet. */
  let owed = 0
  const sendAway = () => {
    if (!flooded || owed > 0) return
    const say = 'Too many messages came from this page. It will come back by itself.'
    connection.bye('slow-down', say, LIMITS.floodBackOff)
  }
  // Counted and measured before anything is parsed.
  socket.use(([name, body], next) => {
    switch (intake.weigh()) {
      case 'flood':
        if (flooded) return
        flooded = true
        backOff.sentAway(who)
        // Behind the answers to what was let through before it: else a page with a long outbox would come back with all of
        // it, for ever.
        process.nextTick(sendAway)
        return
      case 'too-many':
        return refuse(connection, name, body, 'slow-down', 'Too much at once. Slow down and try again.')
      case 'too-large':
        return refuse(connection, name, body, 'too-large', 'That is too long to send.')
      case 'fine':
        next()
    }
  })
  socket.on('command', (raw: unknown) => {
    const parsed = parseCommand(raw)
    if (parsed.ok) {
      owed += 1
      hub.carryOut(connection, parsed.command, () => {
        owed -= 1
        sendAway()
      })
    } else if (parsed.id !== undefined)
      connection.answer({ id: parsed.id, ok: false, kind: 'bad-message', say: parsed.say })
    else shapeless(parsed.say)
  })
  socket.on('follow', (raw: unknown) => {
    const parsed = wire.follow.safeParse(raw)
    if (parsed.success) hub.follow(connection, parsed.data.sub, parsed.data.cursor)
    else shapeless('That message has no known shape.')
  })
  socket.on('unfollow', (raw: unknown) => {
    const parsed = wire.unfollow.safeParse(raw)
    if (parsed.success) hub.unfollow(connection, parsed.data.sub)
  })
  socket.on('typing', (raw: unknown) => {
    const parsed = wire.typing.safeParse(raw)
    if (parsed.success) hub.typing(connection, parsed.data.on)
  })
}

/** A command that can be answered is; anything else that came too fast or too large is dropped. */
function refuse(
  connection: Connection,
  name: unknown,
  body: unknown,
  kind: WireRefusalKind,
  say: string,
): void {
  if (name !== 'command') return
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined
  if (typeof id === 'string' && /^[\w-]{8,40}$/.test(id)) connection.answer({ id, ok: false, kind, say })
}

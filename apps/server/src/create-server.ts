import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { LIMITS } from '@evenkeel/protocol'
import { Server } from 'socket.io'
import { looksAfter } from './access/looking-after.ts'
import { openAccess } from './access/open-access.ts'
import { originAllowed } from './access/origin.ts'
import { CardLibrary } from './cards/card-library.ts'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import { createApp } from './http/create-app.ts'
import type { Store } from './journal/store.ts'
import { Classes } from './live/classes.ts'
import { openGate } from './live/gate.ts'
import type { Library } from './live/library.ts'
import { beginUpkeep } from './live/upkeep.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics/metrics.ts'
import { alone } from './nodes/alone.ts'
import type { DeploymentTold } from './nodes/told.ts'
import { keepSweeping } from './records/keep-sweeping.ts'
import { openRecords } from './records/open-records.ts'
import { leftOver } from './rehearsal/left-over.ts'
import { Rehearsals } from './rehearsal/rehearsals.ts'

export interface ServerParts {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly library: Library
  readonly log: Log
  readonly publicUrl?: string | undefined
  readonly passcode?: string | undefined
  /** Days that a class is kept after its end; undefined: until somebody deletes it. */
  readonly retentionDays?: number | undefined
  /** Folder of the exported screens; left out where there are none. */
  readonly webDir?: string | undefined
  /** Origins under which phones may find this server, most likely first. */
  readonly addresses: () => string[]
  /** ms that a device may be lost before its class is told. */
  readonly grace?: number
  readonly metrics?: Metrics | undefined
  /** Simulated classes may be started; left out: yes. */
  readonly simulated?: boolean | undefined
  /** Everybody in every class of this server is made up, and each class says so: for the demo. */
  readonly onlySimulated?: true
}

export interface EvenkeelServer {
  readonly http: HttpServer
  /** A new single-use sign-in link: its path. */
  link(): Promise<string>
  /** The passcode, if this start made it up and nobody can know it yet. */
  readonly newPasscode: string | undefined
  /** Ends within five seconds; what was acknowledged is kept, what is in flight is finished. */
  stop(): Promise<void>
}

/** A shorter wait than this and every lift or reload would be an absence. */
const GRACE = 30_000
const ONLY_WEBSOCKETS =
  'This server takes websockets only. Something between it and the browser lets none through.'
/** ms that a stop waits for what is in flight. */
const PATIENCE = 4_000

/** Puts the server together from its parts. It holds no port and reads no environment. */
export async function createServer(parts: ServerParts): Promise<EvenkeelServer> {
  const { store, clock, chance, library, log, publicUrl, metrics } = parts
  const { people, nodes = alone(store.journal) } = store
  const journal = metrics?.measured(store.journal) ?? store.journal
  const random = (count: number) => chance.bytes(count)
  const failed = (what: string, cause: unknown) => {
    metrics?.failed()
    log.error({ what, cause: nameOf(cause) }, 'failed')
  }

  let stopping = false
  const cards = await CardLibrary.open(library, store.cards, () => clock.now())
  cards.tell(() => nodes.tellAll({ kind: 'cards' }))
  const access = await openAccess({
    people,
    clock,
    random,
    passcode: parts.passcode,
    attempts: store.attempts,
  })
  const http = createHttpServer()
  const io = new Server({
    serveClient: false,
    maxHttpBufferSize: LIMITS.frame,
    // Often enough that a device which answers is never unsure (SURE_FOR); 20 s in all until one counts as lost.
    pingInterval: 5_000,
    pingTimeout: 15_000,
    // A long poll is many requests, and the next one may reach another server.
    allowRequest: (request, done) => {
      if (nodes.shared && isPoll(request.url)) done(ONLY_WEBSOCKETS, false)
      else done(null, originAllowed(request.headers, publicUrl))
    },
  })
  const classes = new Classes({
    journal,
    people,
    claims: store.claims,
    clock,
    chance,
    cards,
    io: io.of('/'),
    grace: parts.grace ?? GRACE,
    looksAfter: async (id, classId) => {
      const owner = (await people.instructors()).some(known => known.instructorId === id && known.owner)
      return looksAfter({ id, owner }, await people.classOf(classId), store.records)
    },
    nodes,
    failed,
  })
  metrics?.watch({ connections: () => io.engine.clientsCount, classes: () => classes.loaded })
  const mayInstruct = async (instructor: { id: string; owner: boolean }, classId: string) =>
    looksAfter(instructor, await people.classOf(classId), store.records)
  openGate({ io: io.of('/'), classes, sessions: access.sessions, clock, mayInstruct, failed })
  const records = openRecords({
    journal,
    people,
    records: store.records,
    clock,
    live: classes,
    retentionDays: parts.retentionDays,
  })
  const rehearsals = new Rehearsals({
    classes,
    clock,
    chance,
    forget: classId => records.forgetting.forgetClass(classId),
    failed,
    allowed: parts.simulated,
  })
  // Nothing simulated is kept, also when the server was killed while it ran.
  for (const classId of await leftOver({ journal, people }, { now: clock.now(), shared: nodes.shared }))
    await records.forgetting.forgetClass(classId)
  // The app first: Socket.IO takes its own paths out of the requests only for listeners that are already there.
  http.on(
    'request',
    createApp({
      ...parts,
      people,
      claims: store.claims,
      journal,
      classes,
      cards,
      records,
      rehearsals,
      access,
      random,
      stopping: () => stopping,
    }),
  )
  io.attach(http)

  const hear = (told: DeploymentTold): Promise<unknown> => {
    switch (told.kind) {
      case 'cards':
        return cards.refresh()
      case 'signed-out':
        return classes.endSession(told.session)
      case 'deleted':
        return classes.endDeleted(told.class)
    }
  }
  nodes.hearAll(told => {
    hear(told).catch(error => failed('what another server told', error))
  })
  nodes.whenDeaf(() => void cards.refresh().catch(error => failed('reading the cards again', error)))
  const upkeep = await beginUpkeep({ nodes, classes, clock, failed })
  const sweeping = keepSweeping(records.forgetting, clock, failed)

  return {
    http,
    link: () => access.link(),
    newPasscode: access.passcode.made,
    async stop() {
      stopping = true
      sweeping.stop()
      await classes.stop()
      await new Promise<void>(resolve => {
        // Long polls and kept-alive connections end now; io closes the http server too.
        const cancel = clock.after(PATIENCE, () => http.closeAllConnections())
        io.close(() => {
          cancel()
          resolve()
        })
        http.closeIdleConnections()
      })
      await upkeep.stop()
      await store.close()
    },
  }
}

const isPoll = (url = ''): boolean => new URLSearchParams(url.split('?')[1]).get('transport') !== 'websocket'

/** Errors of libraries may hold content; their names don't. */
const nameOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.stack ?? ''}` : String(cause)

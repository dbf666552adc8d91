import { z } from 'zod'
import { commandId } from './commands.ts'
import { personId, roomId } from './parts.ts'
import { refusalKindSchema } from './refusal.ts'

/**
 * What a socket follows: `seat` (my own seat), `console` and `wall` (instructors), `projector` (an approved screen),
 * `room:r1-2` (an instructor's look into a room). Each has its own cursor.
 */
export const subscription = z.union([
  z.enum(['seat', 'console', 'wall', 'projector']),
  z.templateLiteral(['room:', roomId]),
])
export type Subscription = z.infer<typeof subscription>

/** Tells the event with this seq, and all before it, from any other history: a backup gives the same numbers again. */
const mark = z.int().min(0).max(0xff_ff_ff_ff)

/** "What happened since?": the journal's epoch, the last seq that this view has taken in, and the mark that came with it. */
export const cursor = z.strictObject({ epoch: z.string().max(64), upto: z.int().min(0), mark })
export type Cursor = z.infer<typeof cursor>

// ---- handshake (Socket.IO `auth`)

export const handshake = z.strictObject({
  /** The protocol's version; another one than the server's is refused with `version`. */
  v: z.int(),
  class: z.string().max(64),
  as: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('seat'), seat: z.string().max(64) }),
    z.strictObject({ kind: z.literal('instructor') }),
    z.strictObject({ kind: z.literal('screen') }),
  ]),
})
export type Handshake = z.infer<typeof handshake>

// ---- up (client to server); commands are in commands.ts

export const follow = z.strictObject({ sub: subscription, cursor: cursor.exactOptional() })
export const unfollow = z.strictObject({ sub: subscription })
/** Volatile: shown to the others in the room, never kept. */
export const typing = z.strictObject({ on: z.boolean() })

// ---- down (server to client)

export const answer = z.union([
  z.strictObject({ id: commandId, ok: z.literal(true), seq: z.int() }),
  z.strictObject({ id: commandId, ok: z.literal(false), kind: refusalKindSchema, say: z.string() }),
])
export type Answer = z.infer<typeof answer>

const path = z.array(z.union([z.string(), z.int()]))
/** How a view changes; the meaning is in the classroom's ViewEvent. */
export const viewEvent = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('view'), view: z.looseObject({ kind: z.string() }) }),
  z.strictObject({ op: z.literal('put'), path, value: z.unknown() }),
  z.strictObject({ op: z.literal('add'), path, item: z.unknown() }),
])

/** `seq`: the view has taken in the journal up to here. `answers`: the sender's own commands that this batch contains. */
export const batch = z.strictObject({
  sub: subscription,
  seq: z.int(),
  mark,
  events: z.array(viewEvent),
  answers: z.array(answer).exactOptional(),
})
export type Batch = z.infer<typeof batch>

/** The whole view: the first thing after `follow` without a cursor, or with one that is too old. `now`: server time in ms. */
export const snapshot = z.strictObject({
  sub: subscription,
  epoch: z.string(),
  seq: z.int(),
  mark,
  view: z.looseObject({ kind: z.string() }),
  now: z.number(),
})
export type Snapshot = z.infer<typeof snapshot>

/** The answer to `follow` with a recent cursor: what was missed, in one piece. */
export const resumed = z.strictObject({
  sub: subscription,
  epoch: z.string(),
  seq: z.int(),
  mark,
  events: z.array(viewEvent),
  now: z.number(),
})
export type Resumed = z.infer<typeof resumed>

/** Answers that come with no batch: refusals, and commands that changed nothing in the sender's view. */
export const answers = z.strictObject({ answers: z.array(answer) })

/** Names that the viewer may read and has not been sent yet, or that changed. */
export const people = z.strictObject({
  names: z.record(personId, z.strictObject({ name: z.string(), version: z.int() })),
})
export type People = z.infer<typeof people>

export const presenceState = z.enum(['here', 'away'])
/** Whose devices the server has a live connection to. Those that changed, or all after `follow`. */
export const presence = z.strictObject({ people: z.record(personId, presenceState) })

export const typingSeen = z.strictObject({ person: personId, on: z.boolean() })

/**
 * Whose device gives no sign. `unsure`: the connection stands, and nothing came from it for ten seconds. `away`: it is lost.
 * `gone`: for longer than the grace. `since`: server time in ms.
 */
export const sign = z.strictObject({ state: z.enum(['unsure', 'away', 'gone']), since: z.number() })
export type Sign = z.infer<typeof sign>

/**
 * One frame: new cells, and of the known ones what changed since the last; `whole` frames replace everything. At most four
 * a second. A change has the fields that differ; with `curveFrom`, its `curve` comes behind so many points of the known one.
 * `signs`: everybody of whom there is no sign; replaces those before, and is left out while they are the same.
 */
export const wall = z.strictObject({
  whole: z.boolean(),
  cells: z.record(roomId, z.looseObject({ room: roomId })),
  changes: z.record(roomId, z.looseObject({ curveFrom: z.int().min(1).exactOptional() })).exactOptional(),
  signs: z.record(personId, sign).exactOptional(),
  now: z.number(),
})

/** Seats that are asked for from a second device right now, for the console. Replaces those before. */
export const claims = z.strictObject({
  claims: z.array(
    z.strictObject({
      id: z.string(),
      /** Whose seat it may be: all of them have the name that was typed. */
      people: z.array(personId),
      digits: z.string(),
      device: z.enum(['iphone', 'ipad', 'android', 'windows', 'mac', 'linux', 'other']),
      askedAt: z.number(),
      until: z.number(),
    }),
  ),
})
export type Claims = z.infer<typeof claims>

/** The last word before the server closes the connection. `again`: ms until connecting again is welcome; absent: never. */
export const bye = z.strictObject({
  kind: refusalKindSchema,
  say: z.string(),
  again: z.int().exactOptional(),
})
export type Bye = z.infer<typeof bye>

export const UP = { follow, unfollow, typing } as const
export const DOWN = {
  batch,
  snapshot,
  resumed,
  answers,
  people,
  presence,
  typing: typingSeen,
  wall,
  claims,
  bye,
} as const

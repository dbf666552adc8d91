import { z } from 'zod'
import { personId } from './parts.ts'
import { refusalSchema } from './refusal.ts'

/** Every refusal over http has this body, whatever its status. */
export const httpRefusal = refusalSchema

const kind = z.enum(['practice', 'assessed'])
const placeOfClass = z.enum(['same-room', 'remote'])
const rawText = z.string().max(2_000)

export const instructor = z.strictObject({ id: z.string(), name: z.string(), owner: z.boolean() })

/** POST /api/sign-in */
export const signIn = z.strictObject({ name: rawText, passcode: z.string().max(200) })
export const signedIn = z.strictObject({ instructor })

/** GET /api/me: who this browser is, for the pages to begin with. */
export const me = z.strictObject({ protocol: z.int(), instructor: instructor.nullable() })

/** POST /api/me: an instructor changes their name; answered like a sign-in. */
export const nameMe = z.strictObject({ name: rawText })

/** POST /api/classes: the four choices. */
export const openClass = z.strictObject({
  title: rawText,
  minutes: z.int().min(5).max(600),
  kind,
  place: placeOfClass,
})
export const classHead = z.strictObject({
  class: z.string(),
  code: z.string(),
  title: z.string(),
  openedAt: z.number(),
  closedAt: z.number().nullable(),
  /** Addresses under which a phone may reach this class (`http://192.168.1.20:3000/j/BK74QM`), most likely first. */
  addresses: z.array(z.string()),
})
export type ClassHeadAnswer = z.infer<typeof classHead>
/** GET /api/classes */
export const classList = z.strictObject({ classes: z.array(classHead) })

/** GET /api/codes/BK74QM: what kind of class a code opens, before joining. */
export const codeAnswer = z.strictObject({
  class: z.string(),
  title: z.string(),
  kind,
  medium: z.enum(['spoken', 'typed']),
  locked: z.boolean(),
  /** Names of the roster to pick from, without those that are here already; empty unless the instructor shows them. */
  names: z.array(z.string()),
  /** Seats that this browser already holds there: "Continue as …". */
  seats: z.array(z.strictObject({ seat: z.string(), person: personId, name: z.string() })),
})

const rosterPerson = z.strictObject({ name: rawText, staffNumber: z.string().max(200).exactOptional() })
/**
 * GET and PUT /api/classes/CLASS/roster: who is expected, for the instructor. `shown`: whoever has the code may read the
 * names (never the staff numbers) and pick one. PUT replaces all of it; the answer is what was kept.
 */
export const roster = z.strictObject({ people: z.array(rosterPerson).max(200), shown: z.boolean() })

/** POST /api/join. `request`: made by the client; the same one again gives the same seat. */
export const join = z.strictObject({
  code: z.string().max(40),
  name: rawText,
  staffNumber: z.string().max(200).exactOptional(),
  request: z.string().regex(/^[\w-]{8,40}$/),
})
/** The address then carries class and seat; neither is a secret, the cookie that came along is. */
export const joined = z.strictObject({ class: z.string(), seat: z.string(), person: personId })
export type Joined = z.infer<typeof joined>

/** POST /api/rename */
export const rename = z.strictObject({ class: z.string().max(64), seat: z.string().max(64), name: rawText })

/** POST /api/screens: the projector's page asks for four digits. GET /api/screens/mine: has it been approved? */
export const screenAsked = z.strictObject({ digits: z.string().regex(/^\d{4}$/) })
export const screenMine = z.strictObject({
  class: z.string().nullable(),
  /** With a class: its join code and whole join links, for the wall of the room. */
  code: z.string().exactOptional(),
  addresses: z.array(z.string()).exactOptional(),
})
/** POST /api/classes/CLASS/screens: the instructor approves the digits. DELETE: takes all screens away. */
export const approveScreen = z.strictObject({ digits: z.string().regex(/^\d{4}$/) })

export const done = z.strictObject({ ok: z.literal(true) })

import { behaviourIds, type Card, languages, sites } from '@evenkeel/playbook'
import { z } from 'zod'
import { cardHash, difficulty, personId } from './parts.ts'
import { refusalSchema } from './refusal.ts'

/** Every refusal over http has this body, whatever its status. */
export const httpRefusal = refusalSchema

const kind = z.enum(['practice', 'assessed'])
const placeOfClass = z.enum(['same-room', 'remote'])
const rawText = z.string().max(2_000)

export const instructor = z.strictObject({ id: z.string(), name: z.string(), owner: z.boolean() })

/** Made by the client, random. */
const requestId = z.string().regex(/^[\w-]{8,40}$/)

/** POST /api/sign-in */
export const signIn = z.strictObject({ name: rawText, passcode: z.string().max(200) })
export const signedIn = z.strictObject({ instructor })

/** GET /api/me: who this browser is, for the pages to begin with. */
export const me = z.strictObject({ protocol: z.int(), instructor: instructor.nullable() })

/** POST /api/me: an instructor changes their name; answered like a sign-in. */
export const nameMe = z.strictObject({ name: rawText })

/**
 * POST /api/classes: the four choices. `language`: of the cards to choose from and of the rubric; English if left out.
 * `request`: made by the client; the same one again gives the same class.
 */
export const openClass = z.strictObject({
  title: rawText,
  minutes: z.int().min(5).max(600),
  kind,
  place: placeOfClass,
  language: z.enum(languages).exactOptional(),
  request: requestId.exactOptional(),
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
  /** Days for which the class is kept after its end; null: until somebody deletes it. */
  keptDays: z.int().nullable(),
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

/**
 * POST /api/rehearsals: a simulated class to look on at, or a practice scene to sit in as the officer, joined like any class
 * with its code. `card`: left out, the server chooses one.
 */
export const rehearse = z.strictObject({
  kind: z.enum(['class', 'scene']),
  language: z.enum(languages).exactOptional(),
  card: cardHash.exactOptional(),
})

/** POST /api/join. `request`: made by the client; the same one again gives the same seat. */
export const join = z.strictObject({
  code: z.string().max(40),
  name: rawText,
  staffNumber: z.string().max(200).exactOptional(),
  request: requestId,
})
/** The address then carries class and seat; neither is a secret, the cookie that came along is. */
export const joined = z.strictObject({ class: z.string(), seat: z.string(), person: personId })
export type Joined = z.infer<typeof joined>

/**
 * POST /api/claims: "that's my seat", from a second device. `name`: a name or staff number of somebody in the class. The answer
 * is the same whether there is one; `digits` are for the instructor to know the device by.
 */
export const claimSeat = z.strictObject({ code: z.string().max(40), name: rawText })
export const claimAsked = z.strictObject({
  class: z.string(),
  digits: z.string().regex(/^\d{2}$/),
  until: z.number(),
})
/** GET /api/claims/mine. With `given` come class and seat, and the seat's cookie. */
export const claimMine = z.strictObject({
  state: z.enum(['waiting', 'given', 'refused', 'over']),
  class: z.string().exactOptional(),
  seat: z.string().exactOptional(),
})
/** POST /api/classes/CLASS/claims: the instructor says whose seat it is, or no. */
export const answerClaim = z.strictObject({
  claim: z.string().max(40),
  person: z.string().max(10).nullable(),
})

/** GET /api/classes/CLASS/seats/SEAT/copy: what the person of that seat may take home. */
export const ownCopy = z.strictObject({
  title: z.string(),
  person: personId,
  /** Of everybody who sits in one of the scenes. */
  names: z.record(personId, z.string()),
  /** `OwnScene` as under Views; not checked, as no view is. */
  scenes: z.array(z.unknown()),
})

/** POST /api/classes/CLASS/names: an instructor corrects the name of somebody in their class. */
export const namePerson = z.strictObject({ person: z.string().max(10), name: rawText })

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

/**
 * POST /api/classes/CLASS/remotes: single-use links for an instructor's phone, one for each address of the server, all of
 * them the same link. `goodFor`: ms. GET /api/remotes: how many phones of this instructor are signed in by such a link.
 */
export const remoteLink = z.strictObject({ links: z.array(z.string()), goodFor: z.int() })
export const remotes = z.strictObject({ phones: z.int() })

/** GET /api/classes/CLASS/instructors: everybody who ever signed in as an instructor here, and what the class is to them. */
export const classInstructors = z.strictObject({
  instructors: z.array(
    z.strictObject({ id: z.string(), name: z.string(), part: z.enum(['opened', 'owner', 'let-in', 'none']) }),
  ),
})
export type ClassInstructors = z.infer<typeof classInstructors>
/** POST /api/classes/CLASS/instructors: lets one of them in, or takes them out; answered with the list. */
export const letIn = z.strictObject({ instructor: z.string().max(64), on: z.boolean() })

/** The hash of a card's text, as the deployment's playbook keeps it. */
const savedHash = cardHash
/** Bounds only: whether it is the id of a card is looked up. */
const cardId = z.string().min(1).max(60)

/** A card in the list of the deployment's playbook. `own` cards can be changed, those of the `playbook` are read only. */
export const cardRow = z.strictObject({
  hash: savedHash,
  id: z.string(),
  version: z.int(),
  title: z.string(),
  site: z.enum(sites),
  difficulty,
  minutes: z.int(),
  language: z.enum(languages),
  tags: z.array(z.string()),
  contentNote: z.string(),
  /** Of its triggers and calmers, each once. */
  behaviours: z.array(z.enum(behaviourIds)),
  origin: z.enum(['playbook', 'own']),
  /** Own cards only. `savedAt` is ISO 8601, in UTC. */
  provenance: z
    .strictObject({
      copiedFrom: z.strictObject({ id: z.string(), hash: savedHash, title: z.string() }).exactOptional(),
      savedBy: z.string(),
      savedAt: z.string(),
      importedFrom: z.string().exactOptional(),
    })
    .exactOptional(),
})
export type CardRow = z.infer<typeof cardRow>

/** GET /api/cards: the newest version of every card that can be chosen. */
export const cardList = z.strictObject({ cards: z.array(cardRow) })
export type CardList = z.infer<typeof cardList>

/** GET /api/cards/HASH, old versions too. `card`: the whole of it, as the playbook's `Card`. */
export const cardWhole = z.strictObject({ row: cardRow, card: z.unknown() })
export type CardWhole = Omit<z.infer<typeof cardWhole>, 'card'> & { readonly card: Card }

/** `field` as in JSON, such as `customer.triggers.1.say`, and '' for the whole card. `say`: a sentence for the instructor. */
export const cardFinding = z.strictObject({ field: z.string(), say: z.string() })
export type CardFinding = z.infer<typeof cardFinding>

/** POST /api/cards/check. `copiedFrom`: the card that it may be like. */
export const cardCheck = z.strictObject({ card: z.unknown(), copiedFrom: savedHash.exactOptional() })
/** Problems stop it from being saved, notices do not. */
export const cardChecked = z.strictObject({ problems: z.array(cardFinding), notices: z.array(cardFinding) })
export type CardChecked = z.infer<typeof cardChecked>

/** POST /api/cards. `replaces`: the hash of the version that was edited; without it the id must be free. */
export const cardSave = z.strictObject({
  card: z.unknown(),
  replaces: savedHash.exactOptional(),
  copiedFrom: savedHash.exactOptional(),
})
export const cardSaved = z.strictObject({ row: cardRow })
export type CardSaved = z.infer<typeof cardSaved>
/** 422: a refusal that says what is wrong with the card. */
export const cardRefused = z.strictObject({ ...refusalSchema.shape, problems: z.array(cardFinding) })
export type CardRefused = z.infer<typeof cardRefused>

/** POST /api/cards/import: YAML files, each with one card or several (`---` between them). All of them or none. */
export const cardImport = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), text: z.string() }))
    .min(1)
    .max(200),
  ifExists: z.enum(['ask', 'keep-both', 'replace', 'skip']),
})
export type CardImport = z.infer<typeof cardImport>
/** `skipped`: the ids of cards that were left out because they exist. */
export const cardsImported = z.strictObject({ saved: z.array(cardRow), skipped: z.array(cardId) })
export type CardsImported = z.infer<typeof cardsImported>
/** One line of a file that can't be imported. `line` counts from 1. */
export const fileFinding = z.strictObject({
  file: z.string(),
  line: z.int().exactOptional(),
  field: z.string().exactOptional(),
  say: z.string(),
})
export type FileFinding = z.infer<typeof fileFinding>
/** 422: nothing was imported, and why. */
export const importRefused = z.strictObject({ ...refusalSchema.shape, problems: z.array(fileFinding) })
export type ImportRefused = z.infer<typeof importRefused>
/** 409, kind `taken`, when `ifExists` is `ask`: nothing was imported; send it again with a choice. */
export const cardsExist = z.strictObject({
  ...refusalSchema.shape,
  existing: z.array(
    z.strictObject({ id: z.string(), title: z.string(), file: z.string(), origin: cardRow.shape.origin }),
  ),
})
export type CardsExist = z.infer<typeof cardsExist>

export const done = z.strictObject({ ok: z.literal(true) })

import { EVENT_VERSIONS, type EventShapes, type EventType } from '@evenkeel/classroom'
import { behaviourIds, cardSchema, itemIds, rubricSchema, sites } from '@evenkeel/playbook'
import { z } from 'zod'

/*
 * What each stored event holds, as schemas: a journal that comes in as a file is parsed as strictly as what comes off the
 * wire. The type at the end keeps them equal to the shapes that `decide` makes.
 */
const word = z.string().max(4_000)
const id = z.string().min(1).max(80)
const person = z.string().regex(/^p[1-9]\d{0,3}$/)
const room = z.string().regex(/^r[1-9]\d{0,2}-[1-9]\d{0,2}$/)
const scene = z.string().regex(/^r[1-9]\d{0,2}-[1-9]\d{0,2}\.[1-9]\d?$/)
const moment = z.string().regex(/^m[1-9]\d*$/)
const said = z.union([z.int().min(1), moment])
const offset = z.number().min(0)
const at = z.number().min(0)
const third = z.union([z.literal(0), z.literal(1), z.literal(2)])
const half = z.union([z.literal(0), z.literal(1)])
const level = z.union([1, 2, 3, 4, 5, 6, 7].map(step => z.literal(step as 1 | 2 | 3 | 4 | 5 | 6 | 7)))
const nothing = z.strictObject({})
const item = z.enum(itemIds)
const behaviour = z.enum(behaviourIds)
const roundKind = z.enum(['pairing', 'fishbowl'])
const seats = z.strictObject({
  customer: person.nullable(),
  officer: person.nullable(),
  observers: z.array(person).max(1_000),
})
const times = z.strictObject({
  briefing: at,
  countIn: at,
  scene: at,
  wrapUp: at,
  stepOut: at,
  rating: at,
  debrief: at,
  retake: at,
})
const settings = z.strictObject({
  kind: z.enum(['practice', 'assessed']),
  medium: z.enum(['spoken', 'typed']),
  pace: z.enum(['class', 'room']),
  groupSize: z.union([z.literal(2), z.literal(3)]),
  minutes: z.number(),
  officerSeesTemperature: z.boolean(),
  allItems: z.boolean(),
  rotation: z.array(z.array(item)),
  times,
  attention: z
    .strictObject({
      awayFor: at,
      furiousFor: at,
      silentFor: at,
      stillFor: at,
      unmarkedFor: at,
      overBy: at,
    })
    .exactOptional(),
  onDropout: z.enum(['ask', 'wait', 'stand-in', 'end']).exactOptional(),
  liveRadio: z.boolean().exactOptional(),
})
const deckCard = z.strictObject({
  hash: id,
  id,
  title: word,
  site: z.enum(sites),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.number(),
})
const plan = z.strictObject({
  kind: roundKind,
  pairing: z.int(),
  focus: z.array(item),
  rooms: z.array(z.strictObject({ seats, card: id, why: word })),
})
const openedRoom = z.strictObject({ room, spot: z.int(), seats, card: id, why: word, endsAt: at })
const score = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal('not-observable'),
])
const rating = z.strictObject({
  by: person,
  as: z.enum(['self', 'customer', 'observer', 'instructor']),
  about: person.nullable(),
  scores: z.record(z.string().max(40), score),
  sentence: word,
})
const curve = z.array(z.strictObject({ level, offset })).max(10_000)
const who = z.strictObject({ person })
const inRoom = z.strictObject({ room, person })
const index = { room, scene, index: half, offset }

const shapes = {
  ClassOpened: z.strictObject({
    classId: id,
    title: word,
    settings,
    deck: z.array(deckCard),
    rubricHash: id,
    simulated: z.literal(true).exactOptional(),
  }),
  RubricBrought: z.strictObject({ hash: id, rubric: rubricSchema }),
  CardBrought: z.strictObject({ hash: id, card: cardSchema }),
  DeckRenewed: z.strictObject({ deck: z.array(deckCard) }),
  SettingsChanged: z.strictObject({ settings }),
  ClassLocked: z.strictObject({ locked: z.boolean() }),
  ClocksShifted: z.strictObject({ by: z.number() }),
  Announced: z.strictObject({ text: word.nullable(), wall: z.boolean() }),
  ClassClosed: nothing,
  PersonJoined: z.strictObject({ person, role: z.enum(['trainee', 'instructor']) }),
  PersonNamed: z.strictObject({ person, nameVersion: z.int().min(1) }),
  PersonSetAside: who,
  PersonBroughtBack: who,
  PersonRemoved: z.strictObject({ person, blocked: z.boolean() }),
  PeopleMerged: z.strictObject({ from: person, into: person }),
  MergeUndone: z.strictObject({ from: person, into: person }),
  ReadingSet: z.strictObject({ person, factor: z.union([z.literal(1), z.literal(1.5), z.literal(2)]) }),
  PaperHeld: z.strictObject({ person, on: z.boolean() }),
  HelpCalled: who,
  HelpEnded: who,
  RoundPlanned: z.strictObject({ plan }),
  RoundStarted: z.strictObject({
    number: z.int(),
    kind: roundKind,
    pairing: z.int(),
    focus: z.array(item),
    rooms: z.array(openedRoom),
  }),
  RoomOpened: openedRoom,
  RoundStepped: z.strictObject({
    step: z.enum(['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done']),
  }),
  PersonSeated: z.strictObject({ room, person, seat: z.enum(['customer', 'officer', 'observer']) }),
  SeatsSwapped: z.strictObject({ a: person, b: person }),
  CardChanged: z.strictObject({ room, card: id, why: word, endsAt: at }),
  PersonReady: inRoom,
  PhaseEntered: z.strictObject({
    room,
    phase: z.enum(['scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'stopped', 'done']),
    startsAt: at.exactOptional(),
    endsAt: at.exactOptional(),
  }),
  TimeOutCalled: z.strictObject({ room, remaining: z.number() }),
  TimeOutEnded: z.strictObject({ room, endsAt: at }),
  SceneHeld: z.strictObject({ room, remaining: z.number() }),
  SceneResumed: z.strictObject({ room, endsAt: at }),
  TimeAdded: z.strictObject({ room, by: z.number() }),
  PersonAway: inRoom,
  PersonBack: inRoom,
  RetakeStarted: z.strictObject({
    room,
    scene,
    fork: z.strictObject({ scene, offset, swapped: z.boolean() }),
    endsAt: at,
  }),
  LineSaid: z.strictObject({
    room,
    scene,
    n: z.int().min(1),
    seat: z.enum(['customer', 'officer']),
    how: z.enum(['say', 'do']),
    text: word,
    offset,
  }),
  TemperatureSet: z.strictObject({ room, scene, level, offset }),
  CurveCorrected: z.strictObject({ room, scene, points: curve }),
  TwistDropped: z.strictObject(index),
  CallMade: z.strictObject({ ...index, live: z.literal(true).exactOptional() }),
  CallAnswered: z.strictObject({ room, scene, index: half, text: word.exactOptional() }),
  Whispered: z.strictObject({ room, to: person, text: word }),
  Conferred: z.strictObject({ room, text: word }),
  MomentMarked: z.strictObject({
    room,
    scene,
    moment,
    as: z.enum(['observer', 'instructor', 'customer']),
    mark: z.enum(['helped', 'hurt']),
    offset,
    behaviour: behaviour.exactOptional(),
    line: z.int().exactOptional(),
    cue: z.strictObject({ kind: z.enum(['trigger', 'calmer']), index: third }).exactOptional(),
    words: word.exactOptional(),
  }),
  MomentNamed: z.strictObject({ room, scene, moment, behaviour }),
  MomentUndone: z.strictObject({ room, scene, moment }),
  RatingSaved: z.strictObject({ room, scene, rating }),
  RatingFinished: inRoom,
  RatingsShared: z.strictObject({ room, on: z.boolean() }),
  ProjectionConsented: z.strictObject({ room, on: z.boolean() }),
  DebriefProjected: z.strictObject({ room: room.nullable() }),
  NoteWritten: z.strictObject({ room, text: word }),
  TakenAlong: z.strictObject({ keep: word, tryOut: word, note: word, shared: z.boolean() }),
  TakeAlongsShown: z.strictObject({ on: z.boolean() }),
  LineShared: z.strictObject({ scene, said, on: z.boolean() }),
  LinePicked: z.strictObject({ scene, said, on: z.boolean() }),
  LinesShown: z.strictObject({ on: z.boolean() }),
} satisfies { [T in EventType]: z.ZodType<EventShapes[T]> }

/** The schema of an event's data; undefined for what is no event of a class. */
export function eventData(type: string): z.ZodType | undefined {
  return Object.hasOwn(EVENT_VERSIONS, type) ? shapes[type as EventType] : undefined
}

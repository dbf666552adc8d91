import {
  type ClassState,
  currentScene,
  type Place,
  type RoomId,
  roomOf,
  type WireCommandType,
  type WireShapes,
} from '@evenkeel/classroom'

/** How one stands to a room in the matrix. `foreign` is in another class of the same server, `screen` is an approved projector. */
export const VIEWERS = [
  'customer',
  'officer',
  'observer',
  'elsewhere',
  'instructor',
  'screen',
  'foreign',
] as const
export type ViewerName = (typeof VIEWERS)[number]

export interface Asking {
  readonly state: ClassState
  /** The room that it is about. */
  readonly room: RoomId
  readonly viewer: ViewerName
  /** The viewer's own id, or somebody's for those who have none here. */
  readonly self: string
  /** A trainee who sits in no room. */
  readonly spare: string
}

type Rest<T extends WireCommandType> = WireShapes[T] extends { place: Place }
  ? Omit<WireShapes[T], 'place'>
  : WireShapes[T]
type Payloads = { readonly [T in WireCommandType]: (asking: Asking) => Rest<T> }

const seatsOf = ({ state, room }: Asking) => {
  const { customer, officer } = roomIn(state, room).seats
  if (customer === null || officer === null) throw new Error(`a player of ${room} is missing`)
  return { customer, officer }
}

export function roomIn(state: ClassState, id: RoomId) {
  const room = roomOf(state, id)
  if (room === undefined) throw new Error(`there is no room ${id}`)
  return room
}

/** A trainee who never sat in a room with this one; themselves if there is none. */
function neverMet({ people, round, pastRounds }: ClassState, person: string): string {
  const rooms = [...pastRounds, ...(round === null ? [] : [round])].flatMap(each => each.rooms)
  const met = rooms.flatMap(({ took }) => (took.includes(person) ? took : []))
  const found = people.find(
    ({ id, role, standing }) => role === 'trainee' && standing === 'present' && !met.includes(id),
  )
  return found?.id ?? person
}

/** The sender's newest mark; `m1` for those who never marked. */
const ownMoment = ({ state, room, self }: Asking) =>
  currentScene(roomIn(state, room)).moments.findLast(moment => moment.by === self)?.id ?? 'm1'

/** For each command a payload with which nothing stands in the way but who gives it and when. */
const PAYLOADS: Payloads = {
  SetReading: () => ({ factor: 1.5 }),
  CallHelp: () => ({}),
  EndHelp: ({ self }) => ({ person: self }),
  HoldOnPaper: ({ self }) => ({ person: self, on: false }),
  TakeAlong: () => ({ keep: 'Wait.', tryOut: 'Ask first.', note: 'x', shared: true }),
  // Taking back is for always; sharing ends with the class.
  ShareLine: ({ room, state }) => ({ scene: `${room}.1`, said: 1, on: state.status === 'closed' }),
  Ready: () => ({}),
  AskAnotherCard: () => ({}),
  Speak: () => ({ how: 'say', text: 'I hear you.' }),
  SetTemperature: () => ({ level: 3 }),
  MakeCall: () => ({ index: 0 }),
  CallTimeOut: () => ({}),
  EndTimeOut: () => ({}),
  Confer: () => ({ text: 'Ask what he needs.' }),
  Stop: () => ({}),
  Mark: () => ({ mark: 'helped' }),
  NameMoment: asking => ({ moment: ownMoment(asking), behaviour: 'paraphrase' }),
  UndoMoment: asking => ({ moment: ownMoment(asking) }),
  ConfirmCue: () => ({ cue: { kind: 'calmer', index: 0 } }),
  CorrectCurve: () => ({ points: [{ level: 4, offset: 0 }] }),
  Rate: ({ viewer }) => ({ scores: viewer === 'customer' ? { listened: 4 } : { attention: 4 } }),
  FinishRating: () => ({}),
  ShareRatings: () => ({ on: true }),
  Consent: () => ({ on: true }),
  StartRetake: () => ({ offset: 0, swapped: false }),
  EndRetake: () => ({}),
  WriteNote: () => ({ text: 'He asked twice.' }),
  PlanRound: () => ({ focus: ['attention'] }),
  ChangePlan: ({ state }) => ({ rooms: state.plan?.rooms ?? [] }),
  MoveInPlan: asking => ({
    person: asking.state.people.find(({ role }) => role === 'instructor')?.id ?? 'p1',
    beside: seatsOf(asking).customer,
    seat: 'observer',
  }),
  SwapInPlan: asking => ({ a: seatsOf(asking).customer, b: seatsOf(asking).officer }),
  ChangePlannedCard: asking => ({ beside: seatsOf(asking).customer }),
  StartRound: ({ state }) => ({ round: (state.round?.number ?? 0) + 1 }),
  Next: ({ state }) => ({ round: state.round?.number ?? 1, to: 'done' }),
  MoveRoom: () => ({ to: 'done' }),
  EndRoom: () => ({}),
  AddTime: () => ({ by: 30_000 }),
  DropTwist: () => ({ index: 0 }),
  AnswerCall: () => ({ index: 0 }),
  Whisper: asking => ({ to: seatsOf(asking).customer, text: 'Breathe.' }),
  ReadyFor: asking => ({ person: seatsOf(asking).customer }),
  SeatPerson: ({ spare, room }) => ({ person: spare, room, seat: 'observer' }),
  SwapSeats: asking => ({ a: seatsOf(asking).customer, b: seatsOf(asking).officer }),
  OpenRoom: ({ spare, state }) => ({
    customer: spare,
    officer: state.people.find(({ role }) => role === 'instructor')?.id ?? 'p1',
  }),
  ChangeCard: ({ state, room }) => ({
    card: state.deck.find(card => card.hash !== roomIn(state, room).card)?.hash ?? '',
  }),
  SetAside: ({ spare }) => ({ person: spare }),
  BringBack: ({ spare }) => ({ person: spare }),
  RemovePerson: ({ spare }) => ({ person: spare, block: false }),
  MergePeople: ({ spare, state }) => ({ from: neverMet(state, spare), into: spare }),
  UndoMerge: ({ spare, state }) => ({ person: state.lastMerge?.from ?? spare }),
  LockClass: () => ({ locked: true }),
  ChangeSettings: ({ state }) => ({ settings: { ...state.settings, minutes: 60 } }),
  Announce: () => ({ text: 'Five minutes of rest.', wall: true }),
  ProjectDebrief: ({ room }) => ({ room }),
  ShowTakeAlongs: () => ({ on: true }),
  PickLine: ({ room }) => ({ scene: `${room}.1`, said: 1, on: false }),
  ShowLines: () => ({ on: true }),
  CloseClass: () => ({}),
}

export const WIRE_COMMANDS = Object.keys(PAYLOADS) as readonly WireCommandType[]

const WITHOUT_PLACE: ReadonlySet<WireCommandType> = new Set<WireCommandType>([
  'SetReading',
  'CallHelp',
  'EndHelp',
  'HoldOnPaper',
  'TakeAlong',
  'ShareLine',
  'PlanRound',
  'ChangePlan',
  'MoveInPlan',
  'SwapInPlan',
  'ChangePlannedCard',
  'StartRound',
  'Next',
  'SeatPerson',
  'SwapSeats',
  'OpenRoom',
  'SetAside',
  'BringBack',
  'RemovePerson',
  'MergePeople',
  'UndoMerge',
  'LockClass',
  'ChangeSettings',
  'Announce',
  'ProjectDebrief',
  'ShowTakeAlongs',
  'PickLine',
  'ShowLines',
  'CloseClass',
])

export const isAboutRoom = (type: WireCommandType) => !WITHOUT_PLACE.has(type)

/** The whole of what is sent. Whoever has no seat in the room claims the observer's. */
export function payloadOf<T extends WireCommandType>(type: T, asking: Asking): WireShapes[T] {
  const rest = PAYLOADS[type](asking)
  if (!isAboutRoom(type)) return rest as WireShapes[T]
  const { viewer, state, room } = asking
  const seat = viewer === 'elsewhere' || viewer === 'screen' || viewer === 'foreign' ? 'observer' : viewer
  const place: Place = { room, scene: currentScene(roomIn(state, room)).id, seat }
  return { place, ...rest } as WireShapes[T]
}

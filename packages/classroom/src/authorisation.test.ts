import { rubric } from '@evenkeel/playbook'
import { describe, expect, test } from 'vitest'
import type { CommandShapes, CommandType, Place } from './command.ts'
import { EVENT_VERSIONS } from './event.ts'
import { currentScene, seatOf } from './find.ts'
import { unopened } from './fold.ts'
import { SERVER } from './ids.ts'
import { INSTRUCTOR_COMMANDS, ROOM_PERMITS, SERVER_COMMANDS } from './permits.ts'
import type { RefusalKind } from './refusal.ts'
import type { PhaseName } from './room.ts'
import { presetFor } from './settings.ts'
import { frozen } from './testing/frozen.ts'
import { deckOf } from './testing/made-up-cards.ts'
import { openClass, PlayedClass } from './testing/play-class.ts'
import { permissionsOfSpec } from './testing/spec-table.ts'

const SPEC = permissionsOfSpec()
const PHASES: readonly PhaseName[] = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
  'stopped',
  'done',
]

/** How each viewer stands in the table. `foreign` and `removed` are in no line of it. */
const VIEWERS = {
  customer: 'customer',
  officer: 'officer',
  observer: 'observer',
  'in another room': 'elsewhere',
  'without a seat': 'elsewhere',
  'set aside': 'elsewhere',
  instructor: 'instructor',
  'other instructor': 'instructor',
  foreign: undefined,
  removed: undefined,
  blocked: undefined,
  server: 'server',
} as const
type ViewerName = keyof typeof VIEWERS
const viewerNames = Object.keys(VIEWERS) as ViewerName[]
const seated: readonly string[] = ['customer', 'officer', 'observer']

type People = Readonly<Record<ViewerName, string>>
interface Stage {
  readonly played: PlayedClass
  readonly people: People
}

type Medium = 'typed' | 'spoken'
/** Somebody who came in twice and was made one with `without a seat`. */
let twin = ''

/** Room 1 has customer, officer and observer and is in the phase; room 2 is done; what every command needs is there. */
function stageIn(phase: PhaseName, medium: Medium, viewer: ViewerName): Stage {
  const played = openClass(9, {
    choice: { place: medium === 'typed' ? 'remote' : 'same-room' },
    settings: { groupSize: 3, liveRadio: true },
  })
  const other = played.join('instructor')
  played.must('p1', 'SetAside', { person: 'p8' })
  played.must('p1', 'RemovePerson', { person: 'p9', block: false })
  played.must('p1', 'RemovePerson', { person: 'p10', block: true })
  played.must('p1', 'SetAside', { person: 'p7' })
  const [first, second] = played.startRound()
  played.must('p1', 'BringBack', { person: 'p7' })
  if (first === undefined || second === undefined) throw new Error('two rooms expected')
  const triad = first.seats.observers.length === 1 ? first : second
  const pair = triad === first ? second : first
  // The room that every command is about is the first one.
  if (triad !== first) throw new Error('the planner puts triads first')
  const { customer, officer, observers } = played.seats(triad.id)
  const people: People = {
    customer,
    officer,
    observer: observers[0] ?? '',
    'in another room': pair.seats.customer ?? '',
    'without a seat': 'p7',
    'set aside': 'p8',
    instructor: 'p1',
    'other instructor': other,
    foreign: 'p77',
    removed: 'p9',
    blocked: 'p10',
    server: SERVER,
  }
  played.takeTo('done', pair.id)
  const standing = people[viewer]
  if (phase !== 'briefing') {
    played.takeTo('scene')
    markAll(played, people)
    played.mustAct(officer, 'MakeCall', { index: 1 })
  }
  if (phase === 'step-out' || phase === 'rating') {
    played.takeTo(phase)
    played.mustAct(customer, 'ConfirmCue', { cue: { kind: 'trigger', index: 0 } })
  } else if (phase === 'time-out') {
    const caller = seated.includes(viewer) ? standing : viewer === 'other instructor' ? other : 'p1'
    played.mustAct(caller, 'CallTimeOut', {}, triad.id)
  } else if (phase === 'done') {
    played.takeTo('debrief')
    agree(played, people)
    played.takeTo('done')
  } else {
    played.takeTo(phase)
  }
  if (phase === 'debrief' || phase === 'retake') agree(played, people)
  if (phase === 'retake') {
    markAll(played, people)
    played.mustAct(officer, 'MakeCall', { index: 1 })
  }
  twin = played.join()
  played.must('p1', 'MergePeople', { from: twin, into: 'p7' })
  played.must('p1', 'PlanRound', {})
  played.now += 1_000
  frozen(played.state)
  return { played, people }
}

/** Everybody but the viewer of the Consent cells needs to have agreed, so those cells ask for the opposite. */
function agree(played: PlayedClass, { customer, officer, observer }: People) {
  for (const person of [customer, officer, observer]) played.mustAct(person, 'Consent', { on: true })
}

function markAll(played: PlayedClass, people: People) {
  for (const marker of [people.observer, people.instructor, people['other instructor']]) {
    played.mustAct(marker, 'Mark', { mark: 'helped' }, 'r1-1')
  }
}

const stages = new Map<string, Stage>()
function stage(phase: PhaseName, medium: Medium, viewer: ViewerName): Stage {
  // Only the time-out differs by viewer: whoever called it ends it.
  const key = phase === 'time-out' ? `${medium} ${phase} ${viewer}` : `${medium} ${phase}`
  const known = stages.get(key) ?? stageIn(phase, medium, viewer)
  stages.set(key, known)
  return known
}

type Payloads = { [T in CommandType]: (stage: Stage, viewer: ViewerName) => Omit<CommandShapes[T], 'place'> }

const ownMoment = ({ played, people }: Stage, viewer: ViewerName) =>
  currentScene(played.room()).moments.find(moment => moment.by === people[viewer])?.id ?? 'm1'

/** For each command a payload with which nothing stands in the way but who gives it and when. */
const PAYLOADS: Payloads = {
  SetReading: () => ({ factor: 1.5 }),
  CallHelp: () => ({}),
  EndHelp: ({ people }, viewer) => ({ person: people[viewer] }),
  HoldOnPaper: ({ people }, viewer) => ({ person: people[viewer], on: true }),
  TakeAlong: () => ({ keep: 'Wait.', tryOut: 'Ask first.', note: '', shared: true }),
  // Taking back what was never given is no mistake of anybody's.
  ShareLine: () => ({ scene: 'r1-1.1', said: 1, on: false }),
  Ready: () => ({}),
  AskAnotherCard: () => ({}),
  Speak: () => ({ how: 'say', text: 'I hear you.' }),
  SetTemperature: () => ({ level: 3 }),
  MakeCall: () => ({ index: 0 }),
  CallTimeOut: () => ({}),
  EndTimeOut: () => ({}),
  Confer: () => ({ text: 'Ask what he needs.' }),
  Stop: () => ({}),
  Mark: () => ({ mark: 'hurt' }),
  NameMoment: (stage, viewer) => ({ moment: ownMoment(stage, viewer), behaviour: 'paraphrase' }),
  UndoMoment: (stage, viewer) => ({ moment: ownMoment(stage, viewer) }),
  ConfirmCue: () => ({ cue: { kind: 'calmer', index: 0 } }),
  CorrectCurve: () => ({ points: [{ level: 4, offset: 0 }] }),
  Rate: (_, viewer) => ({ scores: viewer === 'customer' ? { listened: 4 } : { attention: 4 } }),
  FinishRating: () => ({}),
  ShareRatings: () => ({ on: true }),
  Consent: () => ({ on: false }),
  StartRetake: () => ({ offset: 0, swapped: false }),
  EndRetake: () => ({}),
  WriteNote: () => ({ text: 'He asked twice.' }),
  PlanRound: () => ({}),
  ChangePlan: ({ played }) => ({ rooms: played.state.plan?.rooms ?? [] }),
  MoveInPlan: ({ people }) => ({
    person: people['other instructor'],
    beside: people.customer,
    seat: 'observer',
  }),
  SwapInPlan: ({ people }) => ({ a: people.customer, b: people.officer }),
  ChangePlannedCard: ({ people }) => ({ beside: people.customer }),
  StartRound: () => ({ round: 2 }),
  Next: () => ({ round: 1, to: 'done' }),
  MoveRoom: () => ({ to: 'done' }),
  EndRoom: () => ({}),
  AddTime: () => ({ by: 30_000 }),
  DropTwist: () => ({ index: 0 }),
  // The call that waits.
  AnswerCall: () => ({ index: 1 }),
  Whisper: ({ people }) => ({ to: people.customer, text: 'Breathe.' }),
  ReadyFor: ({ people }) => ({ person: people.customer }),
  SeatPerson: ({ people }) => ({ person: people['without a seat'], room: 'r1-1', seat: 'observer' }),
  SwapSeats: ({ people }) => ({ a: people.customer, b: people.officer }),
  OpenRoom: ({ people }) => ({
    customer: people['without a seat'],
    officer: people['other instructor'],
  }),
  ChangeCard: ({ played }) => ({
    card: played.state.deck.find(card => card.hash !== played.room().card)?.hash ?? '',
  }),
  SetAside: ({ people }) => ({ person: people['in another room'] }),
  BringBack: ({ people }) => ({ person: people['set aside'] }),
  RemovePerson: ({ people }) => ({ person: people['in another room'], block: true }),
  MergePeople: ({ people }) => ({ from: people['set aside'], into: people['without a seat'] }),
  UndoMerge: () => ({ person: twin }),
  LockClass: () => ({ locked: true }),
  ChangeSettings: ({ played }) => ({ settings: { ...played.state.settings, minutes: 60 } }),
  Announce: () => ({ text: 'Five minutes of rest.', wall: true }),
  ProjectDebrief: () => ({ room: 'r1-1' }),
  ShowTakeAlongs: () => ({ on: true }),
  PickLine: () => ({ scene: 'r1-1.1', said: 1, on: false }),
  ShowLines: () => ({ on: true }),
  CloseClass: () => ({}),
  OpenClass: () => ({
    classId: 'class-2',
    title: 'Wednesday',
    settings: presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, []),
    deck: deckOf(1),
    rubricHash: 'rubric-1',
    rubric,
  }),
  JoinClass: () => ({ role: 'trainee' }),
  NamePerson: ({ people }) => ({ person: people.customer }),
  NoteAway: ({ people }) => ({ person: people.customer }),
  NoteBack: ({ people }) => ({ person: people.customer }),
  PassDeadline: () => ({ room: 'r1-1', endsAt: 1 }),
  ShiftClocks: () => ({ by: 1_000 }),
}

const commands = Object.keys(PAYLOADS) as CommandType[]
const isAboutRoom = (type: CommandType) => Object.hasOwn(ROOM_PERMITS, type)

/** What the page says, in words of refusals (X1 to X5). */
function expected(type: CommandType, viewer: ViewerName, phase: PhaseName): 'accepted' | RefusalKind {
  const lines = SPEC.get(type) ?? []
  const stands = VIEWERS[viewer]
  if (stands === undefined) return 'not-allowed'
  const forServer = lines.some(line => line.who.includes('server'))
  if (stands === 'server' || forServer) return stands === 'server' && forServer ? 'accepted' : 'not-allowed'
  const mine = lines.filter(line => line.who.includes(stands))
  if (mine.length === 0) return stands === 'elsewhere' && isAboutRoom(type) ? 'moved-on' : 'not-allowed'
  const now = mine.some(line => line.phases === undefined || line.phases.includes(phase))
  return now ? 'accepted' : 'wrong-phase'
}

/** The seats that a viewer names: their own; whoever has none there tries them all. */
function claims(viewer: ViewerName): readonly Place['seat'][] {
  const stands = VIEWERS[viewer]
  switch (stands) {
    case 'customer':
    case 'officer':
    case 'observer':
    case 'instructor':
      return [stands]
    default:
      return ['customer', 'officer', 'observer', 'instructor']
  }
}

function tryCell(type: CommandType, viewer: ViewerName, seat: Place['seat'], on: Stage) {
  const played = on.played.fork()
  const before = played.state
  const place: Place = { room: 'r1-1', scene: currentScene(played.room()).id, seat }
  const rest = PAYLOADS[type](on, viewer)
  const data = isAboutRoom(type) ? { place, ...rest } : rest
  const decision = played.give(on.people[viewer], type, data as CommandShapes[typeof type])
  const answer = decision.ok ? 'accepted' : decision.kind
  const kept = played.state === before && played.events.length === on.played.events.length
  return { answer, kept, made: decision.ok ? decision.events.length : 0 }
}

/** Cells in which what is asked for may already be so. */
const MAY_BE_SO: ReadonlySet<CommandType> = new Set<CommandType>([
  'EndHelp',
  'Next',
  'NoteAway',
  'NoteBack',
  'PassDeadline',
  'ShiftClocks',
  'HoldOnPaper',
  'ShareLine',
  'PickLine',
])

for (const medium of ['typed', 'spoken'] as const) {
  describe(`who may do what, and when, in a ${medium} class`, () => {
    test.each(commands.filter(type => type !== 'OpenClass'))('[X1][X2][X5][X6] %s', type => {
      const wrong: string[] = []
      for (const phase of PHASES) {
        for (const viewer of viewerNames) {
          const on = stage(phase, medium, viewer)
          if (on.played.room().phase.name !== phase) throw new Error(`not in ${phase}`)
          let want = expected(type, viewer, phase)
          if (type === 'Speak' && medium === 'spoken' && want === 'accepted') want = 'not-allowed'
          for (const seat of claims(viewer)) {
            const { answer, kept, made } = tryCell(type, viewer, seat, on)
            const cell = `${viewer} as ${seat} in ${phase}`
            if (answer !== want) wrong.push(`${cell}: ${answer}, the page says ${want}`)
            else if (want !== 'accepted' && !kept) wrong.push(`${cell}: refused, and yet something changed`)
            else if (want === 'accepted' && made === 0 && !MAY_BE_SO.has(type)) {
              wrong.push(`${cell}: accepted, and nothing happened`)
            }
            if (!isAboutRoom(type)) break
          }
        }
      }
      expect(wrong).toEqual([])
    })

    test('[X4] a seat that its sender does not hold is refused whatever the command', () => {
      const wrong: string[] = []
      for (const phase of PHASES) {
        for (const viewer of ['customer', 'officer', 'observer', 'instructor'] as const) {
          const on = stage(phase, medium, viewer)
          for (const seat of ['customer', 'officer', 'observer', 'instructor'] as const) {
            if (seat === viewer) continue
            for (const type of commands.filter(isAboutRoom)) {
              const { answer, kept } = tryCell(type, viewer, seat, on)
              if (answer !== 'moved-on' || !kept)
                wrong.push(`${type}: ${viewer} as ${seat} in ${phase}: ${answer}`)
            }
          }
        }
      }
      expect(wrong).toEqual([])
    })

    test('[X3][C13] after the class is over nobody may do anything but take along what they write', () => {
      const wrong: string[] = []
      for (const viewer of viewerNames) {
        const on = stage('debrief', medium, viewer)
        const played = on.played.fork()
        played.must('p1', 'CloseClass', {})
        for (const type of commands) {
          const { answer, made } = tryCell(type, viewer, claims(viewer)[0] ?? 'customer', { ...on, played })
          const passes = [
            'NoteAway',
            'NoteBack',
            'PassDeadline',
            'ShiftClocks',
            'TakeAlong',
            'ShareLine',
          ].includes(type)
          const open = type === 'OpenClass' ? 'taken' : passes ? 'accepted' : 'closed'
          const mine = SPEC.get(type)?.some(line => line.who.some(who => who === VIEWERS[viewer])) === true
          const forServer = SERVER_COMMANDS.has(type)
          const stands = VIEWERS[viewer]
          const want =
            stands === undefined || (stands === 'server') !== forServer
              ? 'not-allowed'
              : mine || isAboutRoom(type) || forServer
                ? open
                : 'not-allowed'
          const makes = type === 'TakeAlong' && want === 'accepted' ? 1 : 0
          if (answer !== want || made !== makes) wrong.push(`${type} of ${viewer}: ${answer}, not ${want}`)
        }
      }
      expect(wrong).toEqual([])
    })
  })
}

describe('the table itself', () => {
  test('has a line for every command and for nothing else', () => {
    expect([...SPEC.keys()].sort()).toEqual([...commands].sort())
  })

  test('[C1] only the server opens a class, and a class that is not open takes nothing', () => {
    const on = stage('scene', 'typed', 'customer')
    for (const viewer of viewerNames) {
      const played = new PlayedClass()
      played.state = unopened('class-2')
      const data = PAYLOADS.OpenClass(on, viewer) as CommandShapes['OpenClass']
      const decision = played.give(on.people[viewer], 'OpenClass', data)
      expect(decision.ok, viewer).toBe(viewer === 'server')
    }
    const empty = new PlayedClass()
    expect(empty.give('p1', 'CallHelp', {})).toMatchObject({ ok: false, kind: 'gone' })
    expect(empty.give(SERVER, 'JoinClass', { role: 'trainee' })).toMatchObject({ ok: false, kind: 'gone' })
  })

  test('the lists of the code name the same commands as the page', () => {
    const ofServer = commands.filter(type => SPEC.get(type)?.some(line => line.who.includes('server')))
    expect([...SERVER_COMMANDS].sort()).toEqual(ofServer.sort())
    const wide = commands.filter(type => !isAboutRoom(type) && !SERVER_COMMANDS.has(type))
    const ofInstructors = wide.filter(type => SPEC.get(type)?.every(line => `${line.who}` === 'instructor'))
    expect([...INSTRUCTOR_COMMANDS].sort()).toEqual(ofInstructors.sort())
  })

  test('every event that is made in the matrix has a version', () => {
    for (const { played } of stages.values()) {
      for (const event of played.events) expect(EVENT_VERSIONS[event.type]).toBe(event.v)
    }
  })

  test('the driver really seats people where the matrix says', () => {
    const { played, people } = stage('scene', 'typed', 'customer')
    for (const seat of ['customer', 'officer', 'observer'] as const) {
      expect(seatOf(played.room().seats, people[seat])).toBe(seat)
    }
  })
})

import type { ClassState, RoomId, WireCommandType } from '@evenkeel/classroom'
import type { WireRefusalKind } from '@evenkeel/protocol'
import { instruct, joinClass, type Simulant } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { stateOf } from './harness/journaled.ts'
import { expectTheLaw } from './harness/law.ts'
import { isAboutRoom, payloadOf, roomIn, VIEWERS, type ViewerName, WIRE_COMMANDS } from './harness/matrix.ts'
import { seededChance } from './harness/parts.ts'
import { joinMany, startRound, type Trainee } from './harness/play.ts'
import { followAsScreen } from './harness/screen.ts'
import { permissionsOfSpec } from './harness/spec-table.ts'

const SPEC = permissionsOfSpec()
const TRIADS = 12
/** Below the limit of one socket in one second of the test's clock. */
const AT_ONCE = 15

type Expected = 'accepted' | WireRefusalKind

/** What the page says about this cell (X1 to X5), and no other list. */
function expected(type: WireCommandType, viewer: ViewerName, state: ClassState, room: RoomId): Expected {
  const lines = SPEC.get(type) ?? []
  if (viewer === 'screen') return 'not-allowed'
  const forInstructors = lines.every(line => line.who.join() === 'instructor')
  if (viewer === 'foreign') {
    if (isAboutRoom(type)) return 'moved-on'
    return forInstructors ? 'not-allowed' : 'accepted'
  }
  const mine = lines.filter(line => line.who.includes(viewer))
  if (mine.length === 0 && forInstructors && !isAboutRoom(type)) return 'not-allowed'
  if (state.status === 'closed') return 'closed'
  if (mine.length === 0) return viewer === 'elsewhere' && isAboutRoom(type) ? 'moved-on' : 'not-allowed'
  const phase = roomIn(state, room).phase.name
  return mine.some(line => line.phases?.includes(phase) ?? true) ? 'accepted' : 'wrong-phase'
}

const FOR_ALL = ['SetReading', 'CallHelp', 'EndHelp', 'HoldOnPaper', 'TakeAlong', 'ShareLine'] as const

/** Whether the table allows this viewer the command at any time. */
const everAllowed = (type: WireCommandType, viewer: ViewerName) =>
  SPEC.get(type)?.some(line => line.who.some(who => who === viewer)) === true

/** A class on the real socket in which every cell of the table can be tried, and which counts what was tried. */
class Matrix {
  readonly accepted = new Set<string>()
  readonly refused = new Set<string>()
  readonly wrong: string[] = []
  readonly #here: ServerHere
  readonly #classId: string
  readonly #trainees: readonly Trainee[]
  readonly #others: Readonly<Record<'elsewhere' | 'instructor' | 'screen' | 'foreign', Simulant>>
  readonly #spare: string
  readonly #instructorId: string
  #sent = new Map<Simulant, number>()

  constructor(
    here: ServerHere,
    classId: string,
    trainees: readonly Trainee[],
    others: Readonly<Record<'instructor' | 'screen' | 'foreign', Simulant>> & { elsewhere: Trainee },
    instructorId: string,
  ) {
    this.#here = here
    this.#classId = classId
    this.#trainees = trainees
    this.#others = others
    this.#spare = others.elsewhere.person
    this.#instructorId = instructorId
  }

  async state(): Promise<ClassState> {
    // Written by this very server, so there is nothing to lift.
    return stateOf(this.#classId, (await this.#here.store.journal.read(this.#classId, 0)) as never)
  }

  async #head(): Promise<number | undefined> {
    return (await this.#here.store.journal.head(this.#classId))?.seq
  }

  #whoIs(viewer: ViewerName, state: ClassState, room: RoomId): { simulant: Simulant; self: string } {
    if (viewer === 'customer' || viewer === 'officer' || viewer === 'observer') {
      const { seats } = roomIn(state, room)
      const person = viewer === 'observer' ? seats.observers[0] : seats[viewer]
      const found = this.#trainees.find(trainee => trainee.person === person)
      if (found === undefined) throw new Error(`nobody is the ${viewer} of ${room}`)
      return { simulant: found, self: found.person }
    }
    const self = viewer === 'instructor' ? this.#instructorId : this.#spare
    return { simulant: this.#others[viewer], self }
  }

  /** Gives the command as this viewer and holds the answer, and what it changed, against the page. */
  async give(
    viewer: ViewerName,
    type: WireCommandType,
    room: RoomId,
    change: (data: object) => object = data => data,
  ): Promise<void> {
    const state = await this.state()
    const { simulant, self } = this.#whoIs(viewer, state, room)
    await this.#breathe(simulant)
    const want = expected(type, viewer, state, room)
    const data = change(payloadOf(type, { state, room, viewer, self, spare: this.#spare }))
    const before = await this.#head()
    const answer = await simulant.act(type, data as never)
    const got = answer.ok ? 'accepted' : answer.kind
    const cell = `${type} of ${viewer}`
    const changed = (await this.#head()) !== before
    if (viewer === 'foreign') {
      // In their own class they may be somebody; here they are nobody, whatever the answer is.
      if (changed) this.wrong.push(`${cell}: changed another class`)
      if (want === 'accepted' || got === want) this.refused.add(cell)
      else this.wrong.push(`${cell}: ${got}, the page says ${want}`)
      return
    }
    if (got !== want) this.wrong.push(`${cell} in ${roomIn(state, room).phase.name}: ${got}, not ${want}`)
    else if (!answer.ok && changed) this.wrong.push(`${cell}: refused, and yet something changed`)
    else if (!answer.ok && !/^[A-Z\d].*[.?]$/.test(answer.say)) this.wrong.push(`${cell}: no sentence`)
    else (answer.ok ? this.accepted : this.refused).add(cell)
  }

  /** Tries every cell that the page refuses here and that was not refused yet. */
  async refuseAll(room: RoomId): Promise<void> {
    const state = await this.state()
    for (const type of WIRE_COMMANDS) {
      for (const viewer of VIEWERS) {
        const known = this.refused.has(`${type} of ${viewer}`)
        const tries = viewer === 'foreign' || expected(type, viewer, state, room) !== 'accepted'
        if (!known && tries) await this.give(viewer, type, room)
      }
    }
  }

  /** Cells without a try, of the kind that the page has. */
  get untried() {
    const cells = WIRE_COMMANDS.flatMap(type => VIEWERS.map(viewer => ({ type, viewer })))
    const name = ({ type, viewer }: (typeof cells)[number]) => `${type} of ${viewer}`
    return {
      accepted: cells
        .filter(({ type, viewer }) => everAllowed(type, viewer))
        .map(name)
        .filter(cell => !this.accepted.has(cell)),
      refused: cells.map(name).filter(cell => !this.refused.has(cell)),
    }
  }

  /** The clock stands unless it is moved, and a socket has its limit for each second. */
  async #breathe(simulant: Simulant): Promise<void> {
    const sent = (this.#sent.get(simulant) ?? 0) + 1
    this.#sent.set(simulant, sent)
    if (sent < AT_ONCE) return
    this.#here.clock.advance(1_000)
    this.#sent = new Map()
  }
}

const SEATS = ['customer', 'officer', 'observer'] as const
const INSIDE = [...SEATS, 'instructor'] as const

test('[X1] [X2] [X3] [X4] [X5] [X6] every command of every viewer, allowed and refused once, on the real socket', async () => {
  const here = await serverHere({ chance: seededChance(5) })
  try {
    const opened = await aClass(here.base)
    const instructor = instruct(opened)
    await instructor.until(it => it.console)
    const trainees = await joinMany(here.base, opened, TRIADS * 3)
    await Promise.all(trainees.map(trainee => trainee.until(it => it.seat)))
    await startRound(instructor, trainees, { focus: ['attention'] })
    const elsewhere = await joinClass(here.base, opened.code, 'Late')
    await elsewhere.until(it => it.seat)
    const other = await aClass(here.base, { title: 'Another class' }, 'Otto')
    const foreign = await joinClass(here.base, other.code, 'Fay')
    await foreign.until(it => it.seat)
    const screen = await followAsScreen(opened, here.base)
    const instructorId = Object.entries(instructor.console?.people ?? {}).find(
      ([, row]) => row.role === 'instructor',
    )?.[0]
    if (instructorId === undefined) throw new Error('the instructor is nobody')
    const others = { instructor, screen, foreign, elsewhere }
    const matrix = new Matrix(here, opened.classId, trainees, others, instructorId)
    const room = (n: number) => `r1-${n}`
    const to = (step: string) => (data: object) => ({ ...data, to: step })
    const move = async (n: number, step: string) => {
      await matrix.give('instructor', 'MoveRoom', room(n), to(step))
      // The count-in is over before anything is said.
      if (step === 'scene') here.clock.advance(5_000)
    }
    const each = async (viewers: readonly ViewerName[], types: readonly WireCommandType[], n: number) => {
      for (const type of types) for (const viewer of viewers) await matrix.give(viewer, type, room(n))
    }

    // What needs no room.
    await each([...SEATS, 'elsewhere', 'instructor'], [...FOR_ALL], 1)
    // Briefing. With a plan, so that only the rooms that play stand in the way of a start.
    await each(['instructor'], ['PlanRound'], 12)
    await matrix.refuseAll(room(12))
    await each(SEATS, ['AskAnotherCard'], 1)
    await each(['instructor'], ['ChangeCard', 'AddTime', 'Whisper', 'ReadyFor'], 1)
    await each(SEATS, ['Ready'], 2)
    // The scene, its time-outs and marks.
    await move(3, 'scene')
    await each(['customer', 'officer'], ['Speak'], 3)
    await each(['customer'], ['SetTemperature'], 3)
    const { settings } = await matrix.state()
    await matrix.give('instructor', 'ChangeSettings', room(3), () => ({
      settings: { ...settings, liveRadio: true },
    }))
    await each(['officer'], ['MakeCall'], 3)
    await each(['instructor'], ['AnswerCall'], 3)
    await each(['observer', 'instructor'], ['Mark', 'NameMoment', 'UndoMoment'], 3)
    await each(['instructor'], ['DropTwist'], 3)
    await each(INSIDE, ['WriteNote'], 3)
    for (const viewer of INSIDE) {
      await matrix.give(viewer, 'CallTimeOut', room(3))
      if (viewer === 'officer') await each(['officer', 'observer'], ['Confer'], 3)
      await matrix.give(viewer, 'EndTimeOut', room(3))
    }
    for (const [index, viewer] of SEATS.entries()) {
      await move(4 + index, 'scene')
      await matrix.give(viewer, 'Stop', room(4 + index))
    }
    await move(7, 'scene')
    await each(['instructor'], ['EndRoom'], 7)
    // After the scene.
    await move(3, 'step-out')
    await each(['customer'], ['ConfirmCue', 'CorrectCurve', 'UndoMoment'], 3)
    await move(3, 'rating')
    await each(INSIDE, ['Rate'], 3)
    await each(SEATS, ['FinishRating'], 3)
    // The debrief has opened: everybody has finished.
    await each(SEATS, ['ShareRatings', 'Consent'], 3)
    await each(['instructor'], ['ProjectDebrief', 'ShowTakeAlongs', 'PickLine', 'ShowLines'], 3)
    for (const viewer of ['customer', 'officer', 'instructor'] as const) {
      await matrix.give(viewer, 'StartRetake', room(3))
      await matrix.give(viewer, 'EndRetake', room(3))
    }
    await move(3, 'done')
    await matrix.refuseAll(room(3))
    await matrix.refuseAll(room(4))
    // The class as a whole. Whoever came late is set aside meanwhile, so that they sit in none of the new rooms.
    await each(
      ['instructor'],
      [
        'SetAside',
        'PlanRound',
        'MoveInPlan',
        'SwapInPlan',
        'ChangePlannedCard',
        'PlanRound',
        'ChangePlan',
        'Announce',
        'Next',
        'StartRound',
      ],
      12,
    )
    const second = 'r2-1'
    for (const type of ['BringBack', 'OpenRoom', 'SwapSeats', 'LockClass', 'ChangeSettings'] as const) {
      await matrix.give('instructor', type, second)
    }
    const { seats } = roomIn(await matrix.state(), 'r2-2')
    const leaving = { person: seats.customer, block: false }
    await matrix.give('instructor', 'RemovePerson', second, () => leaving)
    await matrix.give('instructor', 'SeatPerson', second)
    await matrix.give('instructor', 'MergePeople', second)
    await matrix.give('instructor', 'UndoMerge', second)
    await matrix.give('instructor', 'CloseClass', second)
    // Until then what people take along may still be written.
    here.clock.advance(24 * 3_600_000 + 1)
    await matrix.refuseAll(second)

    expect(matrix.wrong).toEqual([])
    expect(matrix.untried).toEqual({ accepted: [], refused: [] })
    here.clock.advance(1_000)
    await expectTheLaw(
      trainees.filter(it => it.person !== leaving.person),
      () => matrix.state(),
    )
    for (const simulant of [...trainees, elsewhere, foreign, screen, instructor]) simulant.close()
  } finally {
    await here.stop()
  }
})

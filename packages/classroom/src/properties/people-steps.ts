import { castOf, sitting } from '../find.ts'
import { SERVER } from '../ids.ts'
import { type Choice, type Draft, draft, instructorsIn, type Table } from './draft.ts'

/** What happens to single people: seats, absences, help, being set aside. */
export function peopleSteps(table: Table): readonly Choice[] {
  const { state, dice, unrest, progress } = table
  const { people, round } = state
  const anyone = () => dice.pick(people)?.id
  const instructor = () => dice.pick(instructorsIn(state))
  const unseated = people.filter(person => person.standing === 'present' && person.room === null)
  const aside = people.filter(person => person.standing === 'set-aside')
  const taken = people.filter(({ standing, into }) => standing !== 'present' && into === undefined)
  const open = round?.rooms.filter(room => room.phase.name !== 'done') ?? []
  const seated = open.flatMap(room => sitting(room.seats))
  const away = open.flatMap(room => room.away)
  const held = open.some(({ phase }) => 'held' in phase)
  const seating = (): Draft | undefined => {
    const by = instructor()
    const person = dice.percent(75) ? (dice.pick(unseated)?.id ?? anyone()) : anyone()
    const room = dice.percent(60) ? dice.pick(open)?.id : undefined
    const seat = dice.percent(50) ? dice.pick(['customer', 'officer', 'observer'] as const) : undefined
    if (by === undefined || person === undefined) return undefined
    return draft('SeatPerson', by, {
      person,
      ...(room !== undefined && { room }),
      ...(seat !== undefined && { seat }),
    })
  }
  const about = (make: (by: string, person: string) => Draft) => () => {
    const by = instructor()
    const person = anyone()
    return by === undefined || person === undefined ? undefined : make(by, person)
  }
  const own = (make: (person: string) => Draft) => () => {
    const person = anyone()
    return person === undefined ? undefined : make(person)
  }
  return [
    [open.length === 0 ? 0.1 : unseated.length > 1 ? 1.5 : 0.5 * unrest, seating],
    [
      open.length > 0 ? unrest : 0.05,
      about((by, a) => draft('SwapSeats', by, { a: dice.pick(seated) ?? a, b: dice.pick(seated) ?? a })),
    ],
    [0.5 * unrest, about((by, person) => draft('SetAside', by, { person }))],
    [
      aside.length > 0 ? 3 : 0.1,
      about((by, person) =>
        draft('BringBack', by, { person: dice.pick(dice.percent(70) ? aside : taken)?.id ?? person }),
      ),
    ],
    [0.3 * unrest, about((by, person) => draft('RemovePerson', by, { person, block: dice.percent(30) }))],
    [
      0.4 * unrest,
      about((by, from) =>
        draft('MergePeople', by, { from, into: dice.pick(unseated)?.id ?? anyone() ?? from }),
      ),
    ],
    [
      state.lastMerge === undefined ? 0.02 : 4,
      about((by, person) => draft('UndoMerge', by, { person: state.lastMerge?.from ?? person })),
    ],
    [
      0.4,
      about((by, person) => draft('HoldOnPaper', dice.oneOf(by, person), { person, on: dice.percent(60) })),
    ],
    [unrest, () => namedByServer('NoteAway', dice.pick(seated) ?? anyone())],
    [held ? 8 : away.length > 0 ? 2.5 : 0.1, () => namedByServer('NoteBack', dice.pick(away) ?? anyone())],
    [0.2, () => namedByServer('NamePerson', anyone())],
    [0.5, own(person => draft('SetReading', person, { factor: dice.oneOf(1, 1.5, 2) }))],
    [0.6, own(person => draft('CallHelp', person, {}))],
    [progress > 0.7 ? 1.5 : 0.1, own(person => draft('TakeAlong', person, takeAlong(table)))],
    [state.round === null ? 0 : 2.5, () => sharing(table)],
    [
      state.help.length > 0 ? 1 : 0.1,
      about((by, person) => draft('EndHelp', by, { person: state.help[0]?.person ?? person })),
    ],
  ]
}

const takeAlong = ({ dice, write }: Table) => ({
  keep: dice.percent(80) ? write() : '',
  tryOut: write(),
  note: dice.percent(50) ? write() : '',
  shared: dice.percent(60),
})

/** Mostly own words of an open debrief, of any round; sometimes anybody's, and now and then they are taken back. */
function sharing({ state, dice }: Table): Draft | undefined {
  const { round, pastRounds, people, worked } = state
  const known = dice.percent(20) ? dice.pick(Object.values(worked.shared)) : undefined
  if (known !== undefined) {
    const { scene, said, by } = known
    return draft('ShareLine', dice.pick(by) ?? 'p1', { scene, said, on: dice.percent(40) })
  }
  const rooms = [...pastRounds, ...(round === null ? [] : [round])].flatMap(each => each.rooms)
  const room = dice.pick(rooms.filter(({ revealed }) => revealed || dice.percent(10)))
  const scene = dice.pick(room?.scenes ?? [])
  if (room === undefined || scene === undefined) return undefined
  const moment = dice.pick(scene.moments.filter(({ words }) => words !== undefined))
  const line = dice.pick(scene.lines.toArray().filter(({ seat }) => seat === 'officer' || dice.percent(10)))
  const [said, owner] =
    moment !== undefined && dice.percent(60)
      ? [moment.id, dice.oneOf(moment.by, castOf(room).officer ?? moment.by)]
      : [line?.n ?? 1, line?.by]
  const person = dice.percent(90) ? owner : dice.pick(people)?.id
  return person === undefined ? undefined : draft('ShareLine', person, { scene: scene.id, said, on: true })
}

const namedByServer = (type: 'NoteAway' | 'NoteBack' | 'NamePerson', person: string | undefined) =>
  person === undefined ? undefined : draft(type, SERVER, { person })

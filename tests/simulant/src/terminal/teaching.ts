import type { ConsoleView, WireCommandType, WireShapes } from '@evenkeel/classroom'
import type { Simulant } from '../simulant.ts'
import type { Console } from './console.ts'
import { type Row, row } from './row.ts'

export type Lesson =
  | 'plan'
  | 'start'
  | 'next'
  | 'rooms'
  | 'people'
  | 'end'
  | 'close'
  | 'quit'
  | 'what'
  | 'nothing'

const WORDS = ['plan', 'start', 'next', 'rooms', 'people', 'end', 'close', 'quit'] as const

/** Reads what an instructor typed; anything unknown shows what there is. A slash before it is fine. */
export function readLesson(line: string): Lesson {
  const word = line.trim().replace(/^\//, '').toLowerCase()
  return word === '' ? 'nothing' : (WORDS.find(known => known === word) ?? 'what')
}

/** Who is there, and what each room is doing. */
export function classOverview(view: ConsoleView, names: ReadonlyMap<string, string>): Row[] {
  const nameOf = (person: string) => names.get(person) ?? person
  const present = Object.entries(view.people).filter(
    ([, { role, standing }]) => role === 'trainee' && standing === 'present',
  )
  const help = present.filter(([, person]) => person.help !== null).map(([id]) => nameOf(id))
  return [
    row(`${view.class.title}: ${present.length} people. ${stepOf(view)}`, 'title'),
    row(`  ${present.map(([id]) => nameOf(id)).join(', ') || 'Nobody has joined yet.'}`),
    ...(help.length === 0 ? [] : [row(`  Calls for help: ${help.join(', ')}`, 'warning')]),
  ]
}

export function roomRows(view: ConsoleView, names: ReadonlyMap<string, string>): Row[] {
  const nameOf = (person: string | null) => (person === null ? 'nobody' : (names.get(person) ?? person))
  const rows = Object.values(view.rooms).map(({ spot, phase, seats, title }) => {
    const observers = seats.observers.map(nameOf).join(', ')
    const cast = `${nameOf(seats.customer)} → ${nameOf(seats.officer)}${observers && `, watched by ${observers}`}`
    return row(`  Spot ${spot}  ${phase.name.padEnd(9)} ${cast}  “${title}”`)
  })
  return rows.length === 0 ? [row('  No round yet. plan, then start.')] : rows
}

function stepOf({ round, plan }: ConsoleView): string {
  if (round !== null) return `Round ${round.number}, ${round.step}.`
  return plan === null ? 'No plan yet.' : 'A round is planned.'
}

/** Runs a class by hand: `plan`, `start`, `next` … until `quit` or the end of the input. */
export async function teach(
  device: Simulant,
  console: Console,
  read: (line: string) => Lesson,
): Promise<void> {
  let told = ''
  device.watch(it => {
    const view = it.console
    if (view === undefined) return
    const rows = [...classOverview(view, it.names), ...roomRows(view, it.names)]
    const now = rows.map(({ text }) => text).join('\n')
    if (now !== told) console.print(rows)
    told = now
  })
  const give = async <T extends WireCommandType>(type: T, data: WireShapes[T]) => {
    const answer = await device.act(type, data)
    if (!answer.ok) console.print([row(`  Not done: ${answer.say}`, 'warning')])
  }
  await console.eachLine(async line => {
    const view = device.console
    const lesson = read(line)
    if (view === undefined || lesson === 'nothing') return true
    const { round } = view
    switch (lesson) {
      case 'plan':
        await give('PlanRound', {})
        break
      case 'start':
        await give('StartRound', { round: (round?.number ?? 0) + 1 })
        break
      case 'next':
        if (round?.next) await give('Next', { round: round.number, to: round.next })
        else console.print([row('  This round is over: plan the next one.', 'next')])
        break
      case 'end':
        if (round !== null) await give('Next', { round: round.number, to: 'done' })
        break
      case 'close':
        await give('CloseClass', {})
        break
      case 'rooms':
        console.print(roomRows(view, device.names))
        break
      case 'people':
        console.print(classOverview(view, device.names))
        break
      case 'quit':
        return false
      case 'what':
        console.print([row(`  You can type: ${WORDS.join(', ')}.`, 'next')])
    }
    return true
  })
}

import type { PersonView } from '@evenkeel/classroom'
import type { Simulant } from '../simulant.ts'
import { compose } from './compose.ts'
import type { Console } from './console.ts'
import { news } from './news.ts'
import { ownDebrief } from './own-debrief.ts'
import { row } from './row.ts'
import { readTyped } from './typed.ts'

/** One person at a terminal in their seat: prints what is new, sends what is typed, until they leave. */
export async function sit(device: Simulant, console: Console): Promise<void> {
  const shown = watch(device, console)
  await device.until(({ seat, refused }) => seat ?? refused)
  await console.eachLine(async line => {
    const view = shown.view()
    if (view === undefined) {
      console.print([row('One moment: your seat is on its way.', 'warning')])
      return true
    }
    const composed = compose(readTyped(line), view)
    if ('quit' in composed) return false
    if ('show' in composed) {
      console.print(composed.show)
      return true
    }
    const answer = await device.act(composed.send.type, composed.send.data)
    if (!answer.ok) console.print([row(`  Not done: ${answer.say}`, 'warning')])
    return true
  })
}

/** Prints each change of the view and of the connection. */
function watch(device: Simulant, console: Console): { view: () => PersonView | undefined } {
  let before: PersonView | undefined
  let lost = false
  device.socket.on('disconnect', () => {
    lost = true
    console.print([
      row('  The connection is lost. Trying again; what you type is kept and sent once.', 'warning'),
    ])
  })
  device.socket.on('connect', () => {
    if (lost) console.print([row('  You are connected again.', 'quiet')])
    lost = false
  })
  const nameOf = (person: string) => device.names.get(person) ?? person
  device.watch(({ seat }) => {
    if (seat === undefined || seat === before) return
    // Names come right after the seat that they belong to.
    if (!namesAreHere(seat, device.names)) return
    console.print(news(before, seat, nameOf))
    if (seat.room?.revealed === true && (before?.room?.revealed !== true || endedRetake(before, seat))) {
      console.printPlain(ownDebrief(seat, Object.fromEntries(device.names), console.width))
    }
    before = seat
  })
  return { view: () => device.seat }
}

function namesAreHere({ room }: PersonView, names: ReadonlyMap<string, string>): boolean {
  if (room === null) return true
  const { customer, officer, observers } = room.seats
  return [customer, officer, ...observers].every(person => person === null || names.has(person))
}

const endedRetake = (before: PersonView, after: PersonView): boolean =>
  before.room?.phase.name === 'retake' && after.room?.phase.name === 'debrief'

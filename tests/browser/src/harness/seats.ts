import type { RoomId } from '@evenkeel/classroom'
import type { Simulant } from '@evenkeel/simulant'
import type { Person } from './person.ts'

export interface Triad {
  readonly customer: Person
  readonly officer: Person
  readonly observer: Person
}

/** Starts the next round and says who was seated where in its first room. */
export async function seatTriad(instructor: Simulant, people: readonly Person[]): Promise<Triad> {
  await instructor.until(({ console }) => Object.keys(console?.people ?? {}).length >= people.length)
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round: 1 })
  const seats = await instructor.until(({ console }) => console?.rooms['r1-1' as RoomId]?.seats)
  const called = (id: string | null | undefined): Person => {
    const found = people.find(({ name }) => name === instructor.names.get(id ?? ''))
    if (found === undefined) throw new Error(`nobody here is ${id}`)
    return found
  }
  return {
    customer: called(seats.customer),
    officer: called(seats.officer),
    observer: called(seats.observers[0]),
  }
}

/** How an instructor's commands for a room are addressed. */
export function instructorsPlace(instructor: Simulant, room = 'r1-1') {
  const row = instructor.console?.rooms[room as RoomId]
  if (row === undefined) throw new Error(`there is no room ${room}`)
  return { room, scene: row.scene, seat: 'instructor' } as const
}

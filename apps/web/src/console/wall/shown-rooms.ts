import type { Attention, ConsoleView, RoomRow, WallCell } from '@evenkeel/classroom/view'
import { attention, byUrgency } from '@evenkeel/classroom/view'

export type Needs = Readonly<Record<string, Attention>>

/** Why each room that needs somebody does. */
export function needsOf(
  view: Pick<ConsoleView, 'class'>,
  wall: Readonly<Record<string, WallCell>>,
  now: number,
): Needs {
  const { settings } = view.class
  return Object.fromEntries(
    Object.entries(wall).flatMap(([id, cell]) => {
      const need = attention(cell, now, settings)
      return need === undefined ? [] : [[id, need]]
    }),
  )
}

/** Rooms that need somebody first, the most urgent before; then by spot. */
export function orderOf(rooms: Readonly<Record<string, RoomRow>>, needs: Needs): readonly string[] {
  return Object.entries(rooms)
    .sort(([a, one], [b, other]) => byUrgency(needs[a], needs[b]) || one.spot - other.spot)
    .map(([id]) => id)
}

export type Show = 'all' | 'needing' | 'playing'

const PLAYING: readonly string[] = ['scene', 'time-out', 'wrap-up', 'retake']

/** Whether a tile is wanted: by what is shown, and by a part of a name, a card's title or a spot's number. */
export function isShown(
  row: RoomRow,
  needed: boolean,
  show: Show,
  search: string,
  nameOf: (person: string) => string,
): boolean {
  if (show === 'needing' && !needed) return false
  if (show === 'playing' && !PLAYING.includes(row.phase.name)) return false
  const wanted = search.trim().toLocaleLowerCase()
  if (wanted === '') return true
  const { customer, officer, observers } = row.seats
  const people = [customer, officer, ...observers].flatMap(id => (id === null ? [] : [nameOf(id)]))
  return (
    String(row.spot) === wanted ||
    [row.title, ...people].some(text => text.toLocaleLowerCase().includes(wanted))
  )
}

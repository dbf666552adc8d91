import type { ConsoleView } from '@evenkeel/classroom/view'

type Rooms = ConsoleView['rooms']

/** The room of this round at a spot. Spots stay from round to round, rooms do not. */
export const roomAtSpot = (rooms: Rooms, spot: number): string | undefined =>
  Object.entries(rooms).find(([, row]) => row.spot === spot)?.[0]

/** The same for what is known by spot. */
export const byRoom = <T>(rooms: Rooms, bySpot: Readonly<Record<number, T>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(rooms).flatMap(([id, { spot }]) => {
      const known = bySpot[spot]
      return known === undefined ? [] : [[id, known]]
    }),
  )

export const spotsOf = (rooms: Rooms): readonly number[] =>
  Object.values(rooms)
    .map(({ spot }) => spot)
    .sort((a, b) => a - b)

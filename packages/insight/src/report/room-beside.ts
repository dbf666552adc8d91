import { calibrateMarks } from '../agreement/calibration.ts'
import type { PlayedScene } from '../played-scene.ts'
import { type Marked, marked } from './beside-moments.ts'
import { type Evidence, evidence } from './evidence.ts'

/** One mark of an instructor, and how many of the room marked the same thing: with the same mark, or with the other. */
export interface RoomMoment {
  /** ms of played time. */
  readonly offset: number
  readonly instructor: Marked
  readonly same: number
  readonly other: number
}

/** A fishbowl's whole room beside the instructors who marked it too. */
export interface RoomBeside {
  readonly where: Evidence
  /** Of the room, those who marked anything. */
  readonly people: number
  /** In the order in which they happened. */
  readonly moments: readonly RoomMoment[]
  /** Marks of the room about what no instructor marked. */
  readonly onlyRoom: number
}

/** Each person's marks meet the instructors' for themselves (as in `calibrate`), so that nobody takes another's place. */
export function roomBeside(scenes: readonly PlayedScene[]): RoomBeside[] {
  return scenes.flatMap(scene => {
    const theirs = scene.moments.filter(each => each.as === 'instructor')
    const room = scene.moments.filter(each => each.as === 'observer')
    if (scene.roundKind !== 'fishbowl' || theirs.length === 0 || room.length === 0) return []
    const people = [...new Set(room.map(each => each.by))]
    const each = people.map(person =>
      calibrateMarks(
        room.filter(({ by }) => by === person),
        theirs,
      ),
    )
    const met = each.flatMap(one => one.met)
    return [
      {
        where: evidence(scene),
        people: people.length,
        moments: theirs
          .toSorted((a, b) => a.offset - b.offset)
          .map(moment => {
            const about = met.filter(one => one.theirs === moment)
            const same = about.filter(one => one.agree).length
            return { offset: moment.offset, instructor: marked(moment), same, other: about.length - same }
          }),
        onlyRoom: each.reduce((sum, one) => sum + one.onlyMine.length, 0),
      },
    ]
  })
}

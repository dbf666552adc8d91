import type { Moment, PersonId } from '@evenkeel/classroom'
import type { PlayedScene } from '../played-scene.ts'

/** Two marks this far apart, in ms of played time, may mean the same thing: people tap some seconds after they hear. */
export const SAME_WITHIN = 10_000

/** A mark of each about the same thing. `apart`: ms between the taps; `agree`: both helped, or both hurt. */
export interface Met {
  readonly mine: Moment
  readonly theirs: Moment
  readonly apart: number
  readonly agree: boolean
  /** Both gave it the same behaviour's name; null where one of them gave none. */
  readonly sameName: boolean | null
}

/** An observer's marks beside somebody else's on the same scene, moment by moment. */
export interface Calibration {
  readonly met: readonly Met[]
  /** What only this one marked, and what only the other did, in the order in which they happened. */
  readonly onlyMine: readonly Moment[]
  readonly onlyTheirs: readonly Moment[]
}

/**
 * Pairs the marks of two people, each mark at most once, nearest first: marks at the same line meet whatever the time;
 * others within 10 s. Among equally near pairs those with the same mark go first. Undone marks are not in a scene.
 */
export function calibrate(scene: PlayedScene, mine: PersonId, theirs: PersonId): Calibration {
  const of = (person: PersonId) => scene.moments.filter(each => each.by === person && each.as !== 'customer')
  return calibrateMarks(of(mine), of(theirs))
}

/** As `calibrate`, for any two lists of marks: a fishbowl's whole room against the instructor, for instance. */
export function calibrateMarks(mine: readonly Moment[], theirs: readonly Moment[]): Calibration {
  const candidates = mine.flatMap(a => theirs.filter(b => mayMeet(a, b)).map(b => met(a, b))).sort(byNearness)
  const taken = new Set<Moment>()
  const pairs = candidates.filter(({ mine: a, theirs: b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
  const left = (moments: readonly Moment[]) => moments.filter(each => !taken.has(each)).toSorted(inTime)
  return {
    met: pairs.sort((a, b) => inTime(a.mine, b.mine)),
    onlyMine: left(mine),
    onlyTheirs: left(theirs),
  }
}

const sameLine = (a: Moment, b: Moment) => a.line !== undefined && a.line === b.line

function mayMeet(a: Moment, b: Moment): boolean {
  if (a.line !== undefined && b.line !== undefined) return a.line === b.line
  return Math.abs(a.offset - b.offset) <= SAME_WITHIN
}

function met(mine: Moment, theirs: Moment): Met {
  const named = mine.behaviour !== undefined && theirs.behaviour !== undefined
  return {
    mine,
    theirs,
    apart: Math.abs(mine.offset - theirs.offset),
    agree: mine.mark === theirs.mark,
    sameName: named ? mine.behaviour === theirs.behaviour : null,
  }
}

/** Pairs at one line first, then by time apart, then those that agree; then in an order that does not depend on whose is whose. */
function byNearness(a: Met, b: Met): number {
  return (
    Number(sameLine(b.mine, b.theirs)) - Number(sameLine(a.mine, a.theirs)) ||
    a.apart - b.apart ||
    Number(b.agree) - Number(a.agree) ||
    inTime(earlier(a), earlier(b)) ||
    inTime(later(a), later(b))
  )
}

const earlier = ({ mine, theirs }: Met): Moment => (inTime(mine, theirs) <= 0 ? mine : theirs)
const later = ({ mine, theirs }: Met): Moment => (inTime(mine, theirs) <= 0 ? theirs : mine)

/** Ids of one scene are `m1`, `m2` … and never the same twice. */
function inTime(a: Moment, b: Moment): number {
  return a.offset - b.offset || a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

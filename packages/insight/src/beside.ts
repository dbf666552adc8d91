import type { Line } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import type { Told } from './played-scene.ts'
import { type Segment, shownSegments } from './segments.ts'
import { levelAt } from './timeline.ts'

/** One try from a fork on. Offsets count from the fork, in ms. */
export interface Try {
  readonly segments: readonly Segment[]
  readonly lines: readonly Line[]
  /** Null without a curve. */
  readonly ended: Temperature | null
  readonly played: number
}

/** The same stretch twice: as it went first, and as it went in the retake. */
export interface Beside {
  /** Offset in the first scene, ms. */
  readonly fork: number
  readonly from: Temperature | null
  readonly first: Try
  readonly again: Try
  /** Steps by which the retake ended cooler; negative: hotter. Null where one of them has no curve. */
  readonly cooler: number | null
}

/**
 * A retake beside the stretch of the scene that it tries again. The first one is cut to the length of the retake, so that
 * two minutes are compared with two minutes.
 */
export function besideFirst(scene: Told, retake: Told, fork: number): Beside {
  const at = Math.min(Math.max(0, fork), scene.played)
  const end = Math.min(scene.played, at + retake.played)
  const first: Try = {
    segments: shownSegments(scene)
      .filter(({ from, to }) => to > at && from < end)
      .map(each => ({ ...each, from: Math.max(0, each.from - at), to: Math.min(end, each.to) - at })),
    lines: scene.lines
      .filter(({ offset }) => offset >= at && offset <= end)
      .map(line => ({ ...line, offset: line.offset - at })),
    ended: levelAtOr(scene, end),
    played: end - at,
  }
  const again: Try = {
    segments: shownSegments(retake),
    lines: retake.lines,
    ended: levelAtOr(retake, retake.played),
    played: retake.played,
  }
  const cooler = first.ended === null || again.ended === null ? null : first.ended - again.ended
  return { fork: at, from: levelAtOr(scene, at), first, again, cooler }
}

const levelAtOr = (scene: Told, offset: number): Temperature | null =>
  levelAt(scene.corrected ?? scene.curve ?? [], offset) ?? levelAt(scene.curve ?? [], offset) ?? null

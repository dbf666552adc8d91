import type { PersonId } from '@evenkeel/classroom'
import { type BehaviourId, type ItemId, pitfallIds, techniqueIds } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import { shownPoints } from '../segments.ts'
import { type Evidence, evidence } from './evidence.ts'
import type { ItemReport } from './item-report.ts'
import type { MomentReport } from './moment-report.ts'
import type { RolesPlayed } from './roles-played.ts'

/** One thing that an instructor may take into the next class, with the scenes behind it. The screen has the sentence. */
export type Finding =
  /** The item with the lowest mean. */
  | { kind: 'weakest-item'; item: ItemId; mean: number; n: number; where: readonly Evidence[] }
  /** The pitfall that was marked in the most scenes. */
  | {
      kind: 'pitfall'
      behaviour: BehaviourId
      marks: number
      scenes: number
      of: number
      where: readonly Evidence[]
    }
  /** Techniques that nobody marked in any scene. */
  | { kind: 'never-seen'; behaviours: readonly BehaviourId[]; of: number }
  /** Mean of the last round against the first. */
  | {
      kind: 'better' | 'worse'
      item: ItemId
      from: number
      to: number
      n: number
      where: readonly Evidence[]
    }
  /** Scenes that ended hotter than they began. */
  | { kind: 'ended-hotter'; scenes: number; of: number; where: readonly Evidence[] }
  | { kind: 'never-officer'; people: readonly PersonId[] }

/** A mean below this asks for work: halfway between the anchors at 3 and 4. */
export const WEAK_BELOW = 3.5
/** Fewer scores than this say nothing about a class. */
export const ENOUGH_SCORES = 3
/** A change between rounds that is smaller than half a point is noise. */
export const CHANGE_FROM = 0.5

export interface TeachNextParts {
  readonly scenes: readonly PlayedScene[]
  readonly items: readonly ItemReport[]
  readonly moments: readonly MomentReport[]
  readonly roles: readonly RolesPlayed[]
}

/** What stood out, most useful first; empty if nothing did. */
export function teachNext({ scenes, items, moments, roles }: TeachNextParts): Finding[] {
  const played = scenes.filter(scene => scene.roundKind === 'pairing' && scene.fork === null)
  return [
    ...weakest(items),
    ...worstPitfall(moments, played.length),
    ...endedHotter(played),
    ...neverSeen(moments, played.length),
    ...changes(items),
    ...neverOfficer(roles),
  ]
}

function weakest(items: readonly ItemReport[]): Finding[] {
  const weak = items.flatMap(({ item, all, low, where }) =>
    all.mean !== null && all.n >= ENOUGH_SCORES && all.mean < WEAK_BELOW
      ? [
          {
            kind: 'weakest-item' as const,
            item,
            mean: all.mean,
            n: all.n,
            where: low.length > 0 ? low : where,
          },
        ]
      : [],
  )
  return weak.toSorted((a, b) => a.mean - b.mean).slice(0, 1)
}

const pitfalls: ReadonlySet<BehaviourId> = new Set(pitfallIds)

function worstPitfall(moments: readonly MomentReport[], of: number): Finding[] {
  return moments
    .filter(each => pitfalls.has(each.behaviour))
    .toSorted((a, b) => b.scenes - a.scenes || b.marks - a.marks)
    .slice(0, 1)
    .map(({ behaviour, marks, scenes, where }) => ({ kind: 'pitfall', behaviour, marks, scenes, of, where }))
}

/** Only where the customer moved the temperature at all: an untouched curve says nothing. */
function endedHotter(played: readonly PlayedScene[]): Finding[] {
  const moved = played.filter(scene => shownPoints(scene).length > 1)
  const hotter = moved.filter(scene => {
    const points = shownPoints(scene)
    return (points.at(-1)?.level ?? 0) > (points[0]?.level ?? 0)
  })
  if (hotter.length === 0) return []
  return [
    {
      kind: 'ended-hotter',
      scenes: hotter.length,
      of: moved.length,
      where: hotter.map(scene => evidence(scene, scene.played)),
    },
  ]
}

/** Silence about a technique means something only where observers marked enough to have seen it. */
function neverSeen(moments: readonly MomentReport[], of: number): Finding[] {
  const marked = new Set(moments.map(each => each.behaviour))
  if (of < ENOUGH_SCORES || !techniqueIds.some(id => marked.has(id))) return []
  const behaviours = techniqueIds.filter(id => !marked.has(id))
  return behaviours.length === 0 ? [] : [{ kind: 'never-seen', behaviours, of }]
}

function changes(items: readonly ItemReport[]): Finding[] {
  const moved = items.flatMap(({ item, first, last }): (Finding & { by: number })[] => {
    if (first === null || last === null || first.mean === null || last.mean === null) return []
    const by = last.mean - first.mean
    const n = Math.min(first.n, last.n)
    if (Math.abs(by) < CHANGE_FROM || n < ENOUGH_SCORES) return []
    const where = [...first.where, ...last.where]
    return [{ kind: by > 0 ? 'better' : 'worse', item, from: first.mean, to: last.mean, n, where, by }]
  })
  const largest = (list: typeof moved) => list.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by)).slice(0, 1)
  return [...largest(moved.filter(each => each.by < 0)), ...largest(moved.filter(each => each.by > 0))].map(
    ({ by: _, ...finding }) => finding,
  )
}

function neverOfficer(roles: readonly RolesPlayed[]): Finding[] {
  const people = roles.filter(each => each.officer === 0).map(each => each.person)
  return people.length === 0 || people.length === roles.length ? [] : [{ kind: 'never-officer', people }]
}

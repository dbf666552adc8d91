import type { ItemId } from '@evenkeel/playbook'
import { itemIds } from '@evenkeel/playbook'
import { outsideRatings } from '../agreement/raters-of.ts'
import type { PlayedScene } from '../played-scene.ts'
import { answerTo } from '../scores.ts'
import { type Evidence, evidence } from './evidence.ts'
import { type Spread, spreadOf } from './spread.ts'

/** How a class did on one item, by observers and instructors. */
export interface ItemReport {
  readonly item: ItemId
  readonly all: Spread
  /** The first and the last pairing round in which the item was scored; both null with fewer than two such rounds. */
  readonly first: RoundSpread | null
  readonly last: RoundSpread | null
  /** Every scene in which it was scored, each once. */
  readonly where: readonly Evidence[]
  /** Scored 1 or 2, lowest first. */
  readonly low: readonly Evidence[]
}

export type RoundSpread = Spread & { readonly round: number; readonly where: readonly Evidence[] }

interface Scored {
  readonly scene: PlayedScene
  readonly score: number
}

const LOW = 2

/** Every item that somebody scored, in the order of the rubric. A fishbowl is a demonstration and is left out. */
export function itemReports(scenes: readonly PlayedScene[]): ItemReport[] {
  const counted = scenes.filter(scene => scene.roundKind === 'pairing')
  return itemIds.flatMap(item => {
    const scored = counted.flatMap(scene => scoresIn(scene, item))
    if (scored.length === 0) return []
    const rounds = [...new Set(scored.map(({ scene }) => scene.round))].sort((a, b) => a - b)
    const [first, last] = [rounds[0], rounds.at(-1)]
    const change = first !== undefined && last !== undefined && first !== last
    return [
      {
        item,
        all: spreadOf(scored.map(each => each.score)),
        first: change ? roundSpread(scored, first) : null,
        last: change ? roundSpread(scored, last) : null,
        where: scenesOf(scored),
        low: scenesOf(scored.filter(({ score }) => score <= LOW).toSorted((a, b) => a.score - b.score)),
      },
    ]
  })
}

function scoresIn(scene: PlayedScene, item: ItemId): Scored[] {
  return outsideRatings(scene).flatMap(rating => {
    const score = answerTo(rating, item)
    return typeof score === 'number' ? [{ scene, score }] : []
  })
}

function roundSpread(scored: readonly Scored[], round: number): RoundSpread {
  const within = scored.filter(({ scene }) => scene.round === round)
  return { round, ...spreadOf(within.map(each => each.score)), where: scenesOf(within) }
}

/** Each scene once. */
const scenesOf = (scored: readonly Scored[]): Evidence[] =>
  [...new Set(scored.map(({ scene }) => scene))].map(scene => evidence(scene))

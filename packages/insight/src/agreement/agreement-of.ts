import type { PersonId } from '@evenkeel/classroom'
import { type BehaviourId, behaviourIds, type ItemId, itemIds } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import { cohenKappa, gwet, percentAgreement } from './chance-corrected.ts'
import type { Figure } from './figure.ts'
import { type IccResult, icc } from './icc.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { itemTable, momentTable, outsideRatings, ratersOf, totalTable, watchersOf } from './raters-of.ts'
import { given, type ScoreTable, shared } from './score-table.ts'
import { quadratic } from './weights.ts'

/** The scale of the rubric: a score that nobody gave is still a score that could have been given. */
const SCALE = [1, 2, 3, 4, 5] as const

export interface ItemAgreement {
  readonly item: ItemId
  /** The share of pairs of scores that are the same. */
  readonly same: Figure
  /** Krippendorff's alpha, ordinal: raters may vary from scene to scene. */
  readonly alpha: Figure
}

export interface MomentAgreement {
  readonly behaviour: BehaviourId
  readonly same: Figure
  /** Gwet's AC1: a behaviour that is rarely seen makes kappa and alpha fall for no fault of the raters. */
  readonly ac1: Figure
}

/** Two people who rated the same scenes. */
export interface PairAgreement {
  readonly raters: readonly [PersonId, PersonId]
  /** Scenes that both rated. */
  readonly scenes: number
  /** Cohen's kappa with quadratic weights, for items that both scored in at least one scene. */
  readonly items: readonly { readonly item: ItemId; readonly kappa: Figure }[]
  /** Of the mean over the items that both scored in every one of these scenes. */
  readonly total: { readonly items: readonly ItemId[]; readonly icc: IccResult }
}

export interface Agreement {
  /** In the order of the rubric; only items that two people scored in one scene. */
  readonly items: readonly ItemAgreement[]
  /** Only behaviours that somebody marked in a scene that two people watched. */
  readonly moments: readonly MomentAgreement[]
  /** Most shared scenes first. */
  readonly pairs: readonly PairAgreement[]
}

/** How far observers and instructors agree on the same scenes. Retakes have no ratings; their marks count. */
export function agreementOf(scenes: readonly PlayedScene[]): Agreement {
  const raters = ratersOf(scenes)
  const watchers = [...new Set(scenes.flatMap(watchersOf))]
  return {
    items: itemIds.flatMap(item => {
      const table = itemTable(scenes, raters, item)
      return shared(table).length === 0 ? [] : [{ item, ...overall(table) }]
    }),
    moments: behaviourIds.flatMap(behaviour => {
      const table = momentTable(scenes, watchers, behaviour)
      const seen = shared(table).some(row => given(row).includes(1))
      return seen ? [{ behaviour, ...rare(table) }] : []
    }),
    pairs: pairsOf(raters)
      .flatMap(pair => pairAgreement(scenes, pair))
      .sort((a, b) => b.scenes - a.scenes),
  }
}

const overall = (table: ScoreTable) => ({
  same: percentAgreement(table, { categories: SCALE }),
  alpha: krippendorffAlpha(table, 'ordinal'),
})

const rare = (table: ScoreTable) => ({
  same: percentAgreement(table, { categories: [0, 1] }),
  ac1: gwet(table, { categories: [0, 1] }),
})

const pairsOf = (raters: readonly PersonId[]) =>
  raters.flatMap((first, index) => raters.slice(index + 1).map(second => [first, second] as const))

function pairAgreement(
  scenes: readonly PlayedScene[],
  raters: readonly [PersonId, PersonId],
): PairAgreement[] {
  const both = scenes.filter(scene => {
    const outside = outsideRatings(scene)
    return raters.every(person => outside.some(each => each.by === person))
  })
  if (both.length === 0) return []
  const tables = itemIds.map(item => ({ item, table: itemTable(both, raters, item) }))
  const complete = tables
    .filter(({ table }) => table.every(row => !row.includes(null)))
    .map(each => each.item)
  return [
    {
      raters,
      scenes: both.length,
      items: tables
        .filter(({ table }) => shared(table).length > 0)
        .map(({ item, table }) => ({
          item,
          kappa: cohenKappa(table, { categories: SCALE, weight: quadratic }),
        })),
      total: { items: complete, icc: icc(complete.length === 0 ? [] : totalTable(both, raters, complete)) },
    },
  ]
}

import type { PersonId } from '@evenkeel/classroom'
import { type BehaviourId, behaviourIds, type ItemId, itemIds } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import { gwet, percentAgreement } from './chance-corrected.ts'
import type { Figure } from './figure.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { figuresInTotal, figuresOf, overScenes, type PairFigures, SCALE } from './pair-figures.ts'
import { itemTable, momentTable, outsideRatings, ratersOf, totalTable, watchersOf } from './raters-of.ts'
import { given, type ScoreTable, shared } from './score-table.ts'

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
  /** Items that both scored in at least one scene. */
  readonly items: readonly (PairFigures & { readonly item: ItemId })[]
  /** `items`: those that both scored in every one of these scenes, whose mean ICC compares. */
  readonly total: PairFigures & { readonly items: readonly ItemId[] }
}

export interface Agreement {
  /** In the order of the rubric; only items that two people scored in one scene. */
  readonly items: readonly ItemAgreement[]
  /** Of all of them together. */
  readonly total: Omit<ItemAgreement, 'item'>
  /** Only behaviours that somebody marked in a scene that two people watched. */
  readonly moments: readonly MomentAgreement[]
  /** Most shared scenes first. */
  readonly pairs: readonly PairAgreement[]
}

/** How far observers and instructors agree on the same scenes. Retakes have no ratings; their marks count. */
export function agreementOf(scenes: readonly PlayedScene[]): Agreement {
  const raters = ratersOf(scenes)
  const watchers = [...new Set(scenes.flatMap(watchersOf))]
  const tables = itemIds
    .map(item => ({ item, table: itemTable(scenes, raters, item) }))
    .filter(({ table }) => shared(table).length > 0)
  return {
    items: tables.map(({ item, table }) => ({ item, ...overall(table) })),
    total: inTotal(
      tables.map(({ table }) => table),
      raters.length,
    ),
    moments: behaviourIds.flatMap(behaviour => {
      const table = momentTable(scenes, watchers, behaviour)
      const seen = shared(table).some(row => given(row).includes(1))
      return seen ? [{ behaviour, ...rare(table) }] : []
    }),
    pairs: pairsOf(scenes, raters)
      .map(pairAgreement)
      .sort((a, b) => b.scenes - a.scenes),
  }
}

const overall = (table: ScoreTable) => ({
  same: percentAgreement(table, { categories: SCALE }),
  alpha: krippendorffAlpha(table, 'ordinal'),
})

/** Neither figure asks who gave a score, so the rows need no column for each of sixty people. */
function inTotal(tables: readonly ScoreTable[], raters: number) {
  const { same, alpha } = overall(narrow(tables.flat().map(given)))
  const over = overScenes(tables, raters)
  return { same: over(same), alpha: over(alpha) }
}

function narrow(rows: readonly (readonly number[])[]): ScoreTable {
  const width = Math.max(0, ...rows.map(row => row.length))
  return rows.map(row => [...row, ...Array<null>(width - row.length).fill(null)])
}

const rare = (table: ScoreTable) => ({
  same: percentAgreement(table, { categories: [0, 1] }),
  ac1: gwet(table, { categories: [0, 1] }),
})

interface Pair {
  readonly raters: readonly [PersonId, PersonId]
  /** Scenes that both rated. */
  readonly both: PlayedScene[]
}

/** In the order of `raters`. Found scene by scene: of sixty people most pairs never rated the same one. */
function pairsOf(scenes: readonly PlayedScene[], raters: readonly PersonId[]): Pair[] {
  const place = new Map(raters.map((person, index) => [person, index]))
  const placeOf = (person: PersonId) => place.get(person) ?? 0
  const pairs = new Map<number, Pair>()
  for (const scene of scenes) {
    const by = [...new Set(outsideRatings(scene).map(rating => rating.by))]
    by.sort((a, b) => placeOf(a) - placeOf(b))
    for (const [index, first] of by.entries()) {
      for (const second of by.slice(index + 1)) {
        const key = placeOf(first) * raters.length + placeOf(second)
        const pair = pairs.get(key) ?? { raters: [first, second], both: [] }
        pairs.set(key, pair)
        pair.both.push(scene)
      }
    }
  }
  return [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair)
}

function pairAgreement({ raters, both }: Pair): PairAgreement {
  const tables = itemIds
    .map(item => ({ item, table: itemTable(both, raters, item) }))
    .filter(({ table }) => shared(table).length > 0)
  const complete = tables
    .filter(({ table }) => table.every(row => !row.includes(null)))
    .map(each => each.item)
  return {
    raters,
    scenes: both.length,
    items: tables.map(({ item, table }) => ({ item, ...figuresOf(table) })),
    total: {
      items: complete,
      ...figuresInTotal(
        tables.map(each => each.table),
        complete.length === 0 ? [] : totalTable(both, raters, complete),
      ),
    },
  }
}

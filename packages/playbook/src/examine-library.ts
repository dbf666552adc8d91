import { pitfallIds, type TechniqueId, techniqueIds } from './behaviours.ts'
import type { Card } from './card.ts'
import { examineCard } from './examine-card.ts'

/** What a whole playbook must have. Single cards are held to their own rules in examine-card.ts. */
export const libraryRules = {
  /** Cards of each difficulty among the thirty English encounters. */
  difficulties: { 1: 10, 2: 12, 3: 8 },
  encounters: 30,
  /** Calmers by each technique, over all cards. */
  calmers: 12,
  sites: 12,
  /** English cards that end well by stepping back, giving space or fetching help. They carry the tag. */
  stepsBack: 5,
  stepsBackTag: 'steps-back',
} as const

/** The source's own four; `took-over` is from research and may be missing. */
const sourcePitfalls = pitfallIds.filter(each => each !== 'took-over')

export type CardReport = { readonly id: string; readonly says: readonly string[] }

/** All that is wrong with a set of cards: card by card, and as a whole. */
export function examineLibrary(cards: readonly Card[]): {
  readonly cards: readonly CardReport[]
  readonly whole: readonly string[]
} {
  const reports = cards.map(card => ({
    id: card.id,
    says: examineCard(card, cards).findings.map(({ say }) => say),
  }))
  return { cards: reports.filter(({ says }) => says.length > 0), whole: wholeSays(cards) }
}

function wholeSays(cards: readonly Card[]): string[] {
  const english = cards.filter(card => card.language === 'en' && card.encounter !== undefined)
  const says: string[] = []
  const told = new Set(english.map(card => card.encounter))
  const missing = Array.from({ length: libraryRules.encounters }, (_, index) => index + 1).filter(
    n => !told.has(n),
  )
  if (missing.length > 0) says.push(`No English card tells encounter ${missing.join(', ')}.`)
  const languages = new Set(cards.map(card => card.language))
  for (const language of languages) {
    const seen = new Map<number, string>()
    for (const { encounter, id } of cards.filter(card => card.language === language)) {
      if (encounter === undefined) continue
      const other = seen.get(encounter)
      if (other !== undefined) says.push(`${id} and ${other} both tell encounter ${encounter}.`)
      seen.set(encounter, id)
    }
  }
  for (const [difficulty, wanted] of Object.entries(libraryRules.difficulties)) {
    const has = english.filter(card => String(card.difficulty) === difficulty).length
    if (has !== wanted)
      says.push(`${has} English encounters have difficulty ${difficulty}, and it should be ${wanted}.`)
  }
  for (const [technique, has] of calmersByTechnique(cards))
    if (has < libraryRules.calmers)
      says.push(
        `${technique} calms ${has} times over all cards, and it should be ${libraryRules.calmers} at least.`,
      )
  for (const pitfall of sourcePitfalls)
    if (!cards.some(card => card.customer.triggers.some(({ behaviour }) => behaviour === pitfall)))
      says.push(`No card has ${pitfall} as a trigger.`)
  const sites = new Set(english.map(card => card.site)).size
  if (sites < libraryRules.sites)
    says.push(
      `The English cards are set in ${sites} kinds of place, and it should be ${libraryRules.sites} at least.`,
    )
  const stepsBack = english.filter(card => card.tags.includes(libraryRules.stepsBackTag)).length
  if (stepsBack < libraryRules.stepsBack)
    says.push(
      `${stepsBack} English cards have the tag ${libraryRules.stepsBackTag} (they end well by stepping back, giving space or fetching help), and it should be ${libraryRules.stepsBack} at least.`,
    )
  return says
}

/** How often each technique occurs as a calmer. */
export function calmersByTechnique(cards: readonly Card[]): ReadonlyMap<TechniqueId, number> {
  const calmers = cards.flatMap(card => card.customer.calmers.map(({ behaviour }) => behaviour))
  return new Map(techniqueIds.map(id => [id, calmers.filter(each => each === id).length]))
}

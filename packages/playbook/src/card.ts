import { z } from 'zod'
import { pitfallIds, techniqueIds } from './behaviours.ts'
import { listOf, oneOf, text, wholeNumber } from './card-text.ts'
import { sites } from './sites.ts'
import { temperatureSchema } from './temperature.ts'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** Hard bounds on size. The much tighter reading limits (words, grade) are in reading.ts. */
const slug = (max: number) =>
  text(max).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens')
const line = text(240)
const paragraph = text(600)
const cue = text(300)
const facts = (noun: string) => listOf(line, 1, 6, noun)

/** A pitfall in this card's clothes: when the officer does it, the customer says this and goes one step up. */
export const triggerSchema = z.strictObject({ behaviour: oneOf(pitfallIds), when: line, say: line })

/** A technique in this card's clothes: when the officer does it, the customer softens like this. */
export const calmerSchema = z.strictObject({ behaviour: oneOf(techniqueIds), when: line, soften: line })

/** What both see before the scene. Never the need, never a fact that only the customer has. */
export const sharedSchema = z.strictObject({ where: line, when: line, happened: paragraph })

export const customerPartSchema = z.strictObject({
  who: paragraph,
  /** Word for word. */
  opening: line,
  startTemperature: temperatureSchema,
  demand: line,
  /** What would really help. Different from the demand, and for the officer to find. */
  need: line,
  volunteer: facts('facts'),
  ifAsked: facts('facts'),
  neverInvent: facts('things'),
  triggers: listOf(triggerSchema, 3, 3, 'triggers'),
  calmers: listOf(calmerSchema, 3, 3, 'calmers'),
  /** A sentence for "Stuck?", one for each band of the ladder. */
  stuck: z.strictObject({ settled: line, upset: line, furious: line }),
  endings: listOf(line, 2, 2, 'endings'),
  cue,
})

/** Somebody whom the officer may contact, and the answer that comes back, word for word. */
export const callSchema = z.strictObject({ who: text(80), answer: line })

export const officerPartSchema = z.strictObject({
  postOrders: listOf(line, 1, 6, 'post orders'),
  limits: listOf(line, 1, 4, 'limits'),
  knows: listOf(line, 1, 6, 'facts'),
  handledWell: paragraph,
  /** Something true of the officer that may be shared in one sentence, if it returns to the customer. */
  relate: line.optional(),
  calls: listOf(callSchema, 2, 2, 'calls'),
  cue,
})

export const twistSchema = z.strictObject({ to: oneOf(['customer', 'officer']), text: line })

export const cardSchema = z.strictObject({
  id: slug(60),
  version: wholeNumber(1, 100_000),
  title: text(80),
  /** Which of the thirty founding encounters this card tells; absent for cards that people add. */
  encounter: wholeNumber(1, 30).optional(),
  site: oneOf(sites),
  difficulty: z.literal([1, 2, 3], { error: 'must be 1, 2 or 3' }),
  /** Minutes of scene, not of the whole round. */
  minutes: wholeNumber(2, 20).default(6),
  language: oneOf(languages),
  tags: listOf(slug(30), 0, 8, 'tags'),
  /** What may upset, shown before anyone takes the card. */
  contentNote: line,
  shared: sharedSchema,
  customer: customerPartSchema,
  officer: officerPartSchema,
  twists: listOf(twistSchema, 2, 2, 'twists'),
  debrief: z.strictObject({ questions: listOf(line, 3, 3, 'questions'), strongOfficer: paragraph }),
  /** One sentence to leave the role with, spoken in one's own name. */
  stepOut: line,
  glossary: listOf(z.strictObject({ word: text(40), meaning: text(160) }), 0, 8, 'words'),
})

export type Card = z.infer<typeof cardSchema>
export type SharedPart = Card['shared']
export type CustomerPart = Card['customer']
export type OfficerPart = Card['officer']
export type Trigger = z.infer<typeof triggerSchema>
export type Calmer = z.infer<typeof calmerSchema>
export type Call = z.infer<typeof callSchema>
export type Twist = z.infer<typeof twistSchema>
export type Difficulty = Card['difficulty']

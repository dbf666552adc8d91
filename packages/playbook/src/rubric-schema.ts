import { z } from 'zod'
import { behaviourIds, marks } from './behaviours.ts'
import { languages } from './card.ts'
import { listOf, oneOf, text } from './card-text.ts'

export const itemIds = [
  'attention',
  'space',
  'paraphrase',
  'inquiry',
  'acknowledge',
  'validate',
  'relate',
  'partnership',
  'resolve',
  'composure',
] as const
export type ItemId = (typeof itemIds)[number]

export const groupIds = ['listening', 'empathy', 'resolution'] as const
export type GroupId = (typeof groupIds)[number]

export const customerItemIds = ['listened', 'understood', 'feelings', 'way-forward', 'valued'] as const
export type CustomerItemId = (typeof customerItemIds)[number]

export const media = ['spoken', 'typed'] as const
/** How a scene is played, as far as the words of the rubric differ by it. */
export type Medium = (typeof media)[number]

const sentence = text(400)

/** A list that has each of the ids once, in any order. */
function eachOnce<Item extends z.ZodType<{ id: string }>>(item: Item, ids: readonly string[]) {
  return z
    .array(item)
    .length(ids.length)
    .refine(list => new Set(list.map(each => each.id)).size === ids.length, 'needs each id once')
}

/** What one would hear or see at 1, 3 and 5; 2 and 4 lie between. */
export const anchorsSchema = z.strictObject({ 1: sentence, 3: sentence, 5: sentence })
export type Anchors = z.infer<typeof anchorsSchema>

export const itemSchema = z.strictObject({
  id: oneOf(itemIds),
  group: oneOf(groupIds),
  title: text(60),
  /** Asked of an observer about the officer. */
  question: sentence,
  anchors: anchorsSchema,
  /** Wording for a typed scene, where it differs from the spoken one. */
  typed: z.strictObject({ question: sentence, anchors: anchorsSchema, note: sentence.optional() }).optional(),
})
export type RubricItem = z.infer<typeof itemSchema>

export const momentSchema = z.strictObject({
  id: oneOf(behaviourIds),
  mark: oneOf(marks),
  title: text(60),
  definition: sentence,
  example: sentence,
  /** Looks like it and is not, with the reason. */
  nearMiss: sentence,
  /** The items that this moment is evidence for: it raises them when it helped, lowers them when it hurt. */
  bearsOn: listOf(oneOf(itemIds), 1, 4, 'items'),
})
export type MomentGuide = z.infer<typeof momentSchema>

export const customerItemSchema = z.strictObject({ id: oneOf(customerItemIds), text: text(120) })
export type CustomerItem = z.infer<typeof customerItemSchema>

/** Three items that a round asks for. */
export const focusSchema = z.tuple([oneOf(itemIds), oneOf(itemIds), oneOf(itemIds)])
export type Focus = z.infer<typeof focusSchema>

export const rotationSchema = z.strictObject({
  id: text(40),
  title: text(80),
  /** One focus a round; a class with more rounds starts again from the first. */
  rounds: z.array(focusSchema).min(1).max(12),
})
export type FocusRotation = z.infer<typeof rotationSchema>

export const rubricSchema = z.strictObject({
  version: z.int().min(1),
  language: oneOf(languages),
  /** Every score is 1..scaleMax, or "not observable", or "not asked"; the three are never mixed. */
  scaleMax: z.literal(5),
  scaleLabels: z.strictObject({ low: text(60), high: text(60), notObservable: text(60) }),
  groups: eachOnce(z.strictObject({ id: oneOf(groupIds), title: text(60) }), groupIds),
  items: eachOnce(itemSchema, itemIds),
  moments: eachOnce(momentSchema, behaviourIds),
  customerItems: eachOnce(customerItemSchema, customerItemIds),
  howToObserve: z.strictObject({
    title: text(80),
    sections: z
      .array(z.strictObject({ heading: text(80), lines: listOf(sentence, 1, 8, 'lines') }))
      .min(1)
      .max(8),
  }),
  rotations: z.array(rotationSchema).min(1),
})
export type Rubric = z.infer<typeof rubricSchema>

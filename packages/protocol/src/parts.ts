import { behaviourIds, customerItemIds, itemIds, temperatureSchema } from '@evenkeel/playbook'
import { z } from 'zod'

/** The small shapes that commands are made of. Texts are only bounded here; the class's own rules speak to the person. */
export const personId = z.string().regex(/^p[1-9]\d{0,3}$/)
export const roomId = z.string().regex(/^r[1-9]\d{0,2}-[1-9]\d{0,2}$/)
export const sceneId = z.string().regex(/^r[1-9]\d{0,2}-[1-9]\d{0,2}\.[1-9]\d?$/)
export const momentId = z.string().regex(/^m[1-9]\d{0,3}$/)
export const cardHash = z.string().regex(/^[0-9a-f]{8,64}$/)
export const text = z.string().max(12_000)

export const seat = z.enum(['customer', 'officer', 'observer'])
export const place = z.strictObject({
  room: roomId,
  scene: sceneId,
  seat: z.enum([...seat.options, 'instructor']),
})

export const factor = z.literal([1, 1.5, 2])
export const difficulty = z.literal([1, 2, 3])
export const step = z.enum(['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done'])
export const item = z.enum(itemIds)
export const behaviour = z.enum(behaviourIds)
export const mark = z.enum(['helped', 'hurt'])
export const level = temperatureSchema
/** 0 or 1: a card has two calls and two twists. */
export const index = z.literal([0, 1])
/** How many ms ago a tap was made that could not be sent at once. */
export const ago = z.int().min(0).max(86_400_000)
/** Played time of a scene in ms. */
export const offset = z.number().min(0).max(86_400_000)
/** Number of a line within its scene. */
export const line = z.int().min(1).max(100_000)
/** What was said in a scene: a typed line, or what the customer remembered, by its moment. */
export const said = z.union([line, momentId])
export const score = z.union([z.literal([1, 2, 3, 4, 5]), z.literal('not-observable')])
export const scores = z.partialRecord(z.enum([...itemIds, ...customerItemIds]), score)
export const cue = z.strictObject({ kind: z.enum(['trigger', 'calmer']), index: z.literal([0, 1, 2]) })
export const point = z.strictObject({ level, offset })

export const seats = z.strictObject({
  customer: personId.nullable(),
  officer: personId.nullable(),
  observers: z.array(personId).max(200),
})
export const plannedRoom = z.strictObject({ seats, card: cardHash, why: z.string().max(40) })

const time = z.int().min(0).max(3_600_000)
export const settings = z.strictObject({
  kind: z.enum(['practice', 'assessed']),
  medium: z.enum(['spoken', 'typed']),
  pace: z.enum(['class', 'room']),
  groupSize: z.literal([2, 3]),
  minutes: z.int().min(5).max(600),
  officerSeesTemperature: z.boolean(),
  allItems: z.boolean(),
  rotation: z.array(z.array(item).min(1).max(10)).max(24),
  times: z.strictObject({
    briefing: time,
    countIn: time,
    scene: time,
    wrapUp: time,
    stepOut: time,
    rating: time,
    debrief: time,
    retake: time,
  }),
  attention: z
    .strictObject({
      awayFor: time,
      furiousFor: time,
      silentFor: time,
      stillFor: time,
      unmarkedFor: time,
      overBy: time,
    })
    .exactOptional(),
  onDropout: z.enum(['ask', 'wait', 'stand-in', 'end']).exactOptional(),
  liveRadio: z.boolean().exactOptional(),
})

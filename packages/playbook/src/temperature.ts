import { z } from 'zod'
import type { Temperature } from './ladder.ts'

/** One ladder for all cards, so that a 5 means the same in every room and can be compared. */
export const temperatureSchema = z.literal([1, 2, 3, 4, 5, 6, 7], {
  error: 'must be a whole number from 1 (calm) to 7 (furious)',
}) satisfies z.ZodType<Temperature>

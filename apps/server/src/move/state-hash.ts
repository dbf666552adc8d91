import { createHash } from 'node:crypto'
import type { ClassState } from '@evenkeel/classroom'

/** SHA-256 of a folded state as JSON: the same journal read by the same version gives the same. */
export const hashOfState = (state: ClassState): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('hex')

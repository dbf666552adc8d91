import { Trail } from '../trail.ts'

/**
 * The value, frozen all the way down. What is frozen already is not looked into again, so freezing the next state costs
 * only what changed. A trail's shared array has to stay open; its items are frozen.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  if (value instanceof Trail) for (const item of value) frozen(item)
  else for (const part of Object.values(value)) frozen(part)
  return value
}

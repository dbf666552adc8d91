import type { Sending } from './outbox.ts'

/** A command as it goes over the wire. */
export type Wired = Omit<Sending, 'madeAt'>

/** The most that the protocol takes. */
const OLDEST = 86_400_000

/**
 * The data of a tap with its age in ms, reckoned when it is sent: one that was made offline keeps the moment it was made.
 * Undefined for what has no age. A clock that was set back makes nothing come from the future.
 */
export function ageOf({ type, data, madeAt }: Sending, now: number): object | undefined {
  if (type !== 'Mark' && type !== 'SetTemperature') return undefined
  if (typeof data !== 'object' || data === null) return undefined
  const age = Number.isFinite(madeAt) ? Math.round(now - madeAt) : 0
  return { ...data, ago: Math.min(OLDEST, Math.max(0, age)) }
}

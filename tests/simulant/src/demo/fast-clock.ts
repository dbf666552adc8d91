import { type Clock, systemClock } from '@evenkeel/server'

/**
 * A clock that runs `speed` times as fast as the wall's: three minutes of a scene are over in seconds, and every time in
 * the journal is what it would have been at human pace.
 */
export function fastClock(speed: number): Clock {
  const started = systemClock.now()
  return {
    now: () => Math.round(started + (systemClock.now() - started) * speed),
    after: (ms, run) => systemClock.after(ms / speed, run),
  }
}

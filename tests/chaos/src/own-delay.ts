import { monitorEventLoopDelay } from 'node:perf_hooks'

/** ms of waiting for a turn (p99) above which a run says more about the machine than about the server. */
export const TOO_BUSY = 200

/** From now on until the answer is called: how long this process waited for its turn, p99 in ms. */
export function watchOwnDelay(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  return () => {
    delay.disable()
    return delay.percentile(99) / 1e6
  }
}

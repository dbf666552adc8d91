import type { Clock } from '../clock.ts'
import type { Forgetting } from './forgetting.ts'

/** ms between looks for classes whose time is over. Days are promised, so an hour is soon enough. */
const EVERY = 3_600_000

/** Sweeps now and then every hour, until it is stopped. */
export function keepSweeping(
  forgetting: Pick<Forgetting, 'sweep'>,
  clock: Clock,
  failed: (what: string, cause: unknown) => void,
): { readonly first: Promise<void>; stop(): void } {
  let cancel = () => {}
  let stopped = false
  const sweep = () =>
    forgetting.sweep().then(
      () => {},
      error => failed('deleting old classes', error),
    )
  const again = () => {
    cancel = clock.after(EVERY, () => {
      void sweep().finally(() => {
        if (!stopped) again()
      })
    })
  }
  const first = sweep()
  again()
  return {
    first,
    stop() {
      stopped = true
      cancel()
    },
  }
}

import type { Clock } from '../clock.ts'
import { CONNECT_WITHIN } from './connection-options.ts'

/** A Redis that takes the connection and says nothing is not reached: rejects after `CONNECT_WITHIN`. */
export function within<T>(clock: Pick<Clock, 'after'>, opening: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const silent = Object.assign(new Error('no answer'), { code: 'no answer' })
    const giveUp = clock.after(CONNECT_WITHIN, () => reject(silent))
    opening.finally(giveUp).then(resolve, reject)
  })
}

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/**
 * MB that this process holds on to, heap and buffers, after everything that nobody needs was collected: without that a
 * figure tells how lazily garbage is collected, and not what grows.
 */
export function heldMegabytes(): number {
  collect ??= collector()
  // What a first collection finalizes, the second takes away.
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc !== 'function') throw new Error('this Node cannot be made to collect')
  return () => void gc()
}

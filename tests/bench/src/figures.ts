/** Percentiles in milliseconds. */
export interface Latency {
  readonly p50: number
  readonly p99: number
  readonly max: number
  readonly n: number
}

/** What the load generator saw in one run. */
export interface LoadFigures {
  /** From the intended send time to the arrival at each person in the room, the sender included. */
  readonly delivered: Latency
  /** From the intended send time to the acknowledgement at the sender. */
  readonly acknowledged: Latency
  /** How late the generator itself was to send. A run in which this is large measured the generator. */
  readonly ownDelay: Latency
  readonly sent: number
  readonly deliveries: number
  readonly lost: number
  readonly doubled: number
  readonly seconds: number
}

/** What a server process used up during a run. */
export interface ServerUse {
  /** Microseconds of CPU time, user and system, all threads. */
  readonly cpu: number
  /** The same, of what works for it in another process: Redis. */
  readonly cpuBeside: number
  /** Bytes. */
  readonly rss: number
  readonly heap: number
}

export interface RunFigures extends LoadFigures {
  readonly cpuPerDelivery: number
  /** With Redis' own process, where there is one. */
  readonly allCpuPerDelivery: number
  /** What resident memory grew by over the run, garbage collected, as a share of what it was. */
  readonly memoryGrowth: number
  /** The share of all processors that other processes had during the run; NaN where nobody can tell. */
  readonly others: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

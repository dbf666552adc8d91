/** What the property tests need of the process that runs them. The package itself has no node types, so they are named here. */
declare const process: {
  readonly env: Readonly<Record<string, string | undefined>>
  cpuUsage(): { readonly user: number; readonly system: number }
}
declare const console: { log(...words: readonly unknown[]): void }

/** How many histories a property tries: `FUZZ_RUNS` if it is set, else what keeps the whole suite quick. */
export const fuzzRuns = (usual: number): number => Number(process.env.FUZZ_RUNS) || usual

/** The first seed of all properties: `FUZZ_SEED` if it is set, else always the same, so that a run can be repeated. */
export const fuzzSeed = (): number => Number(process.env.FUZZ_SEED) || 20_261

export const print = (...words: readonly unknown[]): void => console.log(...words)

/** Milliseconds of this process's own work that something takes, whatever else the machine is doing. */
export function worked(work: () => void): number {
  const used = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  }
  const from = used()
  work()
  return used() - from
}

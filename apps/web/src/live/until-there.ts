/** ms between two tries to fetch what a lost connection did not let through. */
const AGAIN = 2_000

/** Tries again until it is there: a script that a page fetches after its first load never fails for good. */
export const untilThere = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch(() => new Promise(resolve => setTimeout(resolve, AGAIN)).then(() => untilThere(load)))

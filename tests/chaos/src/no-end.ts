/** ms after which a run that takes half a minute at most is not waited for any longer. */
const LONGEST_RUN = 100_000

/** ms */
const LONGEST_CLEARING_UP = 30_000

/** A run that came to no end: somebody waits for something that does not come. */
export class NoEnd extends Error {}

/** Rejects with NoEnd, which says where it stood, if it is not done in time. */
export async function toItsEnd<T>(run: Promise<T>, stood: () => string, longest = LONGEST_RUN): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoEnd(`No end after ${longest / 1_000} s. ${stood()}`)), longest)
  })
  try {
    return await Promise.race([run, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Clears up behind a run, whatever came of it. What went wrong with the run is told before what went wrong with that. */
export async function clearingUp<T>(
  run: () => Promise<T>,
  clearUp: () => Promise<void>,
  longest = LONGEST_CLEARING_UP,
): Promise<T> {
  const [ran] = await Promise.allSettled([run()])
  const [cleared] = await Promise.allSettled([
    toItsEnd(clearUp(), () => 'It stood while it cleared up.', longest),
  ])
  if (ran.status === 'rejected') throw ran.reason
  if (cleared.status === 'rejected') throw cleared.reason
  return ran.value
}

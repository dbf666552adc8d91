/** ms after which a run that takes half a minute at most is not waited for any longer. */
const LONGEST_RUN = 100_000

/** A run that came to no end: somebody waits for something that does not come. */
export class NoEnd extends Error {}

/** Rejects with NoEnd, which says where it stood, if it is not done in time. */
export async function toItsEnd<T>(run: Promise<T>, stood: () => string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NoEnd(`No end after ${LONGEST_RUN / 1_000} s. ${stood()}`)),
      LONGEST_RUN,
    )
  })
  try {
    return await Promise.race([run, late])
  } finally {
    clearTimeout(timer)
  }
}

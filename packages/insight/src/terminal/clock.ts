/** Played time in ms as minutes and seconds: `0:07`, `12:30`. Whole seconds that have passed. */
export function clock(offset: number): string {
  const seconds = Math.floor(offset / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

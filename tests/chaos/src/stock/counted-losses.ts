/** What went wrong with lines that were acknowledged, over all receivers. */
export interface Losses {
  readonly acknowledged: number
  /** A line that a receiver never got. */
  readonly lost: number
  /** A line that a receiver got again. */
  readonly doubled: number
  /** Neighbours that a receiver got the other way round than the first receiver did. */
  readonly reordered: number
}

export function countedLosses(
  acknowledged: readonly string[],
  receivers: readonly (readonly string[])[],
): Losses {
  const [first = []] = receivers
  const place = new Map<string, number>()
  for (const [index, text] of first.entries()) if (!place.has(text)) place.set(text, index)
  let [lost, doubled, reordered] = [0, 0, 0]
  for (const heard of receivers) {
    const once = [...new Set(heard)]
    doubled += heard.length - once.length
    const got = new Set(once)
    lost += acknowledged.filter(text => !got.has(text)).length
    const common = once.flatMap(text => place.get(text) ?? [])
    reordered += common.filter((at, index) => index > 0 && at < (common[index - 1] ?? 0)).length
  }
  return { acknowledged: acknowledged.length, lost, doubled, reordered }
}

import type { Page } from 'playwright-core'

/** What a page noticed of itself since it was last asked. Times in ms. */
export interface PageSeen {
  /** Tasks of more than 50 ms, as the Long Tasks API counts them. */
  readonly longTasks: number
  readonly longestTask: number
  readonly longTogether: number
  /** Keys and clicks; each from the press to the next picture, as the Event Timing API has it: in steps of 8. */
  readonly interactions: number
  readonly p75: number
  readonly p98: number
  readonly longest: number
}

/** Runs in the page before anything else. What was faster than 16 ms is not told and counts as 16. */
export const WATCH_PAGE = `
  window.seen = { tasks: [], interactions: new Map(), counted: 0 };
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) window.seen.tasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver(list => {
    for (const event of list.getEntries()) {
      if (!event.interactionId) continue;
      const { interactions } = window.seen;
      interactions.set(event.interactionId, Math.max(event.duration, interactions.get(event.interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`

const ASK = `(() => {
  const { tasks, interactions, counted } = window.seen;
  const count = performance.interactionCount ?? counted + interactions.size;
  window.seen.tasks = [];
  window.seen.interactions = new Map();
  window.seen.counted = count;
  return { tasks, slow: [...interactions.values()], count: count - counted };
})()`

interface Told {
  readonly tasks: readonly number[]
  readonly slow: readonly number[]
  readonly count: number
}

/** What was seen since the last time, and begins anew. */
export async function seenBy(page: Page): Promise<PageSeen> {
  // Observers are told when the page has time.
  await page.waitForTimeout(200)
  const { tasks, slow, count }: Told = await page.evaluate(ASK)
  const quick = Array.from({ length: Math.max(0, count - slow.length) }, () => 16)
  const delays = [...slow, ...quick].sort((a, b) => a - b)
  const at = (share: number) => delays[Math.max(0, Math.ceil(delays.length * share) - 1)] ?? 0
  return {
    longTasks: tasks.length,
    longestTask: Math.max(0, ...tasks),
    longTogether: tasks.reduce((sum, task) => sum + task, 0),
    interactions: delays.length,
    p75: at(0.75),
    p98: at(0.98),
    longest: at(1),
  }
}

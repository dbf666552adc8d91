import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AppendResult, Journal } from '../journal/port.ts'

/** Numbers about the server for whoever watches over it. No class, person, name, code or text is in any of them. */
export interface Metrics {
  /** The same journal, with its appends measured. */
  measured(journal: Journal): Journal
  /** Asked at each reading. */
  watch(now: { readonly connections: () => number; readonly classes: () => number }): void
  /** Something went wrong that a person did not cause. */
  failed(): void
  /** In Prometheus' text format 0.0.4. */
  text(): Promise<string>
  readonly contentType: string
}

/** Seconds; the commit window is at most 5 ms, a slow disk takes tens. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'evenkeel_append_seconds',
    help: 'From handing a batch of events to the store to its answer.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  })
  const events = new Counter({
    name: 'evenkeel_events_total',
    help: 'Events that became durable.',
    registers,
  })
  const faults = new Counter({
    name: 'evenkeel_faults_total',
    help: 'Faults that were logged: of the store, or of the server itself.',
    registers,
  })
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  return {
    contentType: registry.contentType,
    measured: journal =>
      new Proxy(journal, {
        get(target, name: keyof Journal) {
          if (name === 'append') return timed(target, seconds, events)
          const own = target[name]
          return typeof own === 'function' ? own.bind(target) : own
        },
      }),
    watch({ connections, classes }) {
      gauge('evenkeel_connections', 'Open connections of phones, consoles and walls.', connections)
      gauge('evenkeel_classes_loaded', 'Classes held in memory.', classes)
    },
    failed: () => faults.inc(),
    text: () => registry.metrics(),
  }
}

function timed(journal: Journal, seconds: Histogram<'outcome'>, events: Counter): Journal['append'] {
  return async batch => {
    const stop = seconds.startTimer()
    let result: AppendResult | undefined
    try {
      result = await journal.append(batch)
      if (result.ok) events.inc(batch.events.length)
      return result
    } finally {
      stop({ outcome: result === undefined ? 'thrown' : result.ok ? 'ok' : result.kind })
    }
  }
}

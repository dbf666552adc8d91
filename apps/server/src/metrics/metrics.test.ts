import { expect, test } from 'vitest'
import { eventsAfter } from '../journal/journal-contract.ts'
import { createMemoryStore } from '../journal/memory.ts'
import { listen } from '../listen.ts'
import { openMetrics } from './metrics.ts'
import { metricsServer } from './metrics-server.ts'

test('appends are counted by their outcome, events by their number, and nothing says whose they are', async () => {
  const metrics = openMetrics()
  const { journal } = createMemoryStore()
  const measured = metrics.measured(journal)
  metrics.watch({ connections: () => 7, classes: () => 2 })
  const { epoch } = await measured.create('secret-class')
  const batch = { classId: 'secret-class', epoch, expectedSeq: 0, events: eventsAfter(0, 3) }
  expect(await measured.append(batch)).toEqual({ ok: true, seq: 3 })
  expect(await measured.append({ ...batch, epoch: 'other' })).toMatchObject({ kind: 'stale' })
  await expect(measured.append({ ...batch, events: [] })).rejects.toThrow('without events')
  metrics.failed()
  const text = await metrics.text()
  expect(text).toContain('evenkeel_append_seconds_count{outcome="ok"} 1')
  expect(text).toContain('evenkeel_append_seconds_count{outcome="stale"} 1')
  expect(text).toContain('evenkeel_append_seconds_count{outcome="thrown"} 1')
  expect(text).toContain('evenkeel_events_total 3')
  expect(text).toContain('evenkeel_faults_total 1')
  expect(text).toContain('evenkeel_connections 7')
  expect(text).toContain('evenkeel_classes_loaded 2')
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect(text).not.toContain('secret-class')
  expect(await measured.read('secret-class', 0)).toHaveLength(3)
})

test('a port of its own that answers one address', async () => {
  const server = metricsServer(openMetrics())
  const port = await listen(server, 0, '127.0.0.1')
  const base = `http://127.0.0.1:${port}`
  const found = await fetch(`${base}/metrics`)
  expect(found.headers.get('content-type')).toContain('version=0.0.4')
  expect(await found.text()).toContain('process_cpu_seconds_total')
  expect((await fetch(`${base}/api/me`)).status).toBe(404)
  expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404)
  server.close()
})

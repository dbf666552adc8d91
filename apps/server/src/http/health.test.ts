import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppUnderTest } from './app-under-test.ts'

let app: AppUnderTest
beforeEach(async () => {
  app = await AppUnderTest.start()
})
afterEach(() => app.close())

test('alive is alive, also when nothing can be saved', async () => {
  app.writable = false
  const answer = await app.send('/healthz')
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ ok: true })
})

test('ready while the store takes writes, else a sentence; asked at most once a second', async () => {
  expect((await app.send('/readyz')).status).toBe(200)
  app.writable = false
  expect((await app.send('/readyz')).status).toBe(200)
  app.clock.time += 1_000
  const answer = await app.send('/readyz')
  expect(answer.status).toBe(503)
  expect(answer.body).toEqual({
    ok: false,
    kind: 'cannot-save',
    say: "The server can't save right now: its store takes no writes.",
  })
  app.writable = true
  app.clock.time += 1_000
  expect((await app.send('/readyz')).status).toBe(200)
})

test('not ready while it stops', async () => {
  app.stopping = true
  const answer = await app.send('/readyz')
  expect(answer.status).toBe(503)
  expect(answer.body).toMatchObject({ ok: false, kind: 'shutting-down' })
})

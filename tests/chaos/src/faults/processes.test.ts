import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RedisProcess } from './redis-process.ts'
import { ServerProcess } from './server-process.ts'

let folder: string
let server: ServerProcess
let redis: RedisProcess
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-processes-'))
  server = new ServerProcess(folder)
  redis = new RedisProcess(folder)
})
afterEach(async () => {
  await Promise.all([server.kill(), redis.kill()])
  await rm(folder, { recursive: true, force: true })
})

const itIsSeen = (one: ServerProcess | RedisProcess) => vi.waitFor(() => expect(one.running).toBe(false))

test('a server that ended by itself is seen to be gone, and is waited for by nobody', async () => {
  await server.start()
  server.signal('SIGKILL')
  await itIsSeen(server)
  await server.kill()
  await server.stop()
  await server.jump(1)
  await server.start()
  expect(server.running).toBe(true)
  // Asked for in the moment in which it ends.
  server.signal('SIGKILL')
  await Promise.all([server.kill(), server.stop()])
})

test('a server that does not end when it is asked to is killed, and that is said', async () => {
  await server.start()
  const { pid } = server
  server.signal('SIGSTOP')
  const stopping = server.stop(100)
  // New people are sent to others from the first moment on.
  expect(server.running).toBe(false)
  await expect(stopping).rejects.toThrow('did not end 0.1 s after it was asked to')
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a Redis that ended by itself is waited for by nobody', async () => {
  await redis.start()
  redis.signal('SIGKILL')
  await itIsSeen(redis)
  await redis.kill()
  await redis.start()
  expect(redis.running).toBe(true)
})

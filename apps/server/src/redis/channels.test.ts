import { expect, test } from 'vitest'
import { type Clock, systemClock } from '../clock.ts'
import { connect } from './connect.ts'
import { startRedis } from './redis-under-test.ts'

test('[J9] a channel that could not be subscribed to while Redis was away is heard when it is back; one that was left is not', async () => {
  const redis = await startRedis()
  const looks = new Set<() => void>()
  const clock: Clock = {
    now: systemClock.now,
    after: (ms, run) => {
      // The looks of the channels alone are driven by hand.
      if (ms !== 2_000) return systemClock.after(ms, run)
      looks.add(run)
      return () => looks.delete(run)
    },
  }
  const client = await connect(redis.url, () => {}, clock)
  const heard: string[] = []
  await redis.kill()
  const turn = () => new Promise(resolve => setImmediate(resolve))
  while ((await client.get('any').catch(() => 'away')) !== 'away') await turn()
  const left = client.channels.listen('evenkeel:{x}:told', message => heard.push(`left ${message}`))
  const channel = client.channels.listen('evenkeel:{x}:told', message => heard.push(message))
  await Promise.all([left.heard, channel.heard])
  left.leave()
  await redis.killAndStart()
  while (heard.length === 0) {
    for (const look of [...looks]) if (looks.delete(look)) look()
    await client.sPublish('evenkeel:{x}:told', 'word').catch(() => 0)
    await turn()
  }
  expect(new Set(heard)).toEqual(new Set(['word']))
  channel.leave()
  client.destroy()
  await redis.end()
})

import { expect, test } from 'vitest'
import { type Clock, systemClock } from '../clock.ts'
import { Channels } from './channels.ts'
import { connect } from './connect.ts'
import type { Link, Listener } from './link.ts'
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

/** The library, as far as channels go: what it was asked, and each answer in the hands of the test. */
function library() {
  const asked: string[] = []
  const answers: { give(): void; refuse(): void }[] = []
  const heardBy = new Map<string, Listener>()
  let back = () => {}
  const ask = (word: string, channel: string, then: () => void) => {
    asked.push(`${word} ${channel}`)
    return new Promise<void>((resolve, reject) => {
      const give = () => {
        then()
        resolve()
      }
      answers.push({ give, refuse: () => reject(new Error('closed')) })
    })
  }
  const link = {
    subscribe: (channel: string, listener: Listener) =>
      heardBy.get(channel) === listener
        ? Promise.resolve()
        : ask('hear', channel, () => heardBy.set(channel, listener)),
    unsubscribe: (channel: string) => ask('leave', channel, () => heardBy.delete(channel)),
    whenBack: (look: () => void) => {
      back = look
    },
    // Only what channels ask of it.
  } as unknown as Link
  return { link, asked, answers, heardBy, back: () => back() }
}

/** Looks are driven by hand; nobody waits for an answer that does not come. */
function handClock() {
  const looks = new Set<() => void>()
  return {
    now: () => 0,
    after: (ms: number, run: () => void) => {
      if (ms === 2_000) looks.add(run)
      return () => looks.delete(run)
    },
    look: () => {
      for (const look of [...looks]) if (looks.delete(look)) look()
    },
  }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

test('[J9] what was asked and is not answered is not asked again at each look, and is tried again when it failed', async () => {
  const { link, asked, answers } = library()
  const clock = handClock()
  const channels = new Channels(link, clock)
  channels.listen('a', () => {})
  for (let n = 0; n < 5; n++) clock.look()
  expect(asked).toEqual(['hear a'])
  answers[0]?.refuse()
  await settled()
  clock.look()
  expect(asked).toEqual(['hear a', 'hear a'])
})

test('[J9] whoever leaves while it is asked for takes it from nobody else, and leaves nothing behind', async () => {
  const { link, asked, answers, heardBy } = library()
  const channels = new Channels(link, handClock())
  const heard: string[] = []
  channels.listen('a', message => heard.push(message))
  channels.listen('a', () => heard.push('left')).leave()
  const b = channels.listen('b', () => {})
  b.leave()
  b.leave()
  expect(asked).toEqual(['hear a', 'hear b'])
  for (const answer of answers) answer.give()
  await settled()
  expect(asked).toEqual(['hear a', 'hear b', 'leave b'])
  heardBy.get('a')?.('word', 'a')
  expect(heard).toEqual(['word'])
  channels.listen('b', () => heard.push('again'))
  answers[2]?.give()
  await settled()
  answers[3]?.give()
  await settled()
  heardBy.get('b')?.('word', 'b')
  expect(heard).toEqual(['word', 'again'])
})

test('[J9] what may have been missed is looked for when everything is heard again, not before', async () => {
  const { link, asked, answers, back } = library()
  const channels = new Channels(link, handClock())
  let looks = 0
  channels.whenDeaf(() => looks++)
  channels.listen('a', () => {})
  back()
  await settled()
  // What it was asked of is gone.
  answers[0]?.refuse()
  await settled()
  expect([asked, looks]).toEqual([['hear a', 'hear a'], 0])
  answers[1]?.give()
  await settled()
  expect(looks).toBe(1)
})

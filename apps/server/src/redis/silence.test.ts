import { expect, test } from 'vitest'
import { RedisFailed } from './outcome.ts'
import { Silence } from './silence.ts'

/** A clock that goes on when it is told to. */
function byHand() {
  let now = 0
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, run }
      waiting.add(timer)
      return () => waiting.delete(timer)
    },
    goOn: (ms: number) => {
      for (const end = now + ms; now < end; now += 100)
        for (const timer of [...waiting]) if (timer.at <= now + 100 && waiting.delete(timer)) timer.run()
    },
  }
}

const never = () => new Promise<string>(() => {})

test('[J16] [L14] a place that stays silent is told of again and again, and no more when its late answer came', async () => {
  const clock = byHand()
  let told = 0
  const silence = new Silence(clock, () => told++)
  let answer = (_: string) => {}
  const asked = silence.ask('a', () => new Promise<string>(resolve => (answer = resolve)))
  clock.goOn(3_000)
  await expect(asked).rejects.toEqual(new RedisFailed('unknown', 'silent'))
  await expect(silence.ask('a', never)).rejects.toEqual(new RedisFailed('not-written', 'silent'))
  expect(await silence.ask('b', async () => 'other places answer')).toBe('other places answer')
  clock.goOn(9_000)
  expect(told).toBe(0)
  clock.goOn(12_000)
  expect(told).toBe(2)
  answer('late')
  await new Promise(resolve => setImmediate(resolve))
  clock.goOn(30_000)
  expect(told).toBe(2)
  expect(await silence.ask('a', async () => 'back')).toBe('back')
})

test('[J16] what throws before anything was sent leaves no silence behind', async () => {
  const clock = byHand()
  const silence = new Silence(clock)
  const thrown = silence.ask('a', () => {
    throw new Error('closed')
  })
  await expect(thrown).rejects.toBeInstanceOf(RedisFailed)
  clock.goOn(5_000)
  expect(await silence.ask('a', async () => 'answered')).toBe('answered')
})

import { expect, test } from 'vitest'
import { CONNECT_WITHIN } from './connection-options.ts'
import type { Link } from './link.ts'
import { renewed } from './renewed.ts'

/** What the library would have made: connected when it is told so, and named, so that it is seen who was asked. */
function maker() {
  const made: { name: number; destroyed: boolean; connect: () => void; back: () => void }[] = []
  const open = () => {
    const name = made.length
    let connect = () => {}
    const connected = new Promise<void>(resolve => {
      connect = resolve
    })
    let look = () => {}
    const one = { name, destroyed: false, connect, back: () => look() }
    made.push(one)
    const link = {
      commands: { get: async () => String(name) },
      placeOf: (key: string) => key,
      primaries: async () => [],
      subscribe: async () => name,
      unsubscribe: async () => name,
      whenBack: (told: () => void) => {
        look = told
      },
      isOpen: true,
      destroy: () => {
        one.destroyed = true
      },
      // Only what this test asks of it.
    } as unknown as Link
    return { link, connected }
  }
  return { made, open }
}

/** The only timer is that of a connection which does not come. */
function timers() {
  const waiting = new Set<() => void>()
  return {
    after: (ms: number, run: () => void) => {
      expect(ms).toBe(CONNECT_WITHIN)
      waiting.add(run)
      return () => waiting.delete(run)
    },
    pass: () => {
      for (const run of [...waiting]) if (waiting.delete(run)) run()
    },
  }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

async function connected() {
  const { made, open } = maker()
  const clock = timers()
  const failures: unknown[] = []
  const opening = renewed({ open, failed: cause => failures.push(cause), clock })
  made[0]?.connect()
  return { made, clock, failures, link: await opening }
}

test('[L14] the old connection serves until the new one is there; then it is ended, and what was missed is looked for', async () => {
  const { made, link } = await connected()
  let looks = 0
  link.whenBack(() => looks++)
  link.renew?.()
  link.renew?.()
  expect(made).toHaveLength(2)
  expect(await link.commands.get('x')).toBe('0')
  made[1]?.connect()
  await settled()
  expect([await link.commands.get('x'), await link.subscribe('c', () => {})]).toEqual(['1', 1])
  expect(made.map(({ destroyed }) => destroyed)).toEqual([true, false])
  expect(looks).toBe(1)
  made[1]?.back()
  expect(looks).toBe(2)
})

test('[L14] a new connection that does not come in time is given up, the old one stays, and it is tried again', async () => {
  const { made, clock, failures, link } = await connected()
  link.renew?.()
  clock.pass()
  await settled()
  expect(made.map(({ destroyed }) => destroyed)).toEqual([false, true])
  expect(failures).toHaveLength(1)
  expect(await link.commands.get('x')).toBe('0')
  link.renew?.()
  made[2]?.connect()
  await settled()
  expect(await link.commands.get('x')).toBe('2')
})

test('[L14] an end while a new connection is made ends both', async () => {
  const { made, link } = await connected()
  link.renew?.()
  link.destroy()
  made[1]?.connect()
  await settled()
  expect(made.map(({ destroyed }) => destroyed)).toEqual([true, true])
  link.renew?.()
  expect(made).toHaveLength(2)
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Outbox } from './outbox.ts'
import type { Wired } from './tap-age.ts'

const START = 1_000_000
let now = START
let online = true
let sent: Wired[] = []
let outbox: Outbox

beforeEach(() => {
  vi.useFakeTimers()
  now = START
  online = true
  sent = []
  outbox = new Outbox(
    'test',
    wired => {
      if (online) sent.push(wired)
      return online
    },
    () => {},
    () => now,
  )
})
afterEach(() => vi.useRealTimers())

let ids = 0
const add = (type: 'Speak' | 'SetTemperature' | 'Mark' | 'CallHelp' | 'Ready', data: object = {}): string => {
  const id = `command-${ids++}`
  void outbox.add({ id, type, data })
  return id
}
const pass = (ms: number) => {
  now += ms
  vi.advanceTimersByTime(ms)
}
const ok = (id: string) => outbox.answered({ id, ok: true, seq: 1 })
const idsSent = () => sent.map(({ id }) => id)
const ages = () => sent.map(({ data }) => Reflect.get(Object(data), 'ago'))

describe('a tap', () => {
  it('that is sent at once is of no age', () => {
    add('Mark', { mark: 'helped', ago: 0 })
    expect(ages()).toEqual([0])
  })

  it('made offline carries its age when it is sent, and again when it is sent again', () => {
    online = false
    add('Mark', { mark: 'hurt', ago: 0 })
    pass(4_000)
    const level = add('SetTemperature', { level: 5, ago: 0 })
    pass(90_000)
    online = true
    outbox.sendAll()
    pass(60)
    expect(ages()).toEqual([94_000, 90_060])
    outbox.sendAll()
    pass(200)
    expect(sent.filter(({ id }) => id === level).map(({ data }) => Reflect.get(Object(data), 'ago'))).toEqual(
      [90_060, 90_260],
    )
    expect(JSON.stringify(sent)).not.toContain('madeAt')
  })

  it('is never from the future, nor older than the protocol takes', () => {
    online = false
    add('Mark', { mark: 'helped' })
    now -= 5_000
    online = true
    outbox.sendAll()
    online = false
    pass(60)
    add('Mark', { mark: 'helped' })
    now += 100 * 86_400_000
    online = true
    sent.length = 0
    outbox.sendAll()
    pass(60)
    expect(ages()).toEqual([86_400_000, 86_400_000])
  })

  it('a line has no age', () => {
    add('Speak', { text: 'x' })
    expect(sent[0]?.data).toEqual({ text: 'x' })
  })
})

describe('two fingers that hammer', () => {
  it('are paced below the limit, in order, one at a time, and nothing is lost', () => {
    const taps = Array.from({ length: 60 }, (_, n) => add('SetTemperature', { level: 1 + (n % 7) }))
    const answeredAt: number[] = []
    for (let steps = 0; steps < 400 && outbox.state.sending.length > 0; steps++) {
      const waiting = sent.at(-1)
      if (waiting !== undefined && outbox.state.sending.some(({ id }) => id === waiting.id)) {
        ok(waiting.id)
        answeredAt.push(now)
      }
      pass(20)
    }
    expect(idsSent()).toEqual(taps)
    const perSecond = answeredAt.map(
      at => answeredAt.filter(other => other >= at && other < at + 1_000).length,
    )
    expect(Math.max(...perSecond)).toBeLessThan(20)
  })

  it('do not change places when the server says that it is too much', () => {
    const [first, second] = [add('SetTemperature', { level: 3 }), add('SetTemperature', { level: 4 })]
    outbox.answered({ id: first, ok: false, kind: 'slow-down', say: 'Slow down.' })
    pass(500)
    expect(idsSent()).toEqual([first])
    pass(600)
    expect(idsSent()).toEqual([first, first])
    ok(first)
    pass(100)
    expect(idsSent()).toEqual([first, first, second])
  })

  it('do not keep a call for help waiting', () => {
    add('SetTemperature', { level: 3 })
    for (let n = 0; n < 50; n++) add('SetTemperature', { level: 4 })
    const help = add('CallHelp')
    pass(60)
    expect(idsSent()[1]).toBe(help)
  })
})

it('a line that waits for its answer holds up nothing but lines and temperature', () => {
  const line = add('Speak', { text: 'a' })
  const next = add('Speak', { text: 'b' })
  const ready = add('Ready')
  pass(200)
  expect(idsSent()).toEqual([line, ready])
  outbox.answered({ id: line, ok: false, kind: 'wrong-phase', say: 'Not now.' })
  pass(100)
  expect(idsSent()).toEqual([line, ready, next])
  expect(outbox.state.notSent).toMatchObject([{ id: line, say: 'Not now.' }])
})

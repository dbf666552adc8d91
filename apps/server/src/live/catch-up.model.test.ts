import { applyViewEvent, type View, type Viewer, viewOf } from '@evenkeel/classroom'
import { type Cursor, type Subscription, wire } from '@evenkeel/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import { createMemoryStore } from '../journal/memory.ts'
import { alone } from '../nodes/alone.ts'
import { joinClass, openClass } from '../testing/first-requests.ts'
import { scheduledJournal } from '../testing/scheduled-journal.ts'
import { ClassHub } from './class-hub.ts'
import { Connection, type Holder } from './connection.ts'
import { LiveClass } from './live-class.ts'
import type { Broadcast, Channels, Wire } from './wire.ts'

/*
 * Devices that lose their connection and come back with what they have, while appends complete in any order with what they
 * do and what they hear: whatever the order, each ends with the view that the class gives, told once and in order.
 */

/** Time that stands: nothing here waits for it. */
const clock: Clock = { now: () => 1_790_000_000_000, after: () => () => {} }
const message = 'a message'

type Message = readonly [name: string, text: string]

/** A connection whose messages are under way until the scheduler lets each through, in their order. */
class LateWire implements Wire {
  readonly id: string
  readonly channels = new Set<string>()
  readonly #deliver: () => void
  down: Message[] = []

  constructor(id: string, scheduler: fc.Scheduler, hear: (...heard: Message) => void) {
    this.id = id
    this.#deliver = () =>
      void scheduler.schedule(Promise.resolve(), message).then(() => {
        const [next] = this.down.splice(0, 1)
        if (next !== undefined) hear(...next)
      })
  }

  emit(name: string, body: object): void {
    this.down.push([name, JSON.stringify(body)])
    this.#deliver()
  }

  join(channel: string): void {
    this.channels.add(channel)
  }

  leave(channel: string): void {
    this.channels.delete(channel)
  }

  /** What is still under way is lost. */
  disconnect(): void {
    this.down = []
    this.channels.clear()
  }
}

class Wires implements Channels {
  readonly open = new Set<LateWire>()

  to(channels: string | string[]): Broadcast {
    const wanted = [channels].flat()
    const to = (without: readonly string[]): Broadcast => ({
      volatile: { volatile: undefined as never, except: () => to(without), emit: () => {} },
      except: ids => to(ids),
      emit: (name, body) => {
        for (const each of this.open)
          if (!without.includes(each.id) && wanted.some(channel => each.channels.has(channel)))
            each.emit(name, body)
      },
    })
    return to([])
  }
}

/** What a screen keeps over its connections. */
class Device {
  view: View | undefined
  cursor: Cursor | undefined
  resumed = 0
  readonly holder: Holder
  readonly sub: Subscription
  readonly viewer: Viewer

  constructor(holder: Holder, sub: 'seat' | 'console', viewer: Viewer) {
    this.holder = holder
    this.sub = sub
    this.viewer = viewer
  }

  readonly hear = (name: string, text: string): void => {
    if (name === 'snapshot') {
      const { epoch, seq, mark, view } = wire.snapshot.parse(JSON.parse(text))
      this.view = view as unknown as View
      this.cursor = { epoch, upto: seq, mark }
    } else if (name === 'resumed') {
      const { epoch, seq, mark, events } = wire.resumed.parse(JSON.parse(text))
      expect(this.cursor?.epoch).toBe(epoch)
      this.resumed += 1
      this.#fold(events, seq, mark)
    } else if (name === 'batch') {
      const { seq, mark, events } = wire.batch.parse(JSON.parse(text))
      // A server that told something twice would be forgiven by a real screen, and is not here.
      expect(seq).toBeGreaterThan(this.cursor?.upto ?? 0)
      this.#fold(events, seq, mark)
    }
  }

  #fold(events: readonly unknown[], upto: number, mark: number): void {
    for (const event of events)
      this.view = applyViewEvent(this.view, event as Parameters<typeof applyViewEvent>[1]) as View
    if (this.cursor !== undefined) this.cursor = { ...this.cursor, upto, mark }
  }
}

async function play(scheduler: fc.Scheduler, commands: readonly number[], drops: readonly number[]) {
  const store = createMemoryStore()
  const wires = new Wires()
  const journal = scheduledJournal(store.journal, scheduler, ['told'])
  const hub = new ClassHub({
    ...{ io: wires, clock, grace: 30_000, nodes: alone(store.journal), committed: () => {} },
    claims: async () => ({ claims: [] }),
  })
  const creating = LiveClass.create('k1', {
    ...{ journal, clock, library: () => undefined, publish: hub.publish, failed: () => {} },
    chance: { bytes: count => Buffer.alloc(count, 7) },
  })
  await scheduler.waitFor(creating)
  const live = await creating
  hub.adopt(live)
  const first = [
    openClass,
    joinClass(0),
    { ...joinClass(1), data: { role: 'instructor' } } as typeof openClass,
  ]
  for (const request of first) await scheduler.waitFor(live.submit(request))
  hub.begin()

  const devices = [
    new Device({ kind: 'person', person: 'p1' }, 'seat', { kind: 'person', person: 'p1' }),
    new Device({ kind: 'instructor', person: 'p2' }, 'console', { kind: 'console' }),
  ]
  let wiresMade = 0
  const connect = (device: Device) => {
    const late = new LateWire(`wire-${++wiresMade}`, scheduler, device.hear)
    const connection = new Connection(late, device.holder)
    wires.open.add(late)
    hub.enter(connection)
    hub.follow(connection, device.sub, device.cursor)
    return () => {
      wires.open.delete(late)
      late.disconnect()
      hub.leave(connection)
    }
  }
  const going = devices.map(async (device, index) => {
    let leave = connect(device)
    for (let drop = 0; drop < (drops[index] ?? 0); drop += 1) {
      await scheduler.schedule(Promise.resolve(), 'it is lost')
      leave()
      await scheduler.schedule(Promise.resolve(), 'it comes back')
      leave = connect(device)
    }
  })
  const doing = commands.map(async (which, number) => {
    await scheduler.schedule(Promise.resolve(), 'somebody does something')
    if (which > 1) return live.submit(joinClass(number + 2))
    const what = which === 0 ? { type: 'CallHelp', data: {} } : { type: 'EndHelp', data: { person: 'p1' } }
    return live.submit({ id: `help-command-${number}`, actor: 'p1', ...what } as typeof openClass)
  })
  await scheduler.waitFor(Promise.all([...going, ...doing]))
  await scheduler.waitIdle()
  return { live, devices }
}

test('[A1] [J4] appends, drops and what is heard in any order: each device ends with its view', async () => {
  let resumed = 0
  const few = fc.array(fc.nat(3), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      few,
      fc.tuple(fc.nat(3), fc.nat(3)),
      async (scheduler, commands, drops) => {
        const { live, devices } = await play(scheduler, commands, drops)
        for (const { view, viewer, cursor, resumed: often } of devices) {
          expect(view).toEqual(JSON.parse(JSON.stringify(viewOf(viewer, live.state))))
          expect(cursor?.upto).toBeLessThanOrEqual(live.state.seq)
          resumed += often
        }
      },
    ),
    { numRuns: 200 },
  )
  // A model in which nobody ever comes back with what they have proves nothing.
  expect(resumed).toBeGreaterThan(20)
}, 60_000)

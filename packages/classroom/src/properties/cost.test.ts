import { describe, expect, test, vi } from 'vitest'
import { stamp } from '../decide/settle.ts'
import type { ClassEvent, Happening } from '../event.ts'
import { evolve } from '../evolve.ts'
import { fold } from '../fold.ts'
import type { ClassState } from '../state.ts'
import { openClass, type PlayedClass } from '../testing/play-class.ts'
import { Trail } from '../trail.ts'
import { audiences } from '../view/audiences.ts'
import { slotsCopied } from './copied.ts'
import { print, worked } from './surroundings.ts'

const EVENTS = 21_000

/** A class of trainees in which all rooms play, all of them typing. */
function playing(trainees: number): PlayedClass {
  const played = openClass(trainees)
  played.startRound()
  played.next('scene')
  played.now += 10_000
  return played
}

/** What people do in the scenes of a class: lines, and a step of the temperature for every second line. */
function scenes({ state }: PlayedClass, count: number, marks = 0): Happening[] {
  const rooms = state.round?.rooms ?? []
  return Array.from({ length: count }, (_, index): Happening => {
    const room = rooms[index % rooms.length]
    const turn = Math.floor(index / rooms.length)
    if (room === undefined) throw new Error('nobody plays')
    const at = { room: room.id, scene: `${room.id}.1`, offset: turn * 100 }
    if (turn < marks)
      return { type: 'MomentMarked', data: { ...at, moment: `m${turn + 1}`, as: 'observer', mark: 'helped' } }
    if (turn % 3 === 2) return { type: 'TemperatureSet', data: { ...at, level: turn % 2 === 0 ? 4 : 5 } }
    const seat = turn % 3 === 0 ? 'customer' : 'officer'
    return { type: 'LineSaid', data: { ...at, n: turn + 1, seat, how: 'say', text: `line ${turn}` } }
  })
}

const stamped = (state: ClassState, happenings: readonly Happening[]): ClassEvent[] =>
  happenings.map((happening, index) => ({
    ...stamp(state, happening, { id: `c${index}`, actor: 'p2', at: state.at + index }),
    seq: state.seq + 1 + index,
  }))

describe('what an event costs does not grow with what the class has done', () => {
  test('in slots that evolve writes anew: the same for line 20,000 as for line 100', () => {
    const played = playing(3)
    const slice = vi.spyOn(Array.prototype, 'slice')
    const costs: number[] = []
    let state = played.state
    for (const event of stamped(state, scenes(played, EVENTS))) {
      const after = evolve(state, event)
      costs.push(slotsCopied(state, after))
      state = after
    }
    const sliced = slice.mock.calls.length
    slice.mockRestore()
    const worst = (from: number) => Math.max(...costs.slice(from, from + 1_000))
    print(`slots written anew: ${worst(100)} an event at first, ${worst(20_000)} after 20,000`)
    expect(worst(20_000)).toBe(worst(100))
    // A trail that is appended to at its end is never copied; two are grown here.
    expect(sliced).toBeLessThan(10)
  })

  test('a trail grows at its end without copying, and from an older end by copying once', () => {
    const old = Trail.of([1, 2, 3])
    const slice = vi.spyOn(Array.prototype, 'slice')
    let newest = old
    for (let item = 4; item <= 1_000; item++) newest = newest.append(item)
    const atTheEnd = slice.mock.calls.length
    const other = old.append(-4).append(-5)
    const fork = slice.mock.calls.length - atTheEnd
    slice.mockRestore()
    expect([atTheEnd, fork]).toEqual([0, 1])
    expect([old.toArray(), other.toArray(), newest.at(3), newest.length]).toEqual([
      [1, 2, 3],
      [1, 2, 3, -4, -5],
      4,
      1_000,
    ])
  })

  test('in time: events 20,000 to 21,000 of one scene against its first thousand', () => {
    const ratios = [1, 2, 3, 4].map(() => {
      const played = playing(3)
      const events = stamped(played.state, scenes(played, EVENTS))
      // Warm, so that the first thousand are not paying for the compiler.
      fold(played.state, events.slice(0, 5_000))
      const reached = fold(played.state, events.slice(0, 20_000))
      const first = median(() => fold(played.state, events.slice(0, 1_000)))
      const last = median(() => fold(reached, events.slice(20_000)))
      return last / first
    })
    print(
      `evolve at 20,000 over the start: best ${Math.min(...ratios).toFixed(2)}, all ${ratios.map(ratio => ratio.toFixed(2))}`,
    )
    expect(Math.min(...ratios)).toBeLessThan(3)
  })

  test('in time: decide, evolve and audiences of the last of 9,000 lines and temperatures against the first', () => {
    const [, ...ratios] = [1, 2, 3, 4].map(() => {
      const played = playing(3)
      const [room] = played.state.round?.rooms ?? []
      if (room === undefined) throw new Error('nobody plays')
      const { customer, officer } = room.seats
      let level: 4 | 5 = 4
      const block = () =>
        worked(() => {
          for (let index = 0; index < 500; index++) {
            const before = played.state
            played.now += 20
            const actor = index % 2 === 0 ? customer : officer
            if (actor === null) throw new Error('nobody plays')
            level = level === 4 ? 5 : 4
            const events =
              index % 2 === 0
                ? played.mustAct(actor, 'SetTemperature', { level })
                : played.mustAct(actor, 'Speak', { how: 'say', text: 'And then?' })
            for (const event of events) audiences(event, before, played.state, [])
          }
        })
      // The first of the four classes pays for the compiler and is not counted.
      const times = Array.from({ length: 18 }, block)
      return middle(times.slice(-4)) / middle(times.slice(1, 5))
    })
    print(`decide, evolve and audiences at 9,000 over the start: best ${Math.min(...ratios).toFixed(2)}`)
    expect(Math.min(...ratios)).toBeLessThan(3)
  })

  test('a class of 100,000 events folds in about a second', () => {
    const played = playing(24)
    const events = stamped(played.state, scenes(played, 100_000, 200))
    let end = played.state
    const times = [1, 2, 3].map(() =>
      worked(() => {
        end = fold(played.state, events)
      }),
    )
    print(
      `100,000 events of ${end.round?.rooms.length} rooms fold in ${Math.min(...times).toFixed(0)} ms of work`,
    )
    expect(end.seq).toBe(played.state.seq + 100_000)
    expect(Math.min(...times)).toBeLessThan(3_000)
  })
})

/** The median of nine runs, in ms. A fork of a trail is made by each: that one copy is part of the work. */
const median = (work: () => void): number => middle(Array.from({ length: 9 }, () => worked(work)))
const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

import { describe, expect, test } from 'vitest'
import { FailureBudget, GrowingPause, PasscodeAttempts, pauseAfter } from './attempts.ts'

const startClock = () => {
  const clock = { time: 1_000_000, now: () => clock.time }
  return clock
}
const spend = (times: number, take: () => number) => Array.from({ length: times }, take)

describe('a budget of failures', () => {
  const limits = { perAddress: 3, overall: 5, windowMs: 60_000 }

  test('an address has its own; it waits until its window ends', () => {
    const clock = startClock()
    const budget = new FailureBudget(clock, limits)
    expect(spend(3, () => budget.take('10.0.0.1'))).toEqual([0, 0, 0])
    clock.time += 20_000
    expect(budget.take('10.0.0.1')).toBe(40_000)
    expect(budget.take('10.0.0.2')).toBe(0)
    clock.time += 40_000
    expect(budget.take('10.0.0.1')).toBe(0)
  })

  test('all addresses together have one too', () => {
    const clock = startClock()
    const budget = new FailureBudget(clock, limits)
    for (let address = 0; address < 5; address++) expect(budget.take(`10.0.0.${address}`)).toBe(0)
    expect(budget.take('10.0.0.9')).toBe(60_000)
    clock.time += 60_000
    expect(budget.take('10.0.0.9')).toBe(0)
  })

  test('what succeeded is given back; waiting costs nothing', () => {
    const budget = new FailureBudget(startClock(), limits)
    for (let time = 0; time < 20; time++) {
      expect(budget.take('10.0.0.1')).toBe(0)
      budget.giveBack('10.0.0.1')
    }
    expect(spend(3, () => budget.take('10.0.0.1'))).toEqual([0, 0, 0])
    expect(spend(20, () => budget.take('10.0.0.1')).every(wait => wait > 0)).toBe(true)
    expect(budget.take('10.0.0.2')).toBe(0)
  })

  test('giving back what was never taken makes nobody richer', () => {
    const budget = new FailureBudget(startClock(), limits)
    budget.giveBack('10.0.0.1')
    expect(spend(4, () => budget.take('10.0.0.1'))).toEqual([0, 0, 0, 60_000])
  })

  test('one device can not hide behind the many addresses of IPv6', () => {
    const budget = new FailureBudget(startClock(), limits)
    expect(spend(3, () => budget.take('2001:db8:1:2::1'))).toEqual([0, 0, 0])
    expect(budget.take('2001:db8:1:2:ffff::9')).toBe(60_000)
    expect(budget.take('2001:db8:1:3::1')).toBe(0)
  })

  test('it forgets the oldest of very many addresses', () => {
    const budget = new FailureBudget(startClock(), { perAddress: 1, overall: 1e9, windowMs: 60_000 })
    for (let n = 0; n <= 10_000; n++) budget.take(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`)
    expect(budget.take('10.0.0.0')).toBe(0)
    expect(budget.take('10.0.39.16')).toBe(60_000)
  })
})

describe('a growing pause', () => {
  test('begins with the fifth failure, doubles, and ends at 300 s', () => {
    const pauses = Array.from({ length: 16 }, (_, failures) => pauseAfter(failures) / 1_000)
    expect(pauses).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    expect(pauseAfter(5_000)).toBe(300_000)
  })

  test('waiting is not failing; the pause runs from the last attempt', () => {
    const clock = startClock()
    const pause = new GrowingPause(clock)
    expect(spend(5, () => pause.take('a'))).toEqual([0, 0, 0, 0, 0])
    expect(spend(10, () => pause.take('a'))).toEqual(Array(10).fill(1_000))
    clock.time += 999
    expect(pause.take('a')).toBe(1)
    clock.time += 1
    expect(pause.take('a')).toBe(0)
    expect(pause.take('a')).toBe(2_000)
    expect(pause.take('b')).toBe(0)
  })

  test('ends with a success, or after an hour without an attempt', () => {
    const clock = startClock()
    const pause = new GrowingPause(clock)
    spend(6, () => pause.take('a'))
    pause.clear('a')
    expect(spend(5, () => pause.take('a'))).toEqual([0, 0, 0, 0, 0])
    expect(pause.take('a')).toBe(1_000)
    clock.time += 3_600_000
    expect(spend(5, () => pause.take('a'))).toEqual([0, 0, 0, 0, 0])
  })
})

describe('passcodes', () => {
  test('have a budget over all addresses, which pauses do not use up', () => {
    const clock = startClock()
    const passcodes = new PasscodeAttempts(clock)
    spend(5, () => passcodes.take('10.0.0.1'))
    spend(1_000, () => passcodes.take('10.0.0.1'))
    const others = Array.from({ length: 295 }, (_, n) => passcodes.take(`10.1.${n >> 8}.${n & 255}`))
    expect(others.every(wait => wait === 0)).toBe(true)
    expect(passcodes.take('10.2.0.1')).toBe(600_000)
    clock.time += 600_000
    expect(passcodes.take('10.2.0.1')).toBe(0)
  })

  test('a success costs nothing', () => {
    const passcodes = new PasscodeAttempts(startClock())
    for (let time = 0; time < 1_000; time++) {
      expect(passcodes.take('10.0.0.1')).toBe(0)
      passcodes.succeeded('10.0.0.1')
    }
  })
})

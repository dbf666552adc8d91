import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ComingBack } from './coming-back.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('it comes back once, however often it is told to', () => {
  const connect = vi.fn()
  const comingBack = new ComingBack(connect)
  comingBack.after(2_000)
  comingBack.after(3_000)
  vi.advanceTimersByTime(2_999)
  expect(connect).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(connect).toHaveBeenCalledTimes(1)
})

test('what is there already, or was let go of, is not tried again', () => {
  const connect = vi.fn()
  const comingBack = new ComingBack(connect)
  comingBack.after(2_000)
  comingBack.cancel()
  vi.advanceTimersByTime(5_000)
  comingBack.after(2_000)
  comingBack.end()
  comingBack.after(2_000)
  vi.advanceTimersByTime(5_000)
  expect(connect).not.toHaveBeenCalled()
})

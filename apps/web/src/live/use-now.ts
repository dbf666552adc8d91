'use client'

import { useEffect, useState } from 'react'

/** The server's time in ms, moving on every so often. `ahead`: what the link says of this device's clock. */
export function useNow(ahead: number, every = 500): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now + ahead
}

/** `4:05`, never below zero. Rounded up, so that 0:00 means that it is over. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

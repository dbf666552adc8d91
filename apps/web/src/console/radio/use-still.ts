'use client'

import { useRef } from 'react'
import { useSettled } from '../use-settled.ts'
import { haveMoved } from './waiting.ts'

/** False just after calls moved up: what is under a finger then answers another call. */
export function useStill(calls: readonly { readonly key: string }[]): boolean {
  const keys = calls.map(({ key }) => key)
  const last = useRef({ keys, moves: 0 })
  const moved = haveMoved(last.current.keys, keys)
  last.current = { keys, moves: last.current.moves + (moved ? 1 : 0) }
  return useSettled(String(last.current.moves))
}

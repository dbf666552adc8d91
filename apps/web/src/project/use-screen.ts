'use client'

import { useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'

/** How people reach the class that this screen shows. */
export interface WayIn {
  readonly class: string
  readonly code: string
  /** Whole join links, most likely first. */
  readonly addresses: readonly string[]
}

export interface Screen {
  readonly digits: string | undefined
  readonly wayIn: WayIn | undefined
  /** Why there are no digits, in a sentence. */
  readonly wrong: string | undefined
}

interface Mine {
  readonly class: string | null
  readonly code?: string
  readonly addresses?: readonly string[]
}

const EVERY = 2_000
const AFTER_A_REFUSAL = 10_000

/** Asks for digits and then, every two seconds, whether an instructor has approved them. */
export function useScreen(): Screen {
  const [screen, setScreen] = useState<Screen>({ digits: undefined, wayIn: undefined, wrong: undefined })
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (first: boolean) => {
      const found = await lookOnce(first)
      if (gone) return
      setScreen(known => ({ ...known, ...found.screen }))
      if (found.again !== undefined) timer = setTimeout(() => void look(false), found.again)
    }
    void look(true)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  return screen
}

const KEY = 'evenkeel-screen'

/** One look: approved, still waiting under its digits, or in need of new ones. */
async function lookOnce(first: boolean): Promise<{ screen: Partial<Screen>; again?: number }> {
  // A browser that never asked has nothing to ask about.
  if (first && !askedBefore()) return askForDigits()
  const mine = await ask<Mine>('GET', '/api/screens/mine')
  if (mine.ok && mine.body.class !== null) {
    const { class: id, code = '', addresses = [] } = mine.body
    return { screen: { wayIn: { class: id, code, addresses }, wrong: undefined } }
  }
  if (!mine.ok && mine.kind === 'offline') return { screen: { wrong: mine.say }, again: EVERY }
  return askForDigits()
}

/** A screen that still waits is told the digits that it has. */
async function askForDigits(): Promise<{ screen: Partial<Screen>; again: number }> {
  const asked = await ask<{ digits: string }>('POST', '/api/screens')
  if (!asked.ok) return { screen: { wrong: asked.say }, again: AFTER_A_REFUSAL }
  try {
    localStorage.setItem(KEY, 'asked')
  } catch {
    // Without it, a reload of an approved screen asks for new digits.
  }
  return { screen: { digits: asked.body.digits, wrong: undefined }, again: EVERY }
}

/** After a screen was taken away: it begins like one that never asked. */
export function forgetScreen(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing is kept there, then there is nothing to forget.
  }
}

function askedBefore(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

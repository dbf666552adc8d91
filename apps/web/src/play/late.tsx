'use client'

import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react'
import { linkWords } from '../words/en/link.ts'

/** ms between two tries to fetch what a lost connection did not let through. */
const AGAIN = 2_000

const fetching: (() => Promise<unknown>)[] = []

/**
 * A part of the seat's page that is fetched after its first load. It never fails for good: without a connection it is
 * tried again until it is there, and until then `waiting` stands there, or a line that says so.
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P & { waiting?: ReactNode }> {
  let once: Promise<{ default: ComponentType<P> }> | undefined
  const fetchOnce = () => {
    once ??= untilThere(load).then(part => ({ default: part }))
    return once
  }
  fetching.push(fetchOnce)
  const Part = lazy(fetchOnce)
  return function Late({ waiting = <OneLine />, ...props }: P & { waiting?: ReactNode }) {
    return <Suspense fallback={waiting}>{createElement(Part, props as unknown as P)}</Suspense>
  }
}

const untilThere = <T,>(load: () => Promise<T>): Promise<T> =>
  load().catch(() => new Promise(resolve => setTimeout(resolve, AGAIN)).then(() => untilThere(load)))

/** Fetches all of them while there is time and a connection, so that a phone that loses it later has them. */
export async function fetchAhead(): Promise<void> {
  await Promise.all(fetching.map(fetchOnce => fetchOnce()))
}

const OneLine = () => <p role="status">{linkWords.oneMoment}</p>

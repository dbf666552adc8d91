'use client'

import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from 'react'
import { untilThere } from './until-there.ts'

const fetching = new Set<() => Promise<unknown>>()

/**
 * A part of a page that is fetched after its first load; it stands in a `Suspense`. It never fails for good: without a
 * connection it is tried again until it is there.
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  let once: Promise<{ default: ComponentType<P> }> | undefined
  const fetchOnce = () => {
    once ??= untilThere(load).then(part => ({ default: part }))
    return once
  }
  fetching.add(fetchOnce)
  return lazy(fetchOnce)
}

/** Fetches all of them while there is time and a connection, so that a screen that loses it later has them. */
export async function fetchAhead(): Promise<void> {
  await Promise.all(Array.from(fetching, fetchOnce => fetchOnce()))
}

/** Fetches ahead as soon as the page shows what it is for: what is needed now comes first. */
export function useFetchAhead(ready: boolean): void {
  useEffect(() => {
    if (ready) void fetchAhead()
  }, [ready])
}

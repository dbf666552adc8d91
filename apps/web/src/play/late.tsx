'use client'

import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { untilThere } from '../live/until-there.ts'
import { linkWords } from '../words/en/link.ts'

const fetching: (() => Promise<unknown>)[] = []

/**
 * A part of the seat's page that is fetched after its first load; it stands in a `Suspense`. It never fails for good:
 * without a connection it is tried again until it is there.
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  let once: Promise<{ default: ComponentType<P> }> | undefined
  const fetchOnce = () => {
    once ??= untilThere(load).then(part => ({ default: part }))
    return once
  }
  fetching.push(fetchOnce)
  return lazy(fetchOnce)
}

/** Fetches all of them while there is time and a connection, so that a phone that loses it later has them. */
export async function fetchAhead(): Promise<void> {
  await Promise.all(fetching.map(fetchOnce => fetchOnce()))
}

/** Stands where something is still being fetched. */
export const NotYet = () => <p role="status">{linkWords.oneMoment}</p>

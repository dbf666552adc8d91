'use client'

import type { Subscription } from '@evenkeel/protocol/constants'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type As, ClassLink, type LinkState } from './class-link.ts'

const nothing = () => () => {}
const none = () => undefined

/** A page's link to its class; undefined on the server and until the address is known. */
export function useLink(
  classId: string | null,
  as: As | null,
  subs: readonly Subscription[],
): ClassLink | undefined {
  const [link, setLink] = useState<ClassLink>()
  const key = `${classId} ${JSON.stringify(as)} ${subs.join()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says it all
  useEffect(() => {
    if (classId === null || as === null) return
    const made = new ClassLink(classId, as)
    for (const sub of subs) made.follow(sub)
    setLink(made)
    return () => made.close()
  }, [key])
  return link
}

export function useLinkState(link: ClassLink | undefined): LinkState | undefined {
  return useSyncExternalStore<LinkState | undefined>(link?.subscribe ?? nothing, link?.getState ?? none, none)
}

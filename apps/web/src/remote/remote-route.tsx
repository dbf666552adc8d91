'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'
import { late } from '../live/late.tsx'
import { OneMoment } from '../look/one-moment.tsx'
import type { RemoteHead } from './remote-class.tsx'

/** What a phone does not need to know who it is comes afterwards. */
const RemoteClass = late(async () => (await import('./remote-class.tsx')).RemoteClass)
const WhichClass = late(async () => (await import('./which-class.tsx')).WhichClass)
const SignInPanel = late(async () => (await import('../console/sign-in-panel.tsx')).SignInPanel)

type Known = { readonly classes: readonly RemoteHead[] } | 'signed-out'

/** An instructor's phone: signed in by the console's code or by hand, with the class that the address names. */
export function RemoteRoute() {
  const router = useRouter()
  const classId = useSearchParams().get('class')
  const [known, setKnown] = useState<Known>()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)

  const load = useCallback(async () => {
    const asked = await ask<{ classes: readonly RemoteHead[] }>('GET', '/api/classes')
    if (asked.ok) setKnown(asked.body)
    else {
      setKnown('signed-out')
      setWrong(asked.kind === 'signed-out' ? undefined : asked.say)
    }
  }, [])
  useEffect(() => void load(), [load])

  const signIn = async (name: string, passcode: string) => {
    setBusy(true)
    const asked = await ask('POST', '/api/sign-in', { name, passcode })
    setBusy(false)
    setWrong(asked.ok ? undefined : asked.say)
    if (asked.ok) await load()
  }
  const signOut = async () => {
    await ask('POST', '/api/sign-out', {})
    setKnown('signed-out')
  }

  if (known === undefined) return <OneMoment />
  return <Suspense fallback={<OneMoment />}>{shown(known)}</Suspense>

  function shown(it: Known) {
    if (it === 'signed-out') return <SignInPanel wrong={wrong} busy={busy} onSignIn={signIn} />
    const open = it.classes.filter(one => one.closedAt === null)
    const named = classId === null ? undefined : it.classes.find(one => one.class === classId)
    const head = named ?? (classId === null && open.length === 1 ? open[0] : undefined)
    if (head !== undefined) return <RemoteClass key={head.class} head={head} onSignOut={signOut} />
    const go = (id: string) => router.push(`/remote/?class=${encodeURIComponent(id)}`)
    return <WhichClass classes={open} onGo={go} onSignOut={signOut} />
  }
}

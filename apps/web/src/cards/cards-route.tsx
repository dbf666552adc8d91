'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { SignInPanel } from '../console/sign-in-panel.tsx'
import { ask } from '../live/ask.ts'
import { useFetchAhead } from '../live/late.tsx'
import { Page } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import { CardsScreens } from './cards-screens.tsx'
import { placeOf } from './place.ts'

/** Who is signed in decides whether there is anything to see; the address says what. */
export function CardsRoute() {
  const router = useRouter()
  const place = placeOf(useSearchParams())
  const [signedIn, setSignedIn] = useState<boolean>()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)

  const look = useCallback(async () => {
    const me = await ask<{ instructor: object | null }>('GET', '/api/me')
    setWrong(me.ok ? undefined : me.say)
    setSignedIn(me.ok && me.body.instructor !== null)
  }, [])
  useEffect(() => void look(), [look])
  useFetchAhead(signedIn === true)

  const signIn = async (name: string, passcode: string) => {
    setBusy(true)
    const asked = await ask('POST', '/api/sign-in', { name, passcode })
    setBusy(false)
    setWrong(asked.ok ? undefined : asked.say)
    if (asked.ok) await look()
  }

  if (signedIn === undefined) {
    return (
      <Page>
        <p>{words.loading}</p>
      </Page>
    )
  }
  if (!signedIn) return <SignInPanel wrong={wrong} busy={busy} onSignIn={signIn} />
  return <CardsScreens place={place} go={address => router.push(address)} />
}

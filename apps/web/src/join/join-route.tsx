'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../live/ask.ts'
import { newId } from '../live/new-id.ts'
import { JoinPanel, type OfferedClass } from './join-panel.tsx'
import { useAskedSeat } from './use-asked-seat.ts'

/** The address carries class and seat; neither is a secret. */
export const seatAddress = (classId: string, seat: string) =>
  `/play/?class=${encodeURIComponent(classId)}&seat=${encodeURIComponent(seat)}`

export function JoinRoute() {
  const router = useRouter()
  const given = useSearchParams().get('code') ?? ''
  const [offered, setOffered] = useState<OfferedClass>()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  // The same request again gives the same seat, so a lost answer costs nobody a second one.
  const request = useRef('')

  const looked = useRef('')

  const look = useCallback(async (code: string) => {
    looked.current = code
    setBusy(true)
    const asked = await ask<Omit<OfferedClass, 'code'>>('GET', `/api/codes/${encodeURIComponent(code)}`)
    setBusy(false)
    request.current = newId()
    if (asked.ok) {
      setOffered({ ...asked.body, code })
      // So that the back button of a seat leads here with its code, and to "Continue as …".
      history.replaceState(null, '', `/?code=${encodeURIComponent(code)}`)
    }
    setWrong(asked.ok ? undefined : asked.say)
  }, [])

  useEffect(() => {
    if (given !== '' && given !== looked.current) void look(given)
  }, [given, look])

  const join = async (name: string) => {
    if (offered === undefined) return
    setBusy(true)
    const body = { code: offered.code, name, request: request.current }
    const asked = await ask<{ class: string; seat: string }>('POST', '/api/join', body)
    if (asked.ok) return router.push(seatAddress(asked.body.class, asked.body.seat))
    setBusy(false)
    setWrong(asked.say)
  }

  const { asked, askFor, takeBack } = useAskedSeat((classId, seat) => router.push(seatAddress(classId, seat)))
  const mySeat = async (name: string) => {
    if (offered === undefined) return
    setBusy(true)
    setWrong(await askFor(offered.code, name))
    setBusy(false)
  }

  return (
    <JoinPanel
      asked={asked}
      onMySeat={mySeat}
      onTakeBack={takeBack}
      code={given}
      offered={offered}
      wrong={wrong}
      busy={busy}
      onCode={look}
      onJoin={join}
      onContinue={seat => offered && router.push(seatAddress(offered.class, seat))}
      onBack={() => {
        setOffered(undefined)
        setWrong(undefined)
      }}
    />
  )
}

'use client'

import type { RoomId } from '@evenkeel/classroom/view'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import type { As, LinkState } from '../live/class-link.ts'
import { viewIn } from '../live/class-link.ts'
import { useLink, useLinkState } from '../live/use-link.ts'
import { LinkBanner } from '../look/link-banner.tsx'
import { RoomDebrief, SeatDebrief } from './debrief-screen.tsx'
import { NoDebrief } from './no-debrief.tsx'

/** `?class=&seat=` for a trainee's own room, `?class=&room=` for any room of an instructor. */
export function DebriefRoute() {
  const asked = useSearchParams()
  const [classId, seat, room] = [asked.get('class'), asked.get('seat'), asked.get('room')]
  if (classId !== null && seat !== null) return <OwnDebrief classId={classId} seat={seat} />
  if (classId !== null && room !== null) return <AnyDebrief classId={classId} room={room} />
  return <NoDebrief reason={{ because: 'no-address' }} back={null} instructor={false} />
}

function OwnDebrief({ classId, seat }: { classId: string; seat: string }) {
  const as = useMemo<As>(() => ({ kind: 'seat', seat }), [seat])
  const link = useLink(classId, as, ['seat'])
  const state = useLinkState(link)
  const view = state && viewIn(state, 'seat', 'person')
  const back = `/play/?class=${encodeURIComponent(classId)}&seat=${encodeURIComponent(seat)}`
  return (
    <>
      {state && <LinkBanner state={state} />}
      {state && view ? (
        <SeatDebrief view={view} nameOf={namesOf(state)} back={back} />
      ) : (
        <Waiting state={state} back={back} instructor={false} />
      )}
    </>
  )
}

const instructor: As = { kind: 'instructor' }

function AnyDebrief({ classId, room }: { classId: string; room: RoomId }) {
  const link = useLink(classId, instructor, [`room:${room}`, 'console'])
  const state = useLinkState(link)
  const view = state && viewIn(state, `room:${room}`, 'watch')
  const console = state && viewIn(state, 'console', 'console')
  const back = `/console/?class=${encodeURIComponent(classId)}`
  return (
    <>
      {state && <LinkBanner state={state} />}
      {state && view && console ? (
        <RoomDebrief
          view={view}
          me={null}
          class={{ title: console.class.title, medium: console.class.settings.medium }}
          nameOf={namesOf(state)}
          back={back}
        />
      ) : (
        <Waiting state={state} back={back} instructor />
      )}
    </>
  )
}

function Waiting({
  state,
  back,
  instructor,
}: {
  state: LinkState | undefined
  back: string
  instructor: boolean
}) {
  const ended = state?.status === 'ended'
  return (
    <NoDebrief
      reason={ended ? { because: 'ended', say: state.refused?.say ?? '' } : { because: 'loading' }}
      back={back}
      instructor={instructor}
    />
  )
}

const namesOf = (state: LinkState) => (person: string) => state.names[person] ?? ''

'use client'

import type { ConsoleView, RoomId } from '@evenkeel/classroom/view'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import type { As, LinkState } from '../live/class-link.ts'
import { viewIn } from '../live/class-link.ts'
import { useLink, useLinkState } from '../live/use-link.ts'
import { LinkBanner } from '../look/link-banner.tsx'
import { SimulatedMark } from '../look/simulated-mark.tsx'
import { TakeAlong } from '../play/take-along.tsx'
import { RoomDebrief, SeatDebrief } from './debrief-screen.tsx'
import { NoDebrief } from './no-debrief.tsx'
import type { NameOf } from './shown-scene.ts'

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
  const nameOf = useNames(state)
  const view = state && viewIn(state, 'seat', 'person')
  const back = `/play/?class=${encodeURIComponent(classId)}&seat=${encodeURIComponent(seat)}`
  return (
    <>
      {state && <LinkBanner state={state} />}
      <SimulatedMark on={view?.class?.simulated === true} />
      {state && link && view ? (
        <SeatDebrief
          view={view}
          nameOf={nameOf}
          back={back}
          act={link.act}
          own={<TakeAlong me={view.me} act={link.act} outbox={state.outbox} />}
        />
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
  const nameOf = useNames(state)
  const view = state && viewIn(state, `room:${room}`, 'watch')
  const console = state && viewIn(state, 'console', 'console')
  const back = `/console/?class=${encodeURIComponent(classId)}`
  return (
    <>
      {state && <LinkBanner state={state} />}
      <SimulatedMark on={console?.class.simulated === true} />
      {state && link && view && console ? (
        <RoomDebrief
          view={view}
          me={null}
          class={headOf(console.class)}
          nameOf={nameOf}
          back={back}
          act={link.act}
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

const headOf = ({ title, simulated, settings: { medium } }: ConsoleView['class']) => ({
  title,
  medium,
  ...(simulated === true && { simulated }),
})

/** The same function as long as the names are the same, so that six hundred lines are not drawn again for a heartbeat. */
function useNames(state: LinkState | undefined): NameOf {
  const names = state?.names
  return useMemo(() => person => names?.[person] ?? '', [names])
}

'use client'

import { useSearchParams } from 'next/navigation'
import { Suspense, useEffect } from 'react'
import type { ClassLink, LinkState } from '../live/class-link.ts'
import { viewIn } from '../live/class-link.ts'
import { late, useFetchAhead } from '../live/late.tsx'
import { useLink, useLinkState } from '../live/use-link.ts'
import { useNow } from '../live/use-now.ts'
import { LinkBanner } from '../look/link-banner.tsx'
import { Page } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import { Ended, type EndedKind } from './panels/ended.tsx'
import { PlayScreen } from './play-screen.tsx'
import { setTextSize, textSize } from './text-size.ts'

/** Shown in simulated classes only. */
const PracticeMark = late(async () => (await import('./practice-mark.tsx')).PracticeMark)

const subs = ['seat'] as const
const AS_INSTRUCTOR = { kind: 'instructor' } as const

/** A seat's page: the address says which class and seat, the browser's cookie says whether it may. */
export function PlayRoute() {
  const address = useSearchParams()
  const classId = address.get('class')
  const seat = address.get('seat')
  // An instructor who took a seat in a room has no cookie of a seat, but the instructor's own.
  const instructor = address.get('as') === 'instructor'
  const link = useLink(
    classId,
    instructor ? AS_INSTRUCTOR : seat === null ? null : { kind: 'seat', seat },
    subs,
  )
  const state = useLinkState(link)
  useEffect(() => setTextSize(textSize()), [])
  useFetchAhead(state?.status === 'live')
  if (classId === null || (seat === null && !instructor))
    return <Ended kind="other" say={playWords.ended.address} />
  if (link === undefined || state === undefined) return <Loading />
  return (
    <Connected
      link={link}
      state={state}
      classId={classId}
      copyAt={
        seat === null || instructor
          ? undefined
          : `/api/classes/${encodeURIComponent(classId)}/seats/${encodeURIComponent(seat)}/copy`
      }
    />
  )
}

interface ConnectedProps {
  link: ClassLink
  state: LinkState
  classId: string
  copyAt: string | undefined
}

function Connected({ link, state, classId, copyAt }: ConnectedProps) {
  const now = useNow(state.clockAhead)
  const view = viewIn(state, 'seat', 'person')
  const { status, refused } = state
  if (status === 'ended' && refused !== undefined && view?.class?.status !== 'closed') {
    return <Ended kind={endedKind(refused.kind)} say={refused.say} />
  }
  if (view === undefined) {
    return (
      <>
        <LinkBanner state={state} />
        <Loading />
      </>
    )
  }
  return (
    <>
      <LinkBanner state={state} />
      {view.class?.simulated === true && (
        <Suspense>
          <PracticeMark classId={classId} view={view} />
        </Suspense>
      )}
      <PlayScreen
        view={view}
        names={state.names}
        typing={state.typing}
        outbox={state.outbox}
        live={status === 'live'}
        now={now}
        act={link.act}
        dismiss={id => link.dismiss(id)}
        tellTyping={on => link.tellTyping(on)}
        copyAt={copyAt}
      />
    </>
  )
}

function endedKind(kind: string): EndedKind {
  return kind === 'signed-out' ||
    kind === 'unknown' ||
    kind === 'version' ||
    kind === 'closed' ||
    kind === 'moved-on'
    ? kind
    : 'other'
}

function Loading() {
  return (
    <Page>
      <p>{playWords.loading}</p>
    </Page>
  )
}

'use client'

import { useEffect } from 'react'
import { toldApart } from '../console/told-apart.ts'
import { ClassLanguage } from '../language/class-language.tsx'
import { viewIn } from '../live/class-link.ts'
import { useFetchAhead } from '../live/late.tsx'
import { useLink, useLinkState } from '../live/use-link.ts'
import { useNow } from '../live/use-now.ts'
import { Button } from '../look/button.tsx'
import { LinkBanner } from '../look/link-banner.tsx'
import { Page, Stack } from '../look/page.tsx'
import { SimulatedMark } from '../look/simulated-mark.tsx'
import { words } from '../words/en.ts'
import { RemoteScreen } from './remote-screen.tsx'
import { roomAtSpot } from './spots.ts'
import { useWalked } from './use-walked.ts'

export interface RemoteHead {
  readonly class: string
  readonly title: string
  readonly closedAt: number | null
}

const AS = { kind: 'instructor' } as const
/** The own seat says which of the people here this instructor is. */
const SUBS = ['console', 'wall', 'seat'] as const

/** One class on an instructor's phone: its link, and the room at the spot where they stand. */
export function RemoteClass({ head, onSignOut }: { head: RemoteHead; onSignOut: () => void }) {
  const link = useLink(head.class, AS, SUBS)
  const state = useLinkState(link)
  const now = useNow(state?.clockAhead ?? 0, 1_000)
  useFetchAhead(state?.status === 'live')
  const walk = useWalked(head.class, now)
  const view = state && viewIn(state, 'console', 'console')
  const room = view && walk.spot !== null ? roomAtSpot(view.rooms, walk.spot) : undefined
  useEffect(() => {
    if (link === undefined || room === undefined) return
    const sub = `room:${room}` as const
    link.follow(sub as Parameters<typeof link.follow>[0])
    return () => link.unfollow(sub as Parameters<typeof link.follow>[0])
  }, [link, room])

  if (state?.status === 'ended' && view?.class.status !== 'closed') {
    return (
      <Page>
        <Stack gap={4}>
          <p>{state.refused?.say ?? words.remote.gone}</p>
          <Button kind="primary" wide onClick={() => location.reload()}>
            {words.remote.signIn}
          </Button>
        </Stack>
      </Page>
    )
  }
  if (link === undefined || state === undefined || view === undefined) {
    return (
      <Page>
        <p>{words.remote.loading}</p>
      </Page>
    )
  }
  return (
    <>
      <LinkBanner state={state} />
      <SimulatedMark on={view.class.simulated === true} />
      <ClassLanguage language={view.class.language}>
        <RemoteScreen
          me={viewIn(state, 'seat', 'person')?.me.person ?? null}
          view={view}
          wall={state.wall}
          names={toldApart(state.names, view.people)}
          room={
            room === undefined ? null : (viewIn(state, `room:${room}` as 'console', 'watch')?.room ?? null)
          }
          walk={walk}
          notSent={state.outbox.notSent}
          now={now}
          act={link.act}
          onDismiss={id => link.dismiss(id)}
          onSignOut={onSignOut}
        />
      </ClassLanguage>
    </>
  )
}

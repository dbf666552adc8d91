'use client'

import { useEffect, useState } from 'react'
import { ClassLanguage } from '../language/class-language.tsx'
import { ask } from '../live/ask.ts'
import { viewIn } from '../live/class-link.ts'
import { useFetchAhead } from '../live/late.tsx'
import { useLink, useLinkState } from '../live/use-link.ts'
import { useNow } from '../live/use-now.ts'
import { LinkBanner } from '../look/link-banner.tsx'
import { Page } from '../look/page.tsx'
import { SimulatedMark } from '../look/simulated-mark.tsx'
import { words } from '../words/en.ts'
import { ClassScreen } from './class-screen.tsx'
import type { ClassHead } from './classes-panel.tsx'
import { useCurtain } from './use-curtain.ts'
import { usePlaybook } from './use-playbook.ts'
import { useRoster } from './use-roster.ts'

const AS = { kind: 'instructor' } as const
/** The own seat says which of the people here this instructor is. */
const SUBS = ['console', 'wall', 'seat'] as const

/** One class at the console: its link, the room that is looked into, and the curtain. */
export function ClassRoute({ head }: { head: ClassHead }) {
  const link = useLink(head.class, AS, SUBS)
  const state = useLinkState(link)
  const now = useNow(state?.clockAhead ?? 0, 1_000)
  useFetchAhead(state?.status === 'live')
  const [open, setOpen] = useState<string | null>(null)
  const curtain = useCurtain(head.class)
  const { roster, save } = useRoster(head.class)
  useEffect(() => {
    if (link === undefined || open === null) return
    const sub = `room:${open}` as const
    link.follow(sub as Parameters<typeof link.follow>[0])
    return () => link.unfollow(sub as Parameters<typeof link.follow>[0])
  }, [link, open])

  const view = state && viewIn(state, 'console', 'console')
  const playbook = usePlaybook(view?.class.language)
  if (link === undefined || state === undefined) return <Message text={words.console.class.loading} />
  if (state.status === 'ended' && view?.class.status !== 'closed') {
    return <Message text={`${words.console.class.gone} ${state.refused?.say ?? ''}`} />
  }
  return (
    <>
      <LinkBanner state={state} />
      <SimulatedMark on={view?.class.simulated === true} />
      {view === undefined && <Message text={words.console.class.loading} />}
      {view && (
        <ClassLanguage language={view.class.language}>
          <ClassScreen
            head={head}
            me={viewIn(state, 'seat', 'person')?.me.person ?? null}
            view={view}
            wall={state.wall}
            signs={state.signs}
            names={state.names}
            presence={state.presence}
            claims={state.claims}
            onClaim={async (claim, person) => {
              const asked = await ask('POST', `/api/classes/${head.class}/claims`, { claim, person })
              return asked.ok ? undefined : asked.say
            }}
            notSent={state.outbox.notSent}
            room={open === null ? null : (viewIn(state, `room:${open}` as 'console', 'watch')?.room ?? null)}
            now={now}
            curtain={curtain}
            act={link.act}
            onOpen={setOpen}
            onDismiss={id => link.dismiss(id)}
            onApprove={async digits => {
              const asked = await ask('POST', `/api/classes/${head.class}/screens`, { digits })
              return asked.ok ? undefined : asked.say
            }}
            playbook={playbook}
            roster={roster}
            onRoster={save}
            onName={async (person, name) => {
              const asked = await ask('POST', `/api/classes/${head.class}/names`, { person, name })
              return asked.ok ? undefined : asked.say
            }}
            onTakeScreens={() => void ask('DELETE', `/api/classes/${head.class}/screens`)}
          />
        </ClassLanguage>
      )}
    </>
  )
}

/** No class to show (yet): why, and the way back. */
function Message({ text }: { text: string }) {
  return (
    <Page>
      <p>{text}</p>
      <p>
        <a href="/console/">{words.console.class.all}</a>
      </p>
    </Page>
  )
}

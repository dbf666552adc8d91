'use client'

import { useState } from 'react'
import { viewIn } from '../live/class-link.ts'
import { useFetchAhead } from '../live/late.tsx'
import { useLink, useLinkState } from '../live/use-link.ts'
import { useNow } from '../live/use-now.ts'
import { LinkBanner } from '../look/link-banner.tsx'
import { SimulatedMark } from '../look/simulated-mark.tsx'
import { words } from '../words/en.ts'
import { Digits } from './digits.tsx'
import { ProjectScreen } from './project-screen.tsx'
import { forgetScreen, useScreen, type WayIn } from './use-screen.ts'
import { WallMessage } from './wall-message.tsx'

const AS = { kind: 'screen' } as const
const SUBS = ['projector'] as const

/** The wall's page: digits until an instructor says yes, then the class; digits again when it is taken away. */
export function ProjectRoute() {
  const [turn, setTurn] = useState(0)
  const begin = () => {
    forgetScreen()
    setTurn(turn + 1)
  }
  return <Screen key={turn} onLost={begin} />
}

function Screen({ onLost }: { onLost: () => void }) {
  const screen = useScreen()
  if (screen.wayIn !== undefined) return <Connected wayIn={screen.wayIn} onLost={onLost} />
  return <Digits digits={screen.digits} wrong={screen.wrong} />
}

function Connected({ wayIn, onLost }: { wayIn: WayIn; onLost: () => void }) {
  const link = useLink(wayIn.class, AS, SUBS)
  const state = useLinkState(link)
  const now = useNow(state?.clockAhead ?? 0, 250)
  useFetchAhead(state?.status === 'live')
  const view = state && viewIn(state, 'projector', 'projector')
  // When the class is over its screens are let go of, and the wall itself says the rest.
  const over = view?.class.status === 'closed'
  const takenAway = state?.status === 'ended' && !over
  if (takenAway && state.refused?.kind !== 'version') return <Again onLost={onLost} />
  return (
    <>
      {state && !over && <LinkBanner state={state} />}
      <SimulatedMark on={view?.class.simulated === true} />
      {view === undefined ? (
        <WallMessage title={words.project.connecting} />
      ) : (
        <ProjectScreen view={view} wayIn={wayIn} now={now} />
      )}
    </>
  )
}

/** Taken away by the instructor: the page begins anew, but not over and over. */
function Again({ onLost }: { onLost: () => void }) {
  return <WallMessage title={words.project.asking} after={onLost} />
}

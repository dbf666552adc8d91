'use client'

import { Suspense, useState } from 'react'
import { late } from '../live/late.tsx'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './remote.module.css'
import type { RemoteScreenProps } from './remote-screen.tsx'

const AnnounceSheet = late(async () => (await import('../console/announce-sheet.tsx')).AnnounceSheet)
const SaidToAll = late(async () => (await import('../console/said-to-all.tsx')).SaidToAll)

/** What is rarely wanted on the way: a sentence to everybody, and the end of this phone's session. */
export function RemoteMore({ view, act, onSignOut }: RemoteScreenProps) {
  const [says, setSays] = useState(false)
  return (
    <div className={look.more}>
      {view.class.status === 'open' && (
        <Button kind="plain" onClick={() => setSays(true)}>
          {words.console.announce.title}
        </Button>
      )}
      <Button kind="plain" onClick={onSignOut}>
        {words.remote.out}
      </Button>
      {says && (
        <Suspense>
          <AnnounceSheet act={act} onClose={() => setSays(false)}>
            <SaidToAll view={view} act={act} />
          </AnnounceSheet>
        </Suspense>
      )}
    </div>
  )
}

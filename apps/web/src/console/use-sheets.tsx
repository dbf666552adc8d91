'use client'

import { type ReactNode, Suspense, useState } from 'react'
import { late } from '../live/late.tsx'
import type { ClassScreenProps } from './class-screen.tsx'

const KeysSheet = late(async () => (await import('./keys-sheet.tsx')).KeysSheet)
const AnnounceSheet = late(async () => (await import('./announce-sheet.tsx')).AnnounceSheet)
const RemoteSheet = late(async () => (await import('./remote-sheet.tsx')).RemoteSheet)
const InstructorsSheet = late(async () => (await import('./instructors-sheet.tsx')).InstructorsSheet)
const SettingsSheet = late(async () => (await import('./settings-sheet.tsx')).SettingsSheet)

export type SheetName = 'keys' | 'announce' | 'remote' | 'instructors' | 'settings'

export interface Sheets {
  readonly shown: ReactNode
  readonly show: (name: SheetName) => void
}

/** The console's dialogs that are not about one person or room; each is fetched when it is first asked for. */
export function useSheets({ head, view, curtain, act, onDismiss }: ClassScreenProps): Sheets {
  const [name, show] = useState<SheetName>()
  const onClose = () => show(undefined)
  const { settings } = view.class
  const shown = name !== undefined && (
    <Suspense>
      {name === 'keys' && <KeysSheet onClose={onClose} />}
      {name === 'announce' && <AnnounceSheet act={act} onClose={onClose} />}
      {name === 'remote' && <RemoteSheet classId={head.class} curtain={curtain} onClose={onClose} />}
      {name === 'instructors' && <InstructorsSheet classId={head.class} onClose={onClose} />}
      {name === 'settings' && (
        <SettingsSheet settings={settings} act={act} onDismiss={onDismiss} onClose={onClose} />
      )}
    </Suspense>
  )
  return { shown, show }
}

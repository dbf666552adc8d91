'use client'

import { useState } from 'react'
import { cardsWords as words } from '../words/en/cards.ts'
import { importCards } from './cards-calls.ts'
import { ImportPanel, type ImportState } from './import-panel.tsx'

/** Reads the chosen files and sends them. */
export function ImportScreen({ onImported, onBack }: { onImported: () => void; onBack: () => void }) {
  const [state, setState] = useState<ImportState>({ kind: 'choosing' })
  const [busy, setBusy] = useState(false)
  const send = async (files: readonly File[], ifExists: 'ask' | 'keep-both' | 'replace' | 'skip') => {
    setBusy(true)
    const read = await Promise.allSettled(
      files.map(async file => ({ name: file.name, text: await file.text() })),
    )
    const lost = files.find((_, index) => read[index]?.status === 'rejected')
    const texts = read.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
    const next: ImportState =
      lost === undefined
        ? await importCards({ files: texts, ifExists })
        : { kind: 'failed', say: words.import.unreadable(lost.name) }
    setBusy(false)
    setState(next)
    if (next.kind === 'imported') onImported()
  }
  return (
    <ImportPanel
      state={state}
      busy={busy}
      onImport={send}
      onAgain={() => setState({ kind: 'choosing' })}
      onBack={onBack}
    />
  )
}

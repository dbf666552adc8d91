'use client'

import { useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { BulkBar } from './bulk-bar.tsx'
import look from './console.module.css'
import { WallPanel, type WallProps } from './wall/wall-panel.tsx'
import { WarningsList } from './warnings-list.tsx'

export type RoomsProps = Omit<WallProps, 'picked' | 'onPick'> & { act: Act }

/** Every room with its live state; rooms that need somebody first. */
export function RoomsPanel(props: RoomsProps) {
  const { view, order, names, act } = props
  const say = words.console.rooms
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const sorted = order.ids.flatMap(id => {
    const row = view.rooms[id]
    return row === undefined ? [] : [[id, row] as const]
  })
  const chosen = sorted.filter(([id]) => picked.has(id))
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(id)
    else next.delete(id)
    setPicked(next)
  }
  const open = view.class.status === 'open'
  return (
    <Stack gap={3}>
      <h2>{say.title}</h2>
      {open && (
        <BulkBar
          rooms={chosen.length > 0 ? chosen : sorted}
          chosen={chosen.length > 0}
          act={act}
          onClear={() => setPicked(new Set())}
        />
      )}
      {view.round !== null && (
        <WarningsList
          warnings={view.round.warnings}
          deck={view.deck}
          nameOf={id => names[id] ?? id}
          title={words.console.warnings.round}
        />
      )}
      {order.ids.length === 0 && <p className={look.soft}>{say.none}</p>}
      {order.ids.length > 0 && (
        <WallPanel {...props} picked={picked} onPick={open && sorted.length > 1 ? pick : undefined} />
      )}
    </Stack>
  )
}

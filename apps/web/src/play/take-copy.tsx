'use client'

import type { TakeAlong } from '@evenkeel/classroom/view'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useLadder } from '../language/use-ladder.ts'
import { useRubric } from '../language/use-rubric.ts'
import { ask } from '../live/ask.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import type { OwnCopy } from './own-copy.ts'
import prose from './prose.module.css'

const text = playWords.ownCopy

/** Own scenes as one file on this device. What is in it comes from the server, which gives what the seat may see. */
export function TakeCopy({ address, takeAlong }: { address: string; takeAlong: TakeAlong | null }) {
  const rubric = useRubric()
  const { steps } = useLadder()
  const [state, setState] = useState<'busy' | 'done' | { say: string }>()
  const take = async () => {
    setState('busy')
    const [asked, page] = await Promise.all([ask<OwnCopy>('GET', address), import('./own-copy.ts')])
    if (!asked.ok) return setState({ say: asked.say })
    download(page.ownCopyPage(asked.body, takeAlong, { rubric, steps }), fileName(asked.body.title))
    setState('done')
  }
  return (
    <Panel tone="soft">
      <Stack gap={3}>
        <h2>{text.title}</h2>
        <p>{text.means}</p>
        <Button wide busy={state === 'busy'} icon={<Download size={20} />} onClick={() => void take()}>
          {text.take}
        </Button>
        <p className={prose.soft} role="status">
          {state === 'done' ? text.done : typeof state === 'object' ? state.say : ''}
        </p>
      </Stack>
    </Panel>
  )
}

/** Letters and digits of any script; a phone's file system takes those. */
const fileName = (title: string): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'evenkeel'}.html`

function download(page: string, name: string): void {
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

'use client'

import { useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './people-panel.module.css'
import { Select } from './select.tsx'

export interface Other {
  readonly id: string
  readonly name: string
}

interface TwiceProps {
  id: string
  name: string
  /** Whoever else they may have come in as. */
  others: readonly Other[]
  act: Act
  onDismiss: (id: string) => void
}

/** Somebody joined a second time: their other entry becomes this one. Says first what follows. */
export function CameTwice({ id, name, others, act, onDismiss }: TwiceProps) {
  const say = words.console.cameTwice
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  const other = others.find(one => one.id === from)
  const close = () => {
    setOpen(false)
    setFrom('')
    setWrong(undefined)
  }
  const go = async () => {
    setSending(true)
    const answer = await act('MergePeople', { from, into: id })
    setSending(false)
    if (answer.ok) return close()
    onDismiss(answer.id)
    setWrong(answer.say)
  }
  if (!open) return <Button onClick={() => setOpen(true)}>{say.twice}</Button>
  return (
    <div className={own.twice}>
      <Select
        label={say.twiceWho(name)}
        value={from}
        options={[
          { value: '', text: say.twicePick },
          ...others.map(one => ({ value: one.id, text: one.name })),
        ]}
        onChange={next => {
          setFrom(next)
          setWrong(undefined)
        }}
      />
      {other !== undefined && (
        <>
          <p>{say.twiceMeans(name, other.name)}</p>
          <p className={look.soft}>{say.twiceThen}</p>
        </>
      )}
      <p role="alert" className={own.refused}>
        {wrong}
      </p>
      <div className={own.twiceButtons}>
        {other !== undefined && (
          <Button busy={sending} onClick={() => void go()}>
            {say.twiceGo}
          </Button>
        )}
        <Button kind="plain" busy={sending} onClick={close}>
          {say.twiceNo}
        </Button>
      </div>
    </div>
  )
}

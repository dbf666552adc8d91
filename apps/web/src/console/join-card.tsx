'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Panel, Row, Stack } from '../look/page.tsx'
import { Qr } from '../look/qr.tsx'
import { words } from '../words/en.ts'
import type { ClassScreenProps } from './class-screen.tsx'
import look from './console.module.css'
import own from './join-card.module.css'

/** How people get in: code, QR, address, and what to try if no phone comes through. */
export function JoinCard({ head, view, now, act, onApprove, onTakeScreens }: ClassScreenProps) {
  const say = words.console.join
  const [address] = head.addresses
  const present = Object.values(view.people).filter(
    one => one.role === 'trainee' && one.standing === 'present',
  ).length
  if (view.class.status === 'closed') return null
  return (
    <Panel>
      <Stack gap={3}>
        <h2 className={look.small}>{say.title}</h2>
        <p className={own.code}>
          <span className="visually-hidden">{say.code}</span>
          {`${head.code.slice(0, 3)} ${head.code.slice(3)}`}
        </p>
        {address !== undefined &&
          (view.round === null ? (
            <WayIn address={address} />
          ) : (
            <details className={look.details}>
              <summary>{say.show}</summary>
              <WayIn address={address} />
            </details>
          ))}
        <p role="status">
          <strong>{say.here(present)}</strong>
          {view.round === null && <span className={look.block}>{reached(present, now - head.openedAt)}</span>}
        </p>
        <Row>
          <Button onClick={() => void act('LockClass', { locked: !view.class.locked })}>
            {view.class.locked ? say.unlock : say.lock}
          </Button>
        </Row>
        <ScreenForm onApprove={onApprove} onTakeScreens={onTakeScreens} />
      </Stack>
    </Panel>
  )
}

function WayIn({ address }: { address: string }) {
  const say = words.console.join
  return (
    <div className={own.wayIn}>
      <Qr text={address} label={say.scan} />
      <p className={look.soft}>{say.scan}</p>
      <p className={own.address}>{address.replace(/^https?:\/\//, '')}</p>
    </div>
  )
}

/** A phone that came through proves the network; when none has for a minute, what to try. */
function reached(present: number, since: number): string {
  const say = words.console.join
  if (present > 0) return say.reached
  return since < 60_000 ? say.waiting : say.nobody
}

function ScreenForm({ onApprove, onTakeScreens }: Pick<ClassScreenProps, 'onApprove' | 'onTakeScreens'>) {
  const say = words.console.join
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [shown, setShown] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const refused = await onApprove(digits)
    setWrong(refused)
    setShown(refused === undefined)
  }
  return (
    <details className={look.details}>
      <summary>{say.screen}</summary>
      <form onSubmit={submit}>
        <Stack gap={2}>
          <Field
            label={say.digits}
            hint={say.screenHint('/project/')}
            wrong={wrong}
            value={digits}
            inputMode="numeric"
            maxLength={4}
            onChange={event => setDigits(event.target.value)}
          />
          <Button type="submit">{say.approve}</Button>
          <p role="status">{shown ? say.approved : ''}</p>
          <Button kind="plain" onClick={onTakeScreens}>
            {say.takeAway}
          </Button>
        </Stack>
      </form>
    </details>
  )
}

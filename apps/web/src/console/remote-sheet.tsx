'use client'

import { useCallback, useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'
import { clockText } from '../live/use-now.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Stack } from '../look/page.tsx'
import { Qr } from '../look/qr.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import { CurtainPanel } from './curtain-panel.tsx'
import own from './remote-sheet.module.css'
import type { Curtain } from './use-curtain.ts'

interface RemoteSheetProps {
  classId: string
  curtain: Curtain
  onClose: () => void
}

/** The code for the instructor's own phone. It admits to everything, so it never shows on a screen that is projected. */
export function RemoteSheet({ classId, curtain, onClose }: RemoteSheetProps) {
  const say = words.remote.sheet
  return (
    <Sheet title={say.title} open onClose={onClose} close={words.console.class.back}>
      {curtain.state === 'up' ? <Code classId={classId} /> : <CurtainPanel curtain={curtain} />}
    </Sheet>
  )
}

/** ms between two looks at how many phones are in. */
const LOOKS = 2_000

interface Shown {
  readonly link: string
  /** This device's time in ms. */
  readonly endsAt: number
  /** How many phones were in before it was shown. */
  readonly before: number | undefined
}

function Code({ classId }: { classId: string }) {
  const say = words.remote.sheet
  const [shown, setShown] = useState<Shown>()
  const [wrong, setWrong] = useState<string>()
  const [phones, setPhones] = useState<number>()
  const [now, setNow] = useState(() => Date.now())
  const make = useCallback(async () => {
    const before = await countPhones()
    const asked = await ask<{ links: readonly string[]; goodFor: number }>(
      'POST',
      `/api/classes/${classId}/remotes`,
      {},
    )
    setWrong(asked.ok ? undefined : asked.say)
    setPhones(before)
    setNow(Date.now())
    const link = asked.ok ? asked.body.links[0] : undefined
    if (asked.ok && link !== undefined) setShown({ link, endsAt: Date.now() + asked.body.goodFor, before })
  }, [classId])
  useEffect(() => void make(), [make])
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000)
    const looks = setInterval(async () => setPhones((await countPhones()) ?? undefined), LOOKS)
    return () => {
      clearInterval(clock)
      clearInterval(looks)
    }
  }, [])
  const arrived = shown?.before !== undefined && phones !== undefined && phones > shown.before
  const late = shown !== undefined && now >= shown.endsAt
  return (
    <Stack gap={4}>
      {wrong !== undefined && <p role="alert">{wrong}</p>}
      {shown !== undefined && !arrived && !late && (
        <>
          <p>{say.scan}</p>
          <div className={own.code}>
            <Qr text={shown.link} label={say.title} />
          </div>
          <p>{say.goodFor(clockText(shown.endsAt - now))}</p>
        </>
      )}
      <p role="status">{arrived ? say.arrived : late ? say.late : ''}</p>
      {(arrived || late) && <Button onClick={() => void make()}>{say.again}</Button>}
      {phones !== undefined && <p>{say.in(phones)}</p>}
      {phones !== undefined && phones > 0 && (
        <ConfirmButton
          really={say.reallyOut}
          onConfirm={async () => {
            await ask('DELETE', '/api/remotes')
            setPhones(await countPhones())
            await make()
          }}
        >
          {say.out}
        </ConfirmButton>
      )}
    </Stack>
  )
}

async function countPhones(): Promise<number | undefined> {
  const asked = await ask<{ phones: number }>('GET', '/api/remotes')
  return asked.ok ? asked.body.phones : undefined
}

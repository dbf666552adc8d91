'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../live/ask.ts'
import { late } from '../live/late.tsx'
import { newId } from '../live/new-id.ts'
import { OneMoment } from '../look/one-moment.tsx'
import { Page } from '../look/page.tsx'
import { noteScene } from '../play/practice-scene.ts'
import { words } from '../words/en.ts'
import { ClassesPanel, type ClassHead, type Opening } from './classes-panel.tsx'
import { SignInPanel } from './sign-in-panel.tsx'
import type { Trial } from './try-it.tsx'

/** The class itself is fetched when one is opened: signing in and the list need none of it. */
const ClassRoute = late(async () => (await import('./class-route.tsx')).ClassRoute)

interface Instructor {
  readonly id: string
  readonly name: string
}

/** Who is signed in decides what there is to see; the address says which class. */
export function ConsoleRoute() {
  const router = useRouter()
  const classId = useSearchParams().get('class')
  const [instructor, setInstructor] = useState<Instructor | null>()
  const [classes, setClasses] = useState<readonly ClassHead[]>([])
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const request = useRef<string>(undefined)

  const load = useCallback(async () => {
    const me = await ask<{ instructor: Instructor | null }>('GET', '/api/me')
    const known = me.ok ? me.body.instructor : null
    if (!me.ok) setWrong(me.say)
    const list = known && (await ask<{ classes: readonly ClassHead[] }>('GET', '/api/classes'))
    if (list?.ok) setClasses(list.body.classes)
    setInstructor(known)
  }, [])
  useEffect(() => void load(), [load])

  const signIn = async (name: string, passcode: string) => {
    setBusy(true)
    const asked = await ask('POST', '/api/sign-in', { name, passcode })
    setBusy(false)
    setWrong(asked.ok ? undefined : asked.say)
    if (asked.ok) await load()
  }
  const open = async (opening: Opening) => {
    setBusy(true)
    // The same id until it is answered: a second click, or one after a lost answer, opens no second class.
    request.current ??= newId()
    const asked = await ask<ClassHead>('POST', '/api/classes', { ...opening, request: request.current })
    setBusy(false)
    if (asked.ok || asked.kind !== 'offline') request.current = undefined
    if (!asked.ok) return setWrong(asked.say)
    await load()
    go(asked.body.class)
  }
  const tryIt = async (trial: Trial) => {
    setBusy(true)
    const asked = await ask<ClassHead>('POST', '/api/rehearsals', trial)
    const joined =
      asked.ok && trial.kind === 'scene'
        ? await ask<{ class: string; seat: string }>('POST', '/api/join', {
            code: asked.body.code,
            name: instructor?.name,
            request: newId(),
          })
        : undefined
    setBusy(false)
    if (!asked.ok) return setWrong(asked.say)
    if (joined?.ok === false) return setWrong(joined.say)
    if (joined === undefined) {
      await load()
      return go(asked.body.class)
    }
    noteScene(asked.body.class)
    const { class: classId, seat } = joined.body
    router.push(`/play/?class=${encodeURIComponent(classId)}&seat=${encodeURIComponent(seat)}`)
  }
  const rename = async (name: string) => {
    const asked = await ask<{ instructor: Instructor }>('POST', '/api/me', { name })
    setWrong(asked.ok ? undefined : asked.say)
    if (asked.ok) setInstructor(asked.body.instructor)
    return asked.ok
  }
  const signOut = async () => {
    await ask('POST', '/api/sign-out', {})
    setInstructor(null)
  }
  const go = (id: string) => router.push(`/console/?class=${encodeURIComponent(id)}`)

  if (instructor === undefined) {
    return (
      <Page>
        <p>{words.console.signIn.wait}</p>
      </Page>
    )
  }
  if (instructor === null) return <SignInPanel wrong={wrong} busy={busy} onSignIn={signIn} />
  const head = classes.find(known => known.class === classId)
  if (classId !== null && head !== undefined) {
    return (
      <Suspense fallback={<OneMoment />}>
        <ClassRoute head={head} />
      </Suspense>
    )
  }
  return (
    <ClassesPanel
      name={instructor.name}
      classes={classes}
      wrong={classId === null ? wrong : (wrong ?? words.console.class.unknown)}
      busy={busy}
      onRename={rename}
      onOpen={open}
      onTry={tryIt}
      onGo={go}
      onSignOut={signOut}
    />
  )
}

'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Page, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './sign-in-panel.module.css'

interface SignInProps {
  wrong: string | undefined
  busy: boolean
  onSignIn: (name: string, passcode: string) => void
}

export function SignInPanel({ wrong, busy, onSignIn }: SignInProps) {
  const [name, setName] = useState('')
  const [passcode, setPasscode] = useState('')
  const say = words.console.signIn
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSignIn(name, passcode)
  }
  return (
    <Page>
      <form onSubmit={submit} className={own.narrow}>
        <Stack gap={4}>
          <p className={look.product}>{words.product}</p>
          <h1>{say.title}</h1>
          <Field
            label={say.name}
            value={name}
            onChange={event => setName(event.target.value)}
            autoComplete="name"
          />
          <Field
            label={say.passcode}
            hint={say.passcodeHint}
            wrong={wrong}
            type="password"
            value={passcode}
            onChange={event => setPasscode(event.target.value)}
            autoComplete="current-password"
          />
          <Button kind="primary" type="submit" wide busy={busy}>
            {say.go}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}

'use client'

import type { Language } from '@evenkeel/playbook/words'
import { LogOut, Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Option, Options } from '../look/option.tsx'
import { Page, Panel, Row, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { type Trial, TryIt } from './try-it.tsx'

export interface ClassHead {
  readonly class: string
  readonly code: string
  readonly title: string
  readonly openedAt: number
  readonly closedAt: number | null
  /** Whole join links, most likely first. */
  readonly addresses: readonly string[]
}

export interface Opening {
  readonly title: string
  readonly minutes: number
  readonly kind: 'practice' | 'assessed'
  readonly place: 'same-room' | 'remote'
  readonly language: Language
}

export interface ClassesProps {
  name: string
  classes: readonly ClassHead[]
  wrong: string | undefined
  busy: boolean
  /** Resolves to whether the name was taken. */
  onRename: (name: string) => Promise<boolean>
  onOpen: (opening: Opening) => void
  onTry: (trial: Trial) => void
  onGo: (classId: string) => void
  onSignOut: () => void
}

export function ClassesPanel(props: ClassesProps) {
  const { name, classes, onGo, onSignOut } = props
  const [opening, setOpening] = useState(false)
  const say = words.console.classes
  const top = (
    <div className={look.bar}>
      <strong className={look.product}>{words.product}</strong>
      <span className={look.spread}>
        <a href="/cards/" className={look.cards}>
          {say.cards}
        </a>
        <a href="/records/" className={look.cards}>
          {say.records}
        </a>
        <bdi>{name}</bdi>
        <Rename key={name} {...props} />
        <Button kind="plain" icon={<LogOut size={18} />} onClick={onSignOut}>
          {words.console.signIn.out}
        </Button>
      </span>
    </div>
  )
  if (opening) {
    return (
      <Page top={top}>
        <OpenForm {...props} onBack={() => setOpening(false)} />
      </Page>
    )
  }
  return (
    <Page top={top}>
      <Stack gap={5}>
        <h1>{say.title}</h1>
        <Button kind="primary" icon={<Plus size={20} />} onClick={() => setOpening(true)}>
          {say.open}
        </Button>
        {props.wrong !== undefined && (
          <p className={look.refused} role="alert">
            {props.wrong}
          </p>
        )}
        {classes.length === 0 && <p className={look.soft}>{say.none}</p>}
        {classes.length === 0 && <TryIt busy={props.busy} onTry={props.onTry} />}
        <ul className={look.list}>
          {classes.map(known => (
            <li key={known.class}>
              <Panel>
                <div className={look.between}>
                  <div>
                    <h2>
                      <bdi>{known.title}</bdi>
                    </h2>
                    <p className={look.soft}>{dates(known)}</p>
                  </div>
                  <Button onClick={() => onGo(known.class)}>{say.go}</Button>
                </div>
              </Panel>
            </li>
          ))}
        </ul>
        {classes.length > 0 && <TryIt busy={props.busy} onTry={props.onTry} />}
      </Stack>
    </Page>
  )
}

/** On first start everybody is called "Instructor": people in the class should see a name. */
function Rename({ name, onRename }: ClassesProps) {
  const say = words.console.signIn
  const [open, setOpen] = useState(false)
  const [next, setNext] = useState(name)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await onRename(next)) setOpen(false)
  }
  if (!open) {
    return (
      <Button kind="plain" onClick={() => setOpen(true)}>
        {say.rename}
      </Button>
    )
  }
  return (
    <form onSubmit={submit} className={look.rename}>
      <Field
        label={say.newName}
        value={next}
        onChange={event => setNext(event.target.value)}
        maxLength={60}
      />
      <Button type="submit">{say.save}</Button>
    </form>
  )
}

const dateText = (at: number) => new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })

const dates = ({ openedAt, closedAt }: ClassHead) =>
  closedAt === null
    ? words.console.classes.openedAt(dateText(openedAt))
    : words.console.classes.closedAt(dateText(closedAt))

function OpenForm({ wrong, busy, onOpen, onBack }: ClassesProps & { onBack: () => void }) {
  const say = words.console.opening
  const [title, setTitle] = useState('')
  const [minutes, setMinutes] = useState('90')
  const [place, setPlace] = useState<Opening['place']>('same-room')
  const [kind, setKind] = useState<Opening['kind']>('practice')
  const [language, setLanguage] = useState<Language>('en')
  const [wrongMinutes, setWrongMinutes] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const whole = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0
    if (whole < 5 || whole > 600) return setWrongMinutes(say.wrongMinutes)
    setWrongMinutes(undefined)
    onOpen({ title, minutes: whole, place, kind, language })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={5}>
        <h1>{say.title}</h1>
        <Field
          label={say.name}
          value={title}
          wrong={wrong}
          onChange={event => setTitle(event.target.value)}
          maxLength={200}
        />
        <Field
          label={say.minutes}
          value={minutes}
          wrong={wrongMinutes}
          onChange={event => setMinutes(event.target.value)}
          inputMode="numeric"
        />
        <OneOf
          legend={say.place}
          options={['same-room', 'remote'] as const}
          chosen={place}
          onChoose={setPlace}
        />
        <OneOf
          legend={say.kind}
          options={['practice', 'assessed'] as const}
          chosen={kind}
          onChoose={setKind}
        />
        <OneOf
          legend={say.language}
          options={['en', 'es'] as const}
          chosen={language}
          onChoose={setLanguage}
        />
        <p className={look.soft}>{say.fixed}</p>
        <Row>
          <Button kind="primary" type="submit" busy={busy}>
            {say.go}
          </Button>
          <Button kind="plain" onClick={onBack}>
            {say.back}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

interface OneOfProps<T extends string> {
  legend: string
  options: readonly T[]
  chosen: T
  onChoose: (option: T) => void
}

function OneOf<T extends 'same-room' | 'remote' | 'practice' | 'assessed' | Language>({
  legend,
  options,
  chosen,
  onChoose,
}: OneOfProps<T>) {
  const say = words.console.opening
  return (
    <Options legend={legend}>
      {options.map(option => (
        <Option
          key={option}
          type="radio"
          name={legend}
          checked={option === chosen}
          onChange={() => onChoose(option)}
        >
          <strong>{say[option]}</strong>
          <span className={look.soft}>{say[`${option}-means`]}</span>
        </Option>
      ))}
    </Options>
  )
}

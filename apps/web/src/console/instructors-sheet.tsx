'use client'

import type { ClassInstructors } from '@evenkeel/protocol/constants'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../live/ask.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './instructors-sheet.module.css'

type Instructor = ClassInstructors['instructors'][number]

/** Another instructor is let into the class, or taken out of it again. */
export function InstructorsSheet({ classId, onClose }: { classId: string; onClose: () => void }) {
  const [known, setKnown] = useState<readonly Instructor[]>()
  const [wrong, setWrong] = useState<string>()
  const path = `/api/classes/${classId}/instructors`
  const take = useCallback((asked: Awaited<ReturnType<typeof ask<ClassInstructors>>>) => {
    setWrong(asked.ok ? undefined : asked.say)
    if (asked.ok) setKnown(asked.body.instructors)
  }, [])
  useEffect(() => void ask<ClassInstructors>('GET', path).then(take), [path, take])
  return (
    <Sheet title={words.console.instructors.title} open onClose={onClose} close={words.console.class.back}>
      <InstructorsList
        known={known}
        wrong={wrong}
        onLet={async (instructor, on) => take(await ask('POST', path, { instructor, on }))}
      />
    </Sheet>
  )
}

interface ListProps {
  /** Undefined while they are asked for. */
  known: readonly Instructor[] | undefined
  wrong: string | undefined
  onLet: (instructor: string, on: boolean) => Promise<void>
}

export function InstructorsList({ known, wrong, onLet }: ListProps) {
  const say = words.console.instructors
  const inside = known?.filter(({ part }) => part !== 'none') ?? []
  const others = known?.filter(({ part }) => part === 'none') ?? []
  const [asking, setAsking] = useState<string>()
  const lines = useRef(new Map<string, HTMLLIElement>())
  const moving = useRef<string>(undefined)
  const lets = async (instructor: string, on: boolean) => {
    moving.current = instructor
    setAsking(instructor)
    await onLet(instructor, on)
    setAsking(undefined)
  }
  // The line moves to the other list, and its button is gone: whoever uses the keyboard goes with the line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is known moves a line
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement.matches('body, dialog')
    if (lost && moving.current !== undefined) lines.current.get(moving.current)?.focus()
    moving.current = undefined
  }, [known])
  const line = (id: string) => (element: HTMLLIElement | null) => {
    if (element === null) lines.current.delete(id)
    else lines.current.set(id, element)
  }
  return (
    <Stack gap={4}>
      <p>{say.means}</p>
      {wrong !== undefined && <p role="alert">{wrong}</p>}
      {known === undefined && wrong === undefined && <p role="status">{say.loading}</p>}
      {inside.length > 0 && (
        <section>
          <h3 className={look.small}>{say.inside}</h3>
          <ul className={own.list}>
            {inside.map(({ id, name, part }) => (
              <li key={id} ref={line(id)} tabIndex={-1} className={own.line}>
                <span className={own.name}>
                  <bdi>{name}</bdi>
                </span>
                <span className={look.soft}>{say.parts[part]}</span>
                {part === 'let-in' && (
                  <ConfirmButton
                    busy={asking !== undefined}
                    really={say.reallyOut(name)}
                    onConfirm={() => void lets(id, false)}
                  >
                    {say.takeOut(name)}
                  </ConfirmButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {known !== undefined && (
        <section>
          <h3 className={look.small}>{say.others}</h3>
          {others.length === 0 ? (
            <p className={look.soft}>{say.nobody}</p>
          ) : (
            <ul className={own.list}>
              {others.map(({ id, name }) => (
                <li key={id} ref={line(id)} tabIndex={-1} className={own.line}>
                  <Button busy={asking !== undefined} onClick={() => void lets(id, true)}>
                    <bdi>{say.letIn(name)}</bdi>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <p className={look.soft}>{say.missing}</p>
        </section>
      )}
    </Stack>
  )
}

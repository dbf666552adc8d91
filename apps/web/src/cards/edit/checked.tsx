'use client'

import type { CardChecked, CardFinding } from '@evenkeel/protocol/constants'
import { createContext, useContext } from 'react'
import look from './edit.module.css'

export interface Checked extends CardChecked {
  /** Fields that were left once, or all of them: before that an empty field is not yet a mistake. */
  readonly touched: ReadonlySet<string> | 'all'
  readonly touch: (field: string) => void
}

const nothing: Checked = { problems: [], notices: [], touched: 'all', touch: () => {} }

/** What the server said about the draft, for the fields to find their own part of it. */
export const CheckedDraft = createContext<Checked>(nothing)

const isAt = (field: string, whole: boolean) => (problem: CardFinding) =>
  problem.field === field || (whole && problem.field.startsWith(`${field}.`))

/** The sentences for one field. `whole`: also for what is inside it. */
export function useCheckedField(field: string, whole = false) {
  const { problems, notices, touched, touch } = useContext(CheckedDraft)
  const shown = touched === 'all' || touched.has(field)
  return {
    wrong: shown ? problems.find(isAt(field, whole))?.say : undefined,
    notice: notices.find(isAt(field, whole))?.say,
    touch: () => touch(field),
  }
}

export const fieldId = (field: string): string => `field-${field.replaceAll('.', '-')}`

/** Goes to a field, or to the nearest part around it that can be seen. */
export function goToField(field: string): void {
  for (let at = field; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const found = document.getElementById(fieldId(at))
    if (found === null) continue
    found.focus()
    found.scrollIntoView({ block: 'center' })
    return
  }
}

/** Below a field: what is wrong with it, read out when it appears, or else what is worth a look. */
export function Said({
  id,
  wrong,
  notice,
}: {
  id: string
  wrong?: string | undefined
  notice?: string | undefined
}) {
  return (
    <p id={id} className={wrong === undefined ? look.notice : look.wrong} aria-live="polite">
      {wrong ?? notice}
    </p>
  )
}

'use client'

import type { Fork } from '@evenkeel/classroom/view'
import type { Entry, Timeline } from '@evenkeel/insight/scene'
import type { Rubric } from '@evenkeel/playbook/words'
import { useState } from 'react'
import { type Ladder, useLadder } from '../language/use-ladder.ts'
import { useRubric } from '../language/use-rubric.ts'
import { words } from '../words/en.ts'
import { type Cues, momentTitle } from './moment-words.ts'
import { type NameOf, timeText } from './shown-scene.ts'
import look from './timeline.module.css'

const told = words.debrief.timeline

interface Row {
  readonly when: string
  readonly what: string
  readonly who: string
  readonly detail: string
}

interface TableProps {
  timeline: Timeline
  forks: readonly Fork[]
  cues: Cues | null
  nameOf: NameOf
}

interface RowsProps extends TableProps {
  rubric: Rubric
  ladder: Ladder
}

/** Everything that the drawing shows, in order, for whoever does not see it. */
export function TimelineTable(props: TableProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className={look.details} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{told.table}</summary>
      {open && <Rows {...props} />}
    </details>
  )
}

/** A thousand rows, made only when somebody wants to read them. */
export function Rows({ timeline, forks, cues, nameOf }: TableProps) {
  const rubric = useRubric()
  const ladder = useLadder()
  const rows = rowsOf({ timeline, forks, cues, nameOf, rubric, ladder })
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th scope="col">{told.when}</th>
          <th scope="col">{told.what}</th>
          <th scope="col">{told.who}</th>
          <th scope="col">{told.detail}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a played scene do not move
          <tr key={index}>
            <td>{row.when}</td>
            <td>{row.what}</td>
            <td>
              <bdi>{row.who}</bdi>
            </td>
            <td>
              <bdi>{row.detail}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function rowsOf({ timeline, forks, ...said }: RowsProps): Row[] {
  const timed = timeline.entries.map(entry => ({ offset: entry.offset, row: rowOf(entry, said) }))
  const first = (timeline.first ?? []).map(({ from, level }) => ({
    offset: from,
    row: {
      when: timeText(from),
      what: told.firstTapped,
      who: words.roles.customer,
      detail: said.ladder.wordOf(level),
    },
  }))
  const forked = forks.map(({ offset, swapped }) => ({
    offset,
    row: { when: timeText(offset), what: told.fork, who: '', detail: swapped ? told.swapped : '' },
  }))
  const unplaced = timeline.unplaced.map(moment => ({
    ...momentRow(moment, said),
    when: told.noTime,
  }))
  const inOrder = [...timed, ...first, ...forked].sort((a, b) => a.offset - b.offset)
  return [...inOrder.map(({ row }) => row), ...unplaced]
}

type Said = Omit<RowsProps, 'timeline' | 'forks'>

function rowOf(entry: Entry, said: Said): Row {
  const when = timeText(entry.offset)
  switch (entry.kind) {
    case 'temperature': {
      const { before, level, corrected } = entry
      const what = before === null ? told.starts : level > before ? told.rises : told.falls
      return {
        when,
        what: corrected ? `${what} (${told.isCorrected})` : what,
        who: words.roles.customer,
        detail: said.ladder.wordOf(level),
      }
    }
    case 'twist':
      return { when, what: told.twistTo[entry.twist.to], who: '', detail: entry.twist.text }
    case 'call':
      return {
        when,
        what: entry.call.live ? told.calledLive : told.called,
        who: words.roles.officer,
        detail: `${entry.call.who}: ${entry.call.answer ?? told.noAnswer}`,
      }
    case 'line': {
      const { how, seat, by, text } = entry.line
      return { when, what: told.line[how], who: whoOf(words.roles[seat], said.nameOf(by)), detail: text }
    }
    case 'moment':
      return { when, ...momentRow(entry.moment, said) }
  }
}

function momentRow(moment: Timeline['unplaced'][number], { cues, nameOf, rubric }: Said): Omit<Row, 'when'> {
  const title = momentTitle(moment, cues, rubric)
  return {
    what: words.debrief.moment[moment.mark],
    who: whoOf(words.debrief.moment.as[moment.as], nameOf(moment.by)),
    detail: moment.words ? `${title}: ${moment.words}` : title,
  }
}

const whoOf = (role: string, name: string): string => (name === '' ? role : `${role}, ${name}`)

'use client'

import type { Line, PersonId } from '@evenkeel/classroom/view'
import { ArrowDown, PersonStanding } from 'lucide-react'
import { memo, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../look/button.tsx'
import { playWords } from '../words/en/play.ts'
import { nameOf } from './stage.ts'
import look from './transcript.module.css'
import type { UnsentLine } from './unsent.ts'

const text = playWords.scene

interface TranscriptProps {
  lines: readonly Line[]
  names: Readonly<Record<PersonId, string>>
  me: PersonId
  seat: 'customer' | 'officer' | 'observer'
  sending: readonly UnsentLine[]
  refused: readonly UnsentLine[]
  onAway?: (id: string) => void
  onAgain?: (line: UnsentLine) => void
  empty?: ReactNode
  /** Nothing more comes: it is read from its beginning. */
  whole?: boolean
}

/** A log of what was said and done; stays at its end unless somebody reads further up. */
export function Transcript({
  lines,
  names,
  me,
  seat,
  sending,
  refused,
  onAway,
  onAgain,
  empty,
  whole,
}: TranscriptProps) {
  const log = useRef<HTMLDivElement>(null)
  const [follows, setFollows] = useState(whole !== true)
  const count = lines.length + sending.length + refused.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end moves when the count does
  useLayoutEffect(() => {
    if (follows && log.current !== null) log.current.scrollTop = log.current.scrollHeight
  }, [count, follows])
  // A notice above, or the keyboard below, makes the log smaller: its end stays in sight.
  useLayoutEffect(() => {
    const at = log.current
    if (at === null || !follows || typeof ResizeObserver === 'undefined') return
    const watch = new ResizeObserver(() => {
      at.scrollTop = at.scrollHeight
    })
    watch.observe(at)
    return () => watch.disconnect()
  }, [follows])
  const scrolled = () => {
    const at = log.current
    if (at !== null && !whole) setFollows(at.scrollHeight - at.scrollTop - at.clientHeight < 80)
  }
  return (
    <div className={look.around}>
      <div
        className={look.log}
        role="log"
        aria-label={text.transcript}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys
        tabIndex={0}
        ref={log}
        onScroll={scrolled}
      >
        {count === 0 && <div className={look.empty}>{empty}</div>}
        <Said lines={lines} names={names} me={me} />
        {sending.map(line => (
          <div key={line.id} className={look.line} data-own data-seat={seat} data-how={line.how} data-sending>
            <Spoken name={nameOf(names, me)} how={line.how} what={line.text} />
            <span className={look.state}>{text.sending}</span>
          </div>
        ))}
        {refused.map(line => (
          <div key={line.id} className={look.line} data-own data-seat={seat} data-how={line.how} data-refused>
            <Spoken name={nameOf(names, me)} how={line.how} what={line.text} />
            <p className={look.state}>
              <strong>{`${text.notSent}. `}</strong>
              <span>{line.say}</span>
            </p>
            <div className={look.actions}>
              {onAgain && <Button onClick={() => onAgain(line)}>{text.takeBack}</Button>}
              {onAway && <Button onClick={() => onAway(line.id)}>{text.throwAway}</Button>}
            </div>
          </div>
        ))}
      </div>
      {!follows && !whole && (
        <div className={look.newest}>
          <Button icon={<ArrowDown size={18} />} onClick={() => setFollows(true)}>
            {text.newLines}
          </Button>
        </div>
      )}
    </div>
  )
}

type SaidProps = Pick<TranscriptProps, 'lines' | 'names' | 'me'>

/** Drawn again only when a line comes, so that typing stays smooth under hundreds of them. */
const Said = memo(function Said({ lines, names, me }: SaidProps) {
  return lines.map(line => (
    <div
      key={line.n}
      className={look.line}
      data-own={line.by === me || undefined}
      data-seat={line.seat}
      data-how={line.how}
    >
      <Spoken name={nameOf(names, line.by)} how={line.how} what={line.text} />
    </div>
  ))
})

function Spoken({ name, how, what }: { name: string; how: 'say' | 'do'; what: string }) {
  return (
    <>
      <p className={look.name}>
        <bdi>{name}</bdi>
        {how === 'do' && <PersonStanding aria-hidden="true" size={16} />}
        {how === 'do' && <span>{text.does}</span>}
      </p>
      <p className={look.text} dir="auto">
        {what}
      </p>
    </>
  )
}

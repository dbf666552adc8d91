'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { playWords } from '../words/en/play.ts'
import { newsOf } from './news.ts'
import look from './panels/scene.module.css'
import { isPutAway, putAway } from './put-away.ts'
import { useSeatBefore } from './seat-before.ts'
import { ShownLongEnough } from './shown-long-enough.ts'
import { nameOf, type Stage, seatOfMe } from './stage.ts'
import { othersRefused } from './unsent.ts'

const text = playWords.scene

/** What comes in from outside: whispers, twists, a scene that stands, what was refused. Stays until it is put away. */
export function Notices({ stage }: { stage: Stage }) {
  const { room, outbox, dismiss, me } = stage
  const card = useCardLanguage()
  const [, setCount] = useState(0)
  const refused = othersRefused(outbox)
  useForgetRead(
    refused.flatMap(({ ids }) => ids),
    dismiss,
  )
  const before = useSeatBefore(`${room.id} ${me.person}`, seatOfMe(room))
  const news = newsOf(stage, before, card).filter(({ id }) => !isPutAway(id))
  return (
    <div role="status" className={look.notices}>
      {room.phase.held && <Held stage={stage} />}
      {news.map(({ id, tone, from, what, lang }) => (
        <Notice key={id} tone={tone} onAway={() => setCount(putAway(id))} word={text.gotIt}>
          <strong>{`${from}: `}</strong>
          <span lang={lang}>{what}</span>
        </Notice>
      ))}
      {refused.map(({ ids, say }) => (
        <Notice key={say} tone="wrong" onAway={() => ids.forEach(dismiss)} word={playWords.bar.close}>
          <strong>{`${text.notDone}: `}</strong>
          <span>{say}</span>
        </Notice>
      ))}
    </div>
  )
}

/** Of this tab: each phase has a panel of its own. */
const shown = new ShownLongEnough()

/** What was refused in one phase is of no use in the next, once it could be read. */
function useForgetRead(ids: readonly string[], forget: (id: string) => void): void {
  const latest = useRef(forget)
  latest.current = forget
  useEffect(() => shown.shows(ids, performance.now()))
  useEffect(
    () => () => {
      for (const id of shown.leaves(performance.now())) latest.current(id)
    },
    [],
  )
}

function Held({ stage: { room, names } }: { stage: Stage }) {
  const players = [room.seats.customer, room.seats.officer].filter(person => person !== null)
  const lost = players.filter(person => room.away.includes(person))
  return (
    <Notice tone="held">
      {lost.length === 0 ? (
        <span>{text.lost}</span>
      ) : (
        lost.map(person => (
          <span key={person}>
            <bdi>{nameOf(names, person)}</bdi>
            <span>{` ${text.lostOne} `}</span>
          </span>
        ))
      )}
      <span>{` ${text.lostNext}`}</span>
    </Notice>
  )
}

interface NoticeProps {
  tone: 'instructor' | 'twist' | 'held' | 'wrong' | 'plain'
  onAway?: () => void
  word?: string
  children: ReactNode
}

export function Notice({ tone, onAway, word, children }: NoticeProps) {
  return (
    <div className={look.notice} data-tone={tone}>
      <p>{children}</p>
      {onAway && <Button onClick={onAway}>{word ?? text.gotIt}</Button>}
    </div>
  )
}

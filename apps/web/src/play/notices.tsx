'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { playWords } from '../words/en/play.ts'
import look from './panels/scene.module.css'
import { isPutAway, putAway } from './put-away.ts'
import { useSeatBefore } from './seat-before.ts'
import { nameOf, type Stage, sceneNow, seatOfMe } from './stage.ts'
import { othersRefused } from './unsent.ts'

const text = playWords.scene

/** What comes in from outside: whispers, twists, a scene that stands, what was refused. Stays until it is put away. */
export function Notices({ stage }: { stage: Stage }) {
  const { room, outbox, dismiss, me } = stage
  const card = useCardLanguage()
  const [, setCount] = useState(0)
  const refused = othersRefused(outbox)
  useWhenLeft(() => refused.flatMap(({ ids }) => ids).forEach(dismiss))
  const scene = sceneNow(room)
  const seat = seatOfMe(room)
  const before = useSeatBefore(`${room.id} ${me.person}`, seat)
  const holder = before === undefined ? null : room.seats[before]
  const playing =
    room.phase.name === 'scene' || room.phase.name === 'retake' || room.phase.name === 'time-out'
  const news = [
    ...room.whispers
      .filter(({ to }) => to === me.person)
      .map(whisper => ({
        id: `${room.id} ${whisper.at}`,
        tone: 'instructor' as const,
        from: text.whisper,
        what: whisper.text,
        lang: undefined,
      })),
    ...(before === undefined || !playing
      ? []
      : [
          {
            id: `${room.id} ${before} given up`,
            tone: 'instructor' as const,
            from: text.observeNow,
            what: text.playsNow(holder === null ? null : nameOf(stage.names, holder), before),
            lang: undefined,
          },
        ]),
    ...(playing ? scene.twists : []).map(twist => ({
      id: `${scene.id} ${twist.index} ${twist.offset} ${room.card.title}`,
      tone: 'twist' as const,
      from: twist.to === seat ? text.twist : text.twistTo[twist.to],
      what: twist.text,
      lang: card,
    })),
  ].filter(({ id }) => !isPutAway(id))
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
        <Notice key={say} tone="wrong" onAway={() => ids.forEach(dismiss)} word={text.dismiss}>
          <strong>{`${text.notDone}: `}</strong>
          <span>{say}</span>
        </Notice>
      ))}
    </div>
  )
}

/** Each phase has a screen of its own: what was refused on one is of no use on the next. */
function useWhenLeft(forget: () => void): void {
  const latest = useRef(forget)
  latest.current = forget
  useEffect(() => () => latest.current(), [])
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

'use client'

import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useCardLanguage } from '../../language/class-language.tsx'
import { Button } from '../../look/button.tsx'
import { Heat } from '../../look/heat.tsx'
import { playWords } from '../../words/en/play.ts'
import { Composer, type Draft } from '../composer.tsx'
import { keepDraft, keptDraft } from '../draft.ts'
import { Marks } from '../marks.tsx'
import prose from '../prose.module.css'
import { nameOf, peopleIn, placeOf, type Stage, sceneNow, seatOfMe } from '../stage.ts'
import { Stuck } from '../stuck.tsx'
import { levelNow, move } from '../temperature.ts'
import { Transcript } from '../transcript.tsx'
import { linesRefused, linesSending } from '../unsent.ts'
import look from './scene.module.css'
import { OfficerTools } from './spoken-officer.tsx'

const text = playWords.scene

/** What is said and done, as a log, with what this seat needs below it. */
export function TypedScene({ stage }: { stage: Stage }) {
  const { room, names, me, outbox, dismiss, act, tellTyping } = stage
  const seat = seatOfMe(room)
  const scene = sceneNow(room)
  const [draft, setDraft] = useState<Draft>(() => keptDraft(room.scene))
  const change = (next: Draft) => {
    setDraft(next)
    keepDraft(room.scene, next)
  }
  return (
    <>
      <h1 className="visually-hidden" lang={useCardLanguage()}>
        {room.card.title}
      </h1>
      <Strip stage={stage} />
      <Transcript
        lines={scene.lines}
        names={names}
        me={me.person}
        seat={seat}
        sending={linesSending(outbox, scene.id)}
        refused={linesRefused(outbox)}
        onAway={dismiss}
        {...(seat !== 'observer' && {
          onAgain: line => {
            change({ how: line.how, text: line.text })
            dismiss(line.id)
          },
        })}
        empty={
          <>
            <p>{scene.fork === null ? text.empty[seat] : text.goOn[seat]}</p>
            {seat === 'customer' && scene.fork === null && (
              <p className={prose.opening}>{room.customer?.opening}</p>
            )}
          </>
        }
      />
      <Typing stage={stage} />
      {seat === 'observer' ? (
        <Marks stage={stage} />
      ) : (
        <Composer
          draft={draft}
          onDraft={change}
          onTyping={tellTyping}
          tools={
            <div className={look.small}>
              {seat === 'customer' ? <Stuck stage={stage} /> : <OfficerTools stage={stage} />}
            </div>
          }
          onSend={({ how, text: said }) => {
            void act('Speak', { place: placeOf(room), how, text: said })
            change({ how: 'say', text: '' })
          }}
        />
      )}
    </>
  )
}

/** The temperature, or the officer's tools: one line above the log. */
function Strip({ stage }: { stage: Stage }) {
  const seat = seatOfMe(stage.room)
  const level = levelNow(stage)
  if (seat === 'officer' && level === undefined) return null
  if (seat !== 'customer') {
    return (
      <p className={look.strip}>
        <span className={prose.soft}>{text.customerNow}</span>
        {level !== undefined && <Heat level={level} />}
      </p>
    )
  }
  return (
    <div className={look.taps}>
      <Button icon={<Minus size={18} />} disabled={level === 1} onClick={() => move(stage, -1)}>
        {text.cooler}
      </Button>
      <span role="status">{level !== undefined && <Heat level={level} />}</span>
      <Button icon={<Plus size={18} />} disabled={level === 7} onClick={() => move(stage, 1)}>
        {text.hotter}
      </Button>
    </div>
  )
}

/** Keeps its place when nobody writes, so that nothing jumps. */
function Typing({ stage: { room, typing, names, me } }: { stage: Stage }) {
  const writing = peopleIn(room).find(person => person !== me.person && typing[person] === true)
  return (
    <p className={look.typing}>
      {writing !== undefined && (
        <span>
          <bdi>{nameOf(names, writing)}</bdi>
          <span>{` ${text.typing}`}</span>
        </span>
      )}
    </p>
  )
}

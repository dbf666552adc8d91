'use client'

import type { ConsoleView, SceneView, WatchView } from '@evenkeel/classroom/view'
import { Suspense, useEffect, useRef } from 'react'
import type { Act } from '../live/class-link.ts'
import { late } from '../live/late.tsx'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { Curve } from '../play/curve.tsx'
import { words } from '../words/en.ts'
import { Twists, WhisperForm } from './coaching.tsx'
import look from './console.module.css'
import { OwnNotes } from './own-notes.tsx'
import { phaseText } from './phase-text.ts'
import { RoomCalls } from './radio/room-calls.tsx'
import type { Answers } from './radio/use-answers.ts'
import own from './room-depth.module.css'
import { RoomTools } from './room-tools.tsx'
import { SeatsList } from './seats-list.tsx'
import type { Playbook } from './use-playbook.ts'
import { DropoutChoices } from './wall/dropout-choices.tsx'

const BothBriefs = late(async () => (await import('../debrief/both-briefs.tsx')).BothBriefs)
const Ratings = late(async () => (await import('../debrief/ratings.tsx')).Ratings)
const OwnRating = late(async () => (await import('./own-rating.tsx')).OwnRating)

const RATABLE: readonly string[] = ['scene', 'time-out', 'wrap-up', 'step-out', 'rating', 'debrief']

export interface RoomDepthProps {
  head: { readonly class: string }
  me: string | null
  room: NonNullable<WatchView['room']>
  view: ConsoleView
  playbook: Playbook
  names: Readonly<Record<string, string>>
  now: number
  act: Act
  answers: Answers
  /** The room after this one in the list, or before it. */
  onBeside: (by: 1 | -1) => void
  onClose: () => void
}

/** One room live: what happens in it, and what an instructor may do there. */
export function RoomDepth({
  head,
  me,
  room,
  view,
  playbook,
  names,
  now,
  act,
  answers,
  onBeside,
  onClose,
}: RoomDepthProps) {
  const say = words.console
  const row = view.rooms[room.id]
  const title = useRef<HTMLHeadingElement>(null)
  // Opened from far down a list of rooms: it must come into sight, and the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each room that is opened
  useEffect(() => title.current?.focus(), [room.id])
  const scene = room.scenes.at(-1)
  const level = scene?.curve?.at(-1)?.level
  const stoppedBy = row?.stoppedBy ?? null
  const { medium } = view.class.settings
  const open = view.class.status === 'open'
  const given = room.ratings.find(({ as, by }) => as === 'instructor' && by === me)
  const after = room.revealed || room.ratings.length > 0
  return (
    <Panel>
      <Stack gap={4}>
        <div className={look.between}>
          <h2 ref={title} tabIndex={-1} className={own.depthTitle}>
            <span>{`${say.rooms.spot(room.spot)}: `}</span>
            <bdi lang={view.class.language}>{room.card.title}</bdi>
          </h2>
          <span className={look.spread}>
            {Object.keys(view.rooms).length > 1 && (
              <>
                <Button onClick={() => onBeside(-1)}>{say.rooms.before}</Button>
                <Button onClick={() => onBeside(1)}>{say.rooms.after}</Button>
              </>
            )}
            <Button onClick={onClose}>{say.rooms.close}</Button>
          </span>
        </div>
        <div className={look.between}>
          <span className={look.phase}>{phaseText(room.phase, now)}</span>
          {level !== undefined && <Heat level={level} large />}
        </div>
        {stoppedBy !== null && (
          <p className={look.alarm}>{say.rooms.stoppedBy(names[stoppedBy] ?? stoppedBy)}</p>
        )}
        {open && <DropoutChoices key={room.id} me={me} room={room} names={names} act={act} />}
        {open && (
          <RoomTools me={me} room={room} row={row} view={view} playbook={playbook} names={names} act={act} />
        )}
        <RoomCalls room={room.id} scene={scene} answers={answers} names={names} now={now} />
        <div className={own.depth}>
          <Stack gap={4}>
            <SeatsList seats={room.seats} names={names} />
            {scene && <Lines scene={scene} names={names} spoken={medium === 'spoken'} />}
            {scene && <SoFar scene={scene} names={names} />}
          </Stack>
          <Stack gap={4}>
            {open && room.phase.name !== 'done' && <WhisperForm room={room} names={names} act={act} />}
            {open && <Twists room={room} act={act} />}
          </Stack>
        </div>
        <details className={look.details}>
          <summary>{say.room.briefs}</summary>
          <Suspense>
            <BothBriefs shared={room.card.shared} customer={room.customer} officer={room.officer} />
          </Suspense>
        </details>
        {open && me !== null && RATABLE.includes(room.phase.name) && (
          <details className={look.details} key={`rating ${room.id}`}>
            <summary>{say.room.mine}</summary>
            <Suspense>
              <OwnRating room={room} medium={medium} given={given} act={act} />
            </Suspense>
          </details>
        )}
        <details className={look.details} key={`notes ${room.id}`}>
          <summary>{say.room.notes(room.notes.length)}</summary>
          <OwnNotes room={room} open={open} act={act} />
        </details>
        {after && (
          <details className={look.details}>
            <summary>{say.room.ratings}</summary>
            <Suspense>
              <Ratings
                ratings={room.ratings}
                asked={room.asked}
                medium={medium}
                me={me}
                nameOf={person => names[person] ?? ''}
                instructor
              />
            </Suspense>
          </details>
        )}
        {after && (
          <p>
            <a href={`/debrief/?class=${encodeURIComponent(head.class)}&room=${encodeURIComponent(room.id)}`}>
              {say.room.whole}
            </a>
          </p>
        )}
      </Stack>
    </Panel>
  )
}

interface LinesProps {
  scene: SceneView
  names: Readonly<Record<string, string>>
  spoken: boolean
}

function Lines({ scene, names, spoken }: LinesProps) {
  const say = words.console.room
  if (scene.lines.length === 0) return <p className={look.soft}>{spoken ? say.spoken : say.noLines}</p>
  return (
    <section>
      <h3 className={look.small}>{say.lines}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys */}
      <div className={own.lines} role="log" aria-label={say.lines} tabIndex={0}>
        {scene.lines.map(line => (
          <p key={line.n} data-seat={line.seat} data-how={line.how}>
            <strong>
              <bdi>{names[line.by] ?? line.by}</bdi>
            </strong>
            <span className={look.block} dir="auto">
              {line.text}
            </span>
          </p>
        ))}
      </div>
    </section>
  )
}

/** The temperature's way and the marks up to now. */
function SoFar({ scene, names }: Pick<LinesProps, 'scene' | 'names'>) {
  const say = words.console.room
  const { curve, corrected, moments, played } = scene
  const marked = (mark: 'helped' | 'hurt') => moments.filter(moment => moment.mark === mark).length
  const last = Math.max(
    played,
    ...moments.map(moment => moment.offset),
    ...(curve ?? []).map(point => point.offset),
  )
  return (
    <section>
      <h3 className={look.small}>{say.curve}</h3>
      {curve !== null && <Curve curve={curve} corrected={corrected} moments={moments} played={last} />}
      <p className={look.soft}>{say.marks(marked('helped'), marked('hurt'))}</p>
      <ul className={own.by}>
        {[...new Set(moments.map(({ by }) => by))].map(by => {
          const own = (mark: 'helped' | 'hurt') =>
            moments.filter(moment => moment.by === by && moment.mark === mark).length
          return (
            <li key={by}>
              <bdi>{names[by] ?? by}</bdi>
              <span>{`: ${say.markedBy(own('helped'), own('hurt'))}`}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

'use client'

import type { RoomRow, WatchView } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Field } from '../look/field.tsx'
import { Heat } from '../look/heat.tsx'
import { Panel, Row, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { Seats } from './plan-panel.tsx'
import { phaseText } from './rooms-panel.tsx'

export interface RoomDepthProps {
  room: NonNullable<WatchView['room']>
  row: RoomRow | undefined
  names: Readonly<Record<string, string>>
  now: number
  act: Act
  onClose: () => void
}

const STOPPABLE = ['briefing', 'scene', 'time-out', 'wrap-up', 'retake']
const AFTER = {
  briefing: 'scene',
  scene: 'wrap-up',
  'time-out': 'wrap-up',
  'wrap-up': 'step-out',
  'step-out': 'rating',
  rating: 'debrief',
  debrief: 'done',
  retake: 'done',
  stopped: 'done',
} as const

/** One room live: what happens in it, and what an instructor may do there. */
export function RoomDepth({ room, row, names, now, act, onClose }: RoomDepthProps) {
  const say = words.console
  const place = { room: room.id, scene: room.scene, seat: 'instructor' } as const
  const scene = room.scenes.at(-1)
  const level = scene?.curve?.at(-1)?.level
  const { name } = room.phase
  const next = name === 'done' ? undefined : AFTER[name]
  const playing = name === 'scene' || name === 'wrap-up' || name === 'retake'
  return (
    <Panel>
      <Stack gap={4}>
        <div className={look.between}>
          <h2>
            {say.rooms.spot(room.spot)}: {room.card.title}
          </h2>
          <Button kind="plain" onClick={onClose}>
            {say.rooms.close}
          </Button>
        </div>
        <div className={look.between}>
          <span className={look.phase}>{phaseText(room.phase, now)}</span>
          {level !== undefined && <Heat level={level} large />}
        </div>
        <Seats seats={room.seats} names={names} />
        <Row>
          {(name === 'scene' || name === 'retake') && (
            <Button onClick={() => void act('CallTimeOut', { place })}>{say.room.timeOut}</Button>
          )}
          {name === 'time-out' && (
            <Button onClick={() => void act('EndTimeOut', { place })}>{say.room.resume}</Button>
          )}
          {name !== 'done' && name !== 'stopped' && (
            <Button onClick={() => void act('AddTime', { place, by: 60_000 })}>{say.room.oneMore}</Button>
          )}
          {next && (
            <Button onClick={() => void act('MoveRoom', { place, to: next })}>
              {say.room.moveOn(say.phases[next] ?? next)}
            </Button>
          )}
          {playing && (
            <>
              <Button onClick={() => void act('Mark', { place, mark: 'helped' })}>{say.room.helped}</Button>
              <Button onClick={() => void act('Mark', { place, mark: 'hurt' })}>{say.room.hurt}</Button>
            </>
          )}
          {STOPPABLE.includes(name) && (
            <ConfirmButton really={say.room.reallyEnd} onConfirm={() => void act('EndRoom', { place })}>
              {say.room.end}
            </ConfirmButton>
          )}
          {room.revealed && row !== undefined && (
            <Button onClick={() => void act('ProjectDebrief', { room: room.id })}>
              {say.room.project} ({say.room.agreed(row.consents[0], row.consents[1])})
            </Button>
          )}
        </Row>
        <section>
          <h3 className={look.small}>{say.room.lines}</h3>
          {scene === undefined || scene.lines.length === 0 ? (
            <p className={look.soft}>{say.room.noLines}</p>
          ) : (
            <ol className={look.lines} role="log" aria-label={say.room.lines} tabIndex={-1}>
              {scene.lines.map(line => (
                <li key={line.n} data-seat={line.seat} data-how={line.how}>
                  <strong>
                    <bdi>{names[line.by] ?? line.by}</bdi>
                  </strong>{' '}
                  <span>{line.text}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
        <details className={look.details}>
          <summary>{say.room.briefs}</summary>
          <dl className={look.briefs}>
            <dt>{say.room.demand}</dt>
            <dd>{room.customer?.demand}</dd>
            <dt>{say.room.need}</dt>
            <dd>{room.customer?.need}</dd>
            <dt>{say.room.limits}</dt>
            <dd>{room.officer?.limits.join(' ')}</dd>
          </dl>
        </details>
        <Twists room={room} act={act} place={place} dropped={scene?.twists.map(twist => twist.index) ?? []} />
        {name !== 'done' && <WhisperForm room={room} names={names} act={act} place={place} />}
      </Stack>
    </Panel>
  )
}

interface InRoomProps {
  room: NonNullable<WatchView['room']>
  act: Act
  place: { readonly room: string; readonly scene: string; readonly seat: 'instructor' }
}

function Twists({ room, act, place, dropped }: InRoomProps & { dropped: readonly number[] }) {
  const say = words.console.room
  const open = room.phase.name === 'scene' || room.phase.name === 'time-out' || room.phase.name === 'retake'
  return (
    <ul className={look.list}>
      {room.twists.map((twist, index) => (
        <li key={twist.text} className={look.between}>
          <span>
            <strong>{say.twist(words.roles[twist.to])}</strong>
            <span className={look.block}>{twist.text}</span>
          </span>
          {dropped.includes(index) ? (
            <span className={look.soft}>{say.dropped}</span>
          ) : (
            <Button
              disabled={!open}
              onClick={() => void act('DropTwist', { place, index: index === 0 ? 0 : 1 })}
            >
              {say.drop}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function WhisperForm({ room, names, act, place }: InRoomProps & { names: RoomDepthProps['names'] }) {
  const say = words.console.room
  const people = [room.seats.officer, room.seats.customer, ...room.seats.observers].filter(id => id !== null)
  const [to, setTo] = useState(people[0] ?? '')
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await act('Whisper', { place, to, text })
    if (answer.ok) setText('')
  }
  return (
    <form onSubmit={submit} className={look.whisper}>
      <label>
        <span>{say.whisper}</span>
        <select value={to} onChange={event => setTo(event.target.value)}>
          {people.map(id => (
            <option key={id} value={id}>
              {names[id] ?? id}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={say.whisperText}
        value={text}
        maxLength={300}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {say.send}
      </Button>
    </form>
  )
}

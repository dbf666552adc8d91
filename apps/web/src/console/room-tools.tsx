import type { ConsoleView, RoomRow, Step, WatchView, WireShapes } from '@evenkeel/classroom/view'
import { Clock3, Pause, Play, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useCardLanguage } from '../language/class-language.tsx'
import { useRubric } from '../language/use-rubric.ts'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Row, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { MARKABLE } from './markable.ts'
import { Select } from './select.tsx'
import { cardsToChoose, type Playbook } from './use-playbook.ts'

export interface RoomToolsProps {
  /** The instructor who looks; only their own marks are theirs to name and undo. */
  me: string | null
  room: NonNullable<WatchView['room']>
  row: RoomRow | undefined
  view: ConsoleView
  playbook: Playbook
  names: Readonly<Record<string, string>>
  act: Act
}

const STOPPABLE: readonly string[] = ['briefing', 'scene', 'time-out', 'wrap-up', 'retake']
const BEFORE_DEBRIEF: readonly string[] = ['scene', 'time-out', 'wrap-up', 'step-out', 'rating']

const AFTER: Readonly<Record<string, Step>> = {
  briefing: 'scene',
  scene: 'wrap-up',
  'time-out': 'wrap-up',
  'wrap-up': 'step-out',
  'step-out': 'rating',
  rating: 'debrief',
  debrief: 'done',
  retake: 'done',
  stopped: 'done',
}

export const placeIn = (room: NonNullable<WatchView['room']>): WireShapes['MoveRoom']['place'] => ({
  room: room.id,
  scene: room.scene,
  seat: 'instructor',
})

/** What an instructor may do in this room now; what is not possible in its phase is not there. */
export function RoomTools(props: RoomToolsProps) {
  const { room, act } = props
  const say = words.console
  const place = placeIn(room)
  const { name } = room.phase
  const next = AFTER[name]
  return (
    <Stack gap={3}>
      <Row>
        {(name === 'scene' || name === 'retake') && (
          <Button icon={<Pause size={18} />} onClick={() => void act('CallTimeOut', { place })}>
            {say.room.timeOut}
          </Button>
        )}
        {name === 'time-out' && (
          <Button icon={<Play size={18} />} onClick={() => void act('EndTimeOut', { place })}>
            {say.room.resume}
          </Button>
        )}
        {name !== 'done' && name !== 'stopped' && (
          <>
            <Button icon={<Clock3 size={18} />} onClick={() => void act('AddTime', { place, by: 60_000 })}>
              {say.room.oneMore}
            </Button>
            <Button onClick={() => void act('AddTime', { place, by: 120_000 })}>{say.room.twoMore}</Button>
          </>
        )}
        {name === 'retake' && (
          <Button onClick={() => void act('EndRetake', { place })}>{say.room.endRetake}</Button>
        )}
        {next && (
          <Button onClick={() => void act('MoveRoom', { place, to: next })}>
            {say.room.moveOn(say.phases[next] ?? next)}
          </Button>
        )}
        {BEFORE_DEBRIEF.includes(name) && next !== 'debrief' && (
          <Button onClick={() => void act('MoveRoom', { place, to: 'debrief' })}>{say.room.reveal}</Button>
        )}
        {STOPPABLE.includes(name) && (
          <ConfirmButton really={say.room.reallyEnd} onConfirm={() => void act('EndRoom', { place })}>
            {say.room.end}
          </ConfirmButton>
        )}
      </Row>
      {MARKABLE.includes(name) && <Marks {...props} />}
      {name === 'briefing' && <Briefing {...props} />}
      <OnPaper {...props} />
      <Projected {...props} />
    </Stack>
  )
}

function Marks({ me, room, act }: RoomToolsProps) {
  const say = words.console.room
  const place = placeIn(room)
  const mine = room.scenes.at(-1)?.moments.findLast(({ as, by }) => as === 'instructor' && by === me)
  const rubric = useRubric()
  const guides = rubric.moments.filter(({ mark }) => mark === mine?.mark)
  return (
    <>
      <Row>
        <Button icon={<ThumbsUp size={18} />} onClick={() => void act('Mark', { place, mark: 'helped' })}>
          {say.helped}
        </Button>
        <Button icon={<ThumbsDown size={18} />} onClick={() => void act('Mark', { place, mark: 'hurt' })}>
          {say.hurt}
        </Button>
        {mine && (
          <Button kind="plain" onClick={() => void act('UndoMoment', { place, moment: mine.id })}>
            {say.undo}
          </Button>
        )}
      </Row>
      {mine && (
        <Select
          label={say.nameMark(mine.mark === 'helped' ? say.helped : say.hurt)}
          value={mine.behaviour ?? ''}
          onChange={id => {
            const guide = guides.find(known => known.id === id)
            if (guide) void act('NameMoment', { place, moment: mine.id, behaviour: guide.id })
          }}
          options={[
            { value: '', text: say.unnamed },
            ...guides.map(({ id, title }) => ({ value: id, text: title })),
          ]}
        />
      )}
    </>
  )
}

/** Only while they read may the room get another card. */
function Briefing({ room, row, view, playbook, act }: RoomToolsProps) {
  const say = words.console.room
  const lang = useCardLanguage()
  const others = cardsToChoose(view.deck, playbook.cards).filter(card => card.hash !== row?.card)
  return (
    <Select
      label={say.change}
      value=""
      onChange={card => card !== '' && void act('ChangeCard', { place: placeIn(room), card })}
      options={[
        { value: '', text: say.keep },
        ...others.map(({ hash, title }) => ({ value: hash, text: title, lang })),
      ]}
    />
  )
}

/** Whoever holds their seat on paper can't press "ready": the instructor does it for them. */
function OnPaper({ room, view, names, act }: RoomToolsProps) {
  const phases: readonly string[] = ['briefing', 'step-out', 'rating', 'debrief', 'stopped']
  const { customer, officer, observers } = room.seats
  const done = room.phase.name === 'rating' ? room.finished : room.ready
  const waiting = [customer, officer, ...observers].filter(
    (id): id is string => id !== null && view.people[id]?.paper === true && !done.includes(id),
  )
  if (!phases.includes(room.phase.name) || waiting.length === 0) return null
  return (
    <Row>
      {waiting.map(person => (
        <Button key={person} onClick={() => void act('ReadyFor', { place: placeIn(room), person })}>
          {words.console.room.readyFor(names[person] ?? person)}
        </Button>
      ))}
    </Row>
  )
}

function Projected({ room, row, view, act }: RoomToolsProps) {
  const say = words.console.room
  if (!room.revealed || row === undefined) return null
  const [agreed, all] = row.consents
  const shown = view.class.projected === room.id
  return (
    <div className={look.between}>
      <span>
        <span className={look.block}>{say.agreed(agreed, all)}</span>
        {agreed < all && <span className={look.soft}>{say.notAgreed}</span>}
      </span>
      {shown ? (
        <Button onClick={() => void act('ProjectDebrief', { room: null })}>{say.unproject}</Button>
      ) : (
        <Button disabled={agreed < all} onClick={() => void act('ProjectDebrief', { room: room.id })}>
          {say.project}
        </Button>
      )}
    </div>
  )
}

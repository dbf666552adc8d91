import type { PersonView, WatchView } from '@evenkeel/classroom/view'
import type { ReactNode } from 'react'
import { ClassLanguage } from '../language/class-language.tsx'
import type { Act } from '../live/class-link.ts'
import { DebriefPanel, type DebriefPanelProps } from './debrief-panel.tsx'
import { NoDebrief, type NoDebriefReason } from './no-debrief.tsx'
import type { OpensAt } from './opens-at.ts'
import type { NameOf } from './shown-scene.ts'

interface SeatDebriefProps {
  view: PersonView
  nameOf: NameOf
  back: string
  act?: Act
  /** Where they write down what they take along. */
  own?: ReactNode
}

/** What a trainee reads: their own room's debrief once it is open, before it why it is not. */
export function SeatDebrief({ view, nameOf, back, act, own }: SeatDebriefProps) {
  const reason = closedToSeat(view)
  if (reason !== undefined || view.class === null || view.room === null) {
    return <NoDebrief reason={reason ?? { because: 'outside' }} back={back} instructor={false} />
  }
  return (
    <ClassLanguage language={view.class.language}>
      <DebriefPanel
        room={view.room}
        class={view.class}
        me={view.me.person}
        nameOf={nameOf}
        back={back}
        act={act ?? null}
        own={own}
        shared={view.me.shared}
        ofClass={view.worked}
      />
    </ClassLanguage>
  )
}

function closedToSeat({ class: head, room }: PersonView): NoDebriefReason | undefined {
  if (head === null) return { because: 'outside' }
  if (room === null) return { because: 'no-room' }
  if (room.revealed) return undefined
  if (room.phase.name === 'stopped' || room.phase.name === 'done') return { because: 'stopped' }
  return { because: 'not-open', room }
}

interface RoomDebriefProps {
  view: WatchView
  me: string | null
  class: DebriefPanelProps['class']
  nameOf: NameOf
  back: string
  act?: Act
  opensAt?: OpensAt | undefined
}

/** What an instructor reads of any room, also before it is open to the room itself. */
export function RoomDebrief({
  view: { room, language },
  me,
  class: head,
  nameOf,
  back,
  act,
  opensAt,
}: RoomDebriefProps) {
  if (room === null) return <NoDebrief reason={{ because: 'room-gone' }} back={back} instructor />
  const [scene] = room.scenes
  if (scene === undefined || (scene.played === 0 && scene.lines.length + scene.moments.length === 0)) {
    return <NoDebrief reason={{ because: 'not-played' }} back={back} instructor />
  }
  return (
    <ClassLanguage language={language}>
      <DebriefPanel
        room={room}
        class={head}
        me={me}
        nameOf={nameOf}
        back={back}
        act={act ?? null}
        opensAt={opensAt}
      />
    </ClassLanguage>
  )
}

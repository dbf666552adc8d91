import type { RoomView } from '@evenkeel/classroom/view'
import { Page } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { Back } from './debrief-panel.tsx'
import look from './no-debrief.module.css'

const told = words.debrief

/** Why there is no debrief to read, and what happens next. */
export type NoDebriefReason =
  | { readonly because: 'not-open'; readonly room: Pick<RoomView, 'phase' | 'seats' | 'finished'> }
  | {
      readonly because:
        | 'stopped'
        | 'no-room'
        | 'room-gone'
        | 'outside'
        | 'no-address'
        | 'loading'
        | 'not-played'
    }
  | { readonly because: 'ended'; readonly say: string }

interface NoDebriefProps {
  reason: NoDebriefReason
  back: string | null
  instructor: boolean
}

export function NoDebrief({ reason, back, instructor }: NoDebriefProps) {
  const { title, means, more } = sayOf(reason)
  return (
    <Page top={back === null ? undefined : <Back to={back} instructor={instructor} />}>
      <div className={look.closed} role="status">
        <h1>{title}</h1>
        {means !== '' && <p>{means}</p>}
        {more !== '' && <p className={look.count}>{more}</p>}
      </div>
    </Page>
  )
}

function sayOf(reason: NoDebriefReason): { title: string; means: string; more: string } {
  switch (reason.because) {
    case 'not-open': {
      const { phase, seats, finished } = reason.room
      const all = [seats.customer, seats.officer, ...seats.observers].filter(person => person !== null)
      if (phase.name !== 'rating') return { title: told.notOpen, means: told.notOpenScene, more: '' }
      return {
        title: told.notOpen,
        means: told.notOpenMeans,
        more: told.finishedOf(all.filter(person => finished.includes(person)).length, all.length),
      }
    }
    case 'stopped':
      return { title: told.stopped, means: told.stoppedMeans, more: '' }
    case 'no-room':
      return { title: told.noRoom, means: told.noRoomMeans, more: '' }
    case 'room-gone':
      return { title: told.roomGone, means: told.roomGoneMeans, more: '' }
    case 'outside':
      return { title: told.outside, means: told.outsideMeans, more: '' }
    case 'no-address':
      return { title: told.noAddress, means: told.noAddressMeans, more: '' }
    case 'not-played':
      return { title: told.notPlayed, means: '', more: '' }
    case 'ended':
      return { title: told.ended, means: reason.say, more: '' }
    case 'loading':
      return { title: told.loading, means: '', more: '' }
  }
}

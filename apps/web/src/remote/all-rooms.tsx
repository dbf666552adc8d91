import type { ConsoleView } from '@evenkeel/classroom/view'
import { doInAll, roomsFor } from '../console/bulk.ts'
import { phaseText } from '../console/phase-text.ts'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { words } from '../words/en.ts'
import look from './remote.module.css'

/** The class's clock, a minute more, and a time-out for all rooms or its end. */
export function AllRooms({ view, now, act }: { view: ConsoleView; now: number; act: Act }) {
  const say = words.remote
  const rooms = Object.entries(view.rooms)
  const open = roomsFor('one-more', rooms)
  // Where rooms move by themselves it is the one that takes longest.
  const [last] = open.map(([, { phase }]) => phase).sort((a, b) => (b.endsAt ?? 0) - (a.endsAt ?? 0))
  const stands = roomsFor('time-out', rooms).length === 0 && roomsFor('go-on', rooms).length > 0
  return (
    <div className={look.all}>
      <p className={look.clock}>{last === undefined ? '' : phaseText(last, now)}</p>
      <Button className={look.tool ?? ''} onClick={() => void doInAll('one-more', rooms, act)}>
        {say.oneMore}
      </Button>
      {stands ? (
        <ConfirmButton
          key="go-on"
          className={look.tool ?? ''}
          really={say.reallyGoOn}
          onConfirm={() => void doInAll('go-on', rooms, act)}
        >
          {say.goOn}
        </ConfirmButton>
      ) : (
        <ConfirmButton
          key="stop"
          className={look.tool ?? ''}
          disabled={roomsFor('time-out', rooms).length === 0}
          really={say.reallyStop}
          onConfirm={() => void doInAll('time-out', rooms, act)}
        >
          {say.stopAll}
        </ConfirmButton>
      )}
    </div>
  )
}

import type { RoomView } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Yes } from '../play/own-choices.tsx'
import { words } from '../words/en.ts'
import look from './debrief.module.css'

const told = words.play.debrief

/** What only this person may say yes to, on their own screen. */
export function Agreeing({ room, practice, act }: { room: RoomView; practice: boolean; act: Act }) {
  const { id, scene, seat } = room
  const place = { room: id, scene, seat }
  return (
    <div className={look.agreeing}>
      <Yes on={room.consented} means={told.consentMeans} onChange={on => act('Consent', { place, on })}>
        {told.consent}
      </Yes>
      {practice && (
        <Yes on={room.sharing} means={told.shareMeans} onChange={on => act('ShareRatings', { place, on })}>
          {told.share}
        </Yes>
      )}
    </div>
  )
}

import { Suspense, useCallback } from 'react'
import type { OpensAt } from '../debrief/opens-at.ts'
import { late } from '../live/late.tsx'
import { classAddress } from './addresses.ts'
import { NotLoaded } from './not-loaded.tsx'
import { fetchRoom } from './records-calls.ts'
import { useLoaded } from './use-loaded.ts'

/** Fetched when a room is opened: the lists need none of it. */
const RoomDebrief = late(async () => (await import('../debrief/debrief-screen.tsx')).RoomDebrief)

interface RoomRouteProps {
  classId: string
  room: string
  opensAt: OpensAt | undefined
}

/** The debrief of any room of any round, as it was kept: it needs no class that still runs. */
export function RoomRoute({ classId, room, opensAt }: RoomRouteProps) {
  const { loaded } = useLoaded(useCallback(() => fetchRoom(classId, room), [classId, room]))
  if (!loaded?.ok) return <NotLoaded at="classes" asked={loaded} />
  const { view, names, class: head } = loaded.body
  return (
    <Suspense fallback={<NotLoaded at="classes" asked={undefined} />}>
      <RoomDebrief
        view={view}
        me={null}
        class={head}
        nameOf={person => names[person] ?? ''}
        back={classAddress(classId)}
        opensAt={opensAt}
      />
    </Suspense>
  )
}

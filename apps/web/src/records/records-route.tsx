'use client'

import { useSearchParams } from 'next/navigation'
import { ClassRoute } from './class-route.tsx'
import { ClassesRoute } from './classes-route.tsx'
import { LinesRoute } from './lines-route.tsx'
import { PeopleRoute } from './people-route.tsx'
import { PersonRoute } from './person-route.tsx'
import { RoomRoute } from './room-route.tsx'

/** The address says what is shown: see addresses.ts. */
export function RecordsRoute() {
  const asked = useSearchParams()
  const [classId, room, person] = [asked.get('class'), asked.get('room'), asked.get('person')]
  if (classId !== null && room !== null && asked.has('lines'))
    return <LinesRoute key={room} classId={classId} room={room} />
  if (classId !== null && room !== null) return <RoomRoute key={room} classId={classId} room={room} />
  if (classId !== null) return <ClassRoute key={classId} classId={classId} print={asked.get('print')} />
  if (person !== null) return <PersonRoute key={person} person={person} />
  return asked.get('list') === 'people' ? <PeopleRoute /> : <ClassesRoute />
}

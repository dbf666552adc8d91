'use client'

import { useSearchParams } from 'next/navigation'
import type { OpensAt } from '../debrief/opens-at.ts'
import { ClassRoute } from './class-route.tsx'
import { ClassesRoute } from './classes-route.tsx'
import { LinesRoute } from './lines-route.tsx'
import { PeopleRoute } from './people-route.tsx'
import { PersonRoute } from './person-route.tsx'
import { RoomRoute } from './room-route.tsx'

/** Times in an address are whole ms of a scene's played time; anything else is no time. */
function opensAt(asked: URLSearchParams): OpensAt | undefined {
  const [scene, at] = [asked.get('scene'), asked.get('at')]
  if (scene === null) return undefined
  return { scene, offset: at !== null && /^\d{1,9}$/.test(at) ? Number(at) : undefined }
}

/** The address says what is shown: see addresses.ts. */
export function RecordsRoute() {
  const asked = useSearchParams()
  const [classId, room, person] = [asked.get('class'), asked.get('room'), asked.get('person')]
  if (classId !== null && room !== null && asked.has('lines'))
    return <LinesRoute key={room} classId={classId} room={room} />
  if (classId !== null && room !== null)
    return <RoomRoute key={String(asked)} classId={classId} room={room} opensAt={opensAt(asked)} />
  if (classId !== null) return <ClassRoute key={classId} classId={classId} print={asked.get('print')} />
  if (person !== null) return <PersonRoute key={person} person={person} />
  return asked.get('list') === 'people' ? <PeopleRoute /> : <ClassesRoute />
}

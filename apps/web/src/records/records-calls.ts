import type { WatchView } from '@evenkeel/classroom/view'
import type { ClassPage, ClassRow, Completion, PersonPage, RegisterEntry } from '@evenkeel/insight/report'
import { type Asked, ask } from '../live/ask.ts'

/** The records over http, as their screens use them. */
const base = '/api/records'
const at = (classId: string) => `${base}/classes/${encodeURIComponent(classId)}`

export interface ShownRoom {
  readonly view: WatchView
  readonly names: Readonly<Record<string, string>>
  readonly class: { readonly title: string; readonly medium: 'spoken' | 'typed' }
}

export const fetchClasses = () => ask<{ classes: ClassRow[] }>('GET', `${base}/classes`)
export const fetchClass = (classId: string) => ask<ClassPage>('GET', at(classId))
export const fetchRoom = (classId: string, room: string) =>
  ask<ShownRoom>('GET', `${at(classId)}/rooms/${encodeURIComponent(room)}`)
export const deleteClass = (classId: string) => ask<object>('DELETE', at(classId))
export const forgetInClass = (classId: string, person: string) =>
  ask<object>('DELETE', `${at(classId)}/people/${encodeURIComponent(person)}`)
export const redactLine = (classId: string, scene: string, line: number) =>
  ask<object>('POST', `${at(classId)}/redact`, { scene, line })
export const saveCompletion = (classId: string, completion: Completion) =>
  ask<object>('PUT', `${at(classId)}/completion`, completion)
export const saveAttendance = (
  classId: string,
  body: { people: readonly string[]; signed?: boolean; serial?: string },
) => ask<object>('PUT', `${at(classId)}/attendance`, body)
export const saveKept = (classId: string, days: number | null | 'deployment') =>
  ask<object>('PUT', `${at(classId)}/kept`, { days })
export const fetchPeople = () => ask<{ people: RegisterEntry[] }>('GET', `${base}/people`)
export const fetchPerson = (key: string) =>
  ask<PersonPage>('GET', `${base}/people/${encodeURIComponent(key)}`)
export const forgetPerson = (key: string) =>
  ask<object>('DELETE', `${base}/people/${encodeURIComponent(key)}`)
export const mergePeople = (from: string, into: string) =>
  ask<object>('POST', `${base}/people/merge`, { from, into })
export const undoMerge = (id: string) => ask<object>('DELETE', `${base}/merges/${encodeURIComponent(id)}`)

/** The file goes up as it is: the server reads it line by line. */
export async function importClass(file: Blob): Promise<Asked<{ class: string }>> {
  try {
    const answer = await fetch(`${base}/import`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/x-ndjson' },
      body: file,
    })
    const body = await answer.json()
    return answer.ok ? { ok: true, body } : { ok: false, kind: body.kind, say: body.say }
  } catch {
    return { ok: false, kind: 'offline', say: 'No connection. Check the network and try again.' }
  }
}

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { Asked } from '../live/ask.ts'
import { CLASSES } from './addresses.ts'
import { ClassPanel } from './class-panel.tsx'
import { CompletionPages } from './completion-pages.tsx'
import { NotLoaded } from './not-loaded.tsx'
import {
  deleteClass,
  fetchClass,
  forgetInClass,
  saveAttendance,
  saveCompletion,
  saveKept,
} from './records-calls.ts'
import { useLoaded } from './use-loaded.ts'

export function ClassRoute({ classId, print }: { classId: string; print: string | null }) {
  const router = useRouter()
  const { loaded, again } = useLoaded(useCallback(() => fetchClass(classId), [classId]))
  const [wrong, setWrong] = useState<string>()
  if (!loaded?.ok) return <NotLoaded at="classes" asked={loaded} />
  /** Carries something out, then shows what it has become. */
  const then = async (doing: Promise<Asked<object>>): Promise<boolean> => {
    const done = await doing
    setWrong(done.ok ? undefined : done.say)
    if (done.ok) await again()
    return done.ok
  }
  if (print === 'completion') return <CompletionPages page={loaded.body} />
  return (
    <ClassPanel
      page={loaded.body}
      wrong={wrong}
      onSign={(people, signed) => then(saveAttendance(classId, { people, signed }))}
      onSerial={(person, serial) => then(saveAttendance(classId, { people: [person], serial }))}
      onCompletion={completion => then(saveCompletion(classId, completion))}
      onKept={days => then(saveKept(classId, days))}
      onForget={person => then(forgetInClass(classId, person))}
      onDelete={async () => {
        const done = await deleteClass(classId)
        if (done.ok) router.push(CLASSES)
        else setWrong(done.say)
      }}
    />
  )
}

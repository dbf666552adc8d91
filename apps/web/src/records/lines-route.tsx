import { useCallback, useState } from 'react'
import { LinesPanel } from './lines-panel.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { fetchRoom, redactLine } from './records-calls.ts'
import { useLoaded } from './use-loaded.ts'

export function LinesRoute({ classId, room }: { classId: string; room: string }) {
  const { loaded, again } = useLoaded(useCallback(() => fetchRoom(classId, room), [classId, room]))
  const [wrong, setWrong] = useState<string>()
  if (!loaded?.ok) return <NotLoaded at="classes" asked={loaded} />
  return (
    <LinesPanel
      classId={classId}
      shown={loaded.body}
      wrong={wrong}
      onTakeOut={async (scene, line) => {
        const done = await redactLine(classId, scene, line)
        setWrong(done.ok ? undefined : done.say)
        if (done.ok) await again()
      }}
    />
  )
}

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { PEOPLE } from './addresses.ts'
import { NotLoaded } from './not-loaded.tsx'
import { PersonPanel } from './person-panel.tsx'
import { fetchPerson, forgetPerson, undoMerge } from './records-calls.ts'
import { useLoaded } from './use-loaded.ts'

export function PersonRoute({ person }: { person: string }) {
  const router = useRouter()
  const { loaded, again } = useLoaded(useCallback(() => fetchPerson(person), [person]))
  const [wrong, setWrong] = useState<string>()
  if (!loaded?.ok) return <NotLoaded at="people" asked={loaded} />
  return (
    <PersonPanel
      page={loaded.body}
      wrong={wrong}
      onUndo={async id => {
        const done = await undoMerge(id)
        setWrong(done.ok ? undefined : done.say)
        if (done.ok) await again()
      }}
      onForget={async () => {
        const done = await forgetPerson(person)
        if (done.ok) router.push(PEOPLE)
        else setWrong(done.say)
      }}
    />
  )
}
